import pytest

from graphbuilder.ingest.language import other_language

GERMAN = (
    "Die Außenministerin hat am Dienstag mit ihrem Kollegen aus Norwanien über den Streit um die Fischerei gesprochen. "
    "Nach dem Treffen in der alten Zollstation sagte sie, dass die Gespräche offen und nützlich waren und im Herbst "
    "fortgesetzt werden. Auch der Minister zeigte sich zufrieden mit dem Ergebnis der Reise."
)


def test_a_long_text_in_another_language_is_told() -> None:
    assert other_language(GERMAN) == "German"


def test_a_text_in_another_script_is_told() -> None:
    assert other_language("Министры встретились во вторник в старой таможне " * 3) == "a script other than Latin"


def test_english_is_english(story: str) -> None:
    assert other_language(story) is None


@pytest.mark.parametrize("text", ["Ministro dimite tras las protestas", "東京", ""])
def test_a_short_text_is_never_refused(text: str) -> None:
    assert other_language(text) is None


def test_an_english_story_with_a_foreign_quotation_stays(story: str) -> None:
    assert other_language(story + " " + GERMAN[:200]) is None


def test_a_list_of_names_stays() -> None:
    assert other_language("Brenn Ilk Tell Aa Vellport Osterby Sarle Norvania " * 8) is None

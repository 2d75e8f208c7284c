from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.ingest.paragraphs import ends_sentence, is_list_item, key, split_paragraphs

WRAPPED = """The minister said on Tuesday that the talks had been long and that nobody
had slept, which explained the mood of the delegations when they came out
of the old customs house.

The second round is due in the autumn, though neither side would name the
place."""


def test_blank_lines_part_paragraphs_and_single_breaks_do_too() -> None:
    assert split_paragraphs("One.\n\nTwo.\nThree.\n\n\n\nFour.") == ["One.", "Two.", "Three.", "Four."]


def test_text_wrapped_at_a_column_is_joined() -> None:
    found = split_paragraphs(WRAPPED)
    assert len(found) == 2
    assert found[1] == "The second round is due in the autumn, though neither side would name the place."


def test_wrapped_text_without_blank_lines_breaks_after_sentences() -> None:
    text = WRAPPED.replace("\n\n", "\n")
    assert split_paragraphs(text) == split_paragraphs(WRAPPED)


def test_a_list_under_a_heading_is_not_joined() -> None:
    text = "The cabinet after the vote of the northern assembly\nAda Brenn, foreign affairs\nTomas Ilk, fisheries"
    assert split_paragraphs(text) == text.split("\n")


def test_the_key_is_the_same_for_both_kinds_of_quotes() -> None:
    assert key('The sides\' "talks" — over') == key("The sides’ “talks” - over")


def test_endings_and_items_are_told() -> None:
    assert ends_sentence('He said: "No."')
    assert ends_sentence("It is over.)")
    assert not ends_sentence("Ministers meet in Vellport")
    assert is_list_item("- bread")
    assert is_list_item("2. The budget")
    assert not is_list_item("2021 was a good year")


@given(st.lists(st.from_regex(r"\A[A-Za-z][a-z ]{0,80}[a-z.]\Z"), max_size=6))
def test_paragraphs_parted_by_blank_lines_come_back(paragraphs: list[str]) -> None:
    assert split_paragraphs("\n\n".join(paragraphs)) == [paragraph.strip() for paragraph in paragraphs]

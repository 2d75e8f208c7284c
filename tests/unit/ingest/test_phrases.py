import pytest

from graphbuilder.ingest.phrases import Kind, kind_of


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Connect with us", Kind.CHROME),
        ("Hi, what are you looking for?", Kind.CHROME),
        ("SHARE THIS ARTICLE", Kind.CHROME),
        ("We use cookies to make this site better. By using it you agree.", Kind.CHROME),
        ("Sign up for our morning newsletter and never miss a story.", Kind.CHROME),
        ("Home > World > Europe", Kind.CHROME),
        ("World | Politics | Business | Sport", Kind.CHROME),
        ("3 hours ago", Kind.CHROME),
        ("265 shares", Kind.CHROME),
        ("(Reporting by Mona Tell; Editing by Per Aa)", Kind.CHROME),
        ("© 2021 The Vellport Courier", Kind.CHROME),
        ("(Adds quotes, details)", Kind.CHROME),
        ("World", Kind.SECTION),
        ("Tech & Science", Kind.SECTION),
        ("You may also like:", Kind.MORE),
        ("More from the Courier", Kind.MORE),
        ("Read more: Cod stocks fall again", Kind.INLINE_MORE),
        ("Also read", Kind.INLINE_MORE),
        ("Image copyright Getty Images", Kind.CREDIT),
        ("Ada Brenn leaves the customs house, March 9. REUTERS/Mona Tell", Kind.CREDIT),
        ("Boats at Sarle (Photo by Mona Tell)", Kind.CREDIT),
        ("With 900 reporters in 60 countries, Northwire covers the world as a leading news agency.", Kind.PORTRAIT),
        ("Northwire is the largest independent news agency of the north. It delivers fast coverage.", Kind.PORTRAIT),
    ],
)
def test_lines_of_a_site_are_told(line: str, kind: Kind) -> None:
    assert kind_of(line) is kind


@pytest.mark.parametrize(
    "line",
    [
        "The minister met her counterpart.",
        '"Follow us," she told the reporters.',
        "Share prices fell on Tuesday after the talks.",
        "More than 300 boats left the harbour.",
        "Northwire, a news agency with 900 reporters, said on Tuesday it had cut 50 jobs.",
        "With 900 soldiers in the town, the army controls the bridge.",
        "Photographers waited outside.",
        "Sign the treaty or leave, the union told Norvania.",
        "Most read the decision as a defeat for Brenn.",
        "By signing the accord, both sides accept the court.",
    ],
)
def test_lines_of_a_story_are_left_alone(line: str) -> None:
    assert kind_of(line) is None


def test_a_long_paragraph_is_the_storys_whatever_is_glued_to_it() -> None:
    assert kind_of("Photo: Mona Tell. " + "The minister left the town in the rain. " * 12) is None

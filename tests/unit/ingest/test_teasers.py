from graphbuilder.ingest.paragraphs import ends_sentence, words
from graphbuilder.ingest.phrases import kind_of
from graphbuilder.ingest.teasers import trailing_pairs, without_teasers


def is_body(line: str) -> bool:
    return ends_sentence(line) and len(words(line)) >= 8


def kept(lines: list[str]) -> tuple[list[str], bool]:
    return without_teasers(lines, [kind_of(line) for line in lines], is_body)


TEASERS = [
    "You may also like:",
    "Sports",
    "A rower from Osterby crossed the great lake backwards in nine days.",
    "Tech & Science",
    "Engineers taught a very old tractor to find its own way home.",
    "Cook shares ten ways with turnips",
    "Mona Tell (L) and Per Aa (R) join a march for quieter harbours at a...",
]


def test_what_follows_the_announcement_goes(body: list[str]) -> None:
    assert kept(body + TEASERS) == (body, True)


def test_a_story_that_goes_on_after_the_announcement_goes_on(body: list[str]) -> None:
    lines = [*body[:3], "You may also like", "Rower crosses lake backwards", *body[3:]]
    rest, after_end = kept(lines)
    assert rest[:3] == body[:3]
    assert body[4] in rest
    assert not after_end


def test_a_pointer_inside_takes_its_headline_with_it(body: list[str]) -> None:
    lines = [*body[:2], "Also read", "Cod stocks fall for the third year", *body[2:]]
    assert kept(lines) == (body, False)
    lines = [*body[:2], "Read more: Cod stocks fall for the third year", *body[2:]]
    assert kept(lines) == (body, False)


def test_pairs_of_section_and_teaser_at_the_end_are_counted(body: list[str]) -> None:
    lines = [*body, *TEASERS[1:5]]
    assert trailing_pairs(lines, [kind_of(line) for line in lines]) == 4


def test_subheadings_with_one_paragraph_each_are_not_teasers(body: list[str]) -> None:
    lines = [*body, "Turnout", "Six in ten voters went to the polls.", "What comes next", "Parliament meets on Monday."]
    assert trailing_pairs(lines, [kind_of(line) for line in lines]) == 0
    assert kept(lines) == (lines, False)


def test_an_agencys_portrait_goes_at_the_end_and_stays_inside(body: list[str]) -> None:
    portrait = "With 900 reporters in 60 countries, Northwire covers the world as a leading news agency."
    assert kept([*body, portrait]) == (body, True)
    inside = [*body[:2], portrait, *body[2:]]
    assert kept(inside) == (inside, False)

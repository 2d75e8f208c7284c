"""Reports of one story: like words at the beginning, a name in common, near in time."""

from datetime import date

import pytest
from msgspec.structs import replace

from graphbuilder.records.resolution import Story
from graphbuilder.resolve.stories import (
    counted,
    distinctive,
    folded_words,
    likeness,
    one_story,
    story_keys,
    story_pairs,
)

FLOOD = Story(
    published=date(2022, 5, 3),
    words=("bridge", "collapsed", "evacuated", "flood", "river", "villages"),
    cast=("person:ana-ruiz", "place:tilde"),
)


def test_reports_with_like_words_and_a_name_in_common_tell_one_story() -> None:
    other = replace(FLOOD, published=date(2022, 5, 5), words=("bridge", "flood", "rescue", "river", "school", "water"))
    assert likeness(FLOOD, other) == pytest.approx(0.5)
    assert one_story(FLOOD, other)


@pytest.mark.parametrize(
    "change",
    [{"published": date(2022, 6, 3)}, {"cast": ("person:tom-hale",)}, {"words": ("bridge", "cards", "club", "flood")}],
    ids=["a month later", "nobody in common", "two words in common"],
)
def test_what_is_another_story(change: dict[str, object]) -> None:
    assert not one_story(FLOOD, replace(FLOOD, **change))


def test_reports_without_a_date_need_more_in_common() -> None:
    words = ("bridge", "flood", "river", *(f"other{number}" for number in range(20)))
    long = replace(FLOOD, words=(*FLOOD.words, *(f"more{number}" for number in range(8))))
    assert one_story(long, replace(FLOOD, words=words))
    assert not one_story(replace(long, published=None), replace(FLOOD, words=words, published=None))


def test_common_words_tell_nothing() -> None:
    assert distinctive("It was said on Monday that the bridge would collapse") == {"bridge", "collapse"}


@pytest.mark.parametrize(
    ("text", "head", "found"),
    [
        ("Nine young soldiers died.", "soldiers", ("soldiers:9",)),
        ("Police seized 26 pirates.", "pirates", ("pirates:26",)),
        ("Soldiers died.", "soldiers", ()),
    ],
)
def test_counts_of_people(text: str, head: str, found: tuple[str, ...]) -> None:
    assert counted(folded_words(text), (head,)) == found


def test_pairs_of_a_block_do_not_depend_on_its_order() -> None:
    block = [("b", FLOOD), ("a", FLOOD), ("c", replace(FLOOD, published=date(2022, 8, 1)))]
    assert list(story_pairs(block)) == list(story_pairs([block[1], block[0], block[2]])) == [("a", "b")]
    assert set(story_keys(FLOOD)) == {f"{word}|{name}" for word in FLOOD.words for name in FLOOD.cast}

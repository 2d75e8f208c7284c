"""Search on a file: every word must stand there, case and accents apart."""

from pathlib import Path

import pytest

from graphbuilder.errors import QueryError
from graphbuilder.store.jsonl_store import JsonlStore
from graphbuilder.store.search import COLUMNS, search, split_words
from tests.stories import story_graph


@pytest.fixture
def store(tmp_path: Path) -> JsonlStore:
    """Return a file that holds the story."""
    found = JsonlStore(tmp_path / "graph.jsonl")
    found.synchronize(story_graph())
    return found


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("varga ines", [("Person", "Inés Varga", None, None, None, "person:ines-varga")]),
        ("SUDLAND", [("Country", "Sudland", None, None, None, "place:country:sudland")]),
        ("aid 25", [("Aid", "Aid 25", None, None, None, "event:aid-25")]),
        (
            "interior minister",
            [("Position", "Interior Minister", None, None, None, "position:interior-minister-sudland")],
        ),
        (
            "cartels harbour",
            [
                (
                    "Sentence",
                    "Berg met Varga in Harbour City about cartels.",
                    "Report c",
                    "2017-07-07",
                    None,
                    "sentence:c1",
                )
            ],
        ),
        ("cartel", []),
        ("harbour .* city nowhere", []),
    ],
)
def test_names_come_before_sentences(store: JsonlStore, words: str, rows: list[tuple[object, ...]]) -> None:
    table = search(store, words)

    assert table.columns == COLUMNS
    assert list(table.rows) == rows


def test_at_most_so_many_names_and_so_many_sentences(store: JsonlStore) -> None:
    assert [row[0] for row in search(store, "berg", limit=1).rows] == ["Person", "Sentence"]


@pytest.mark.parametrize("words", ["", "  ", '"', "* + -"])
def test_a_search_without_a_word_is_refused(store: JsonlStore, words: str) -> None:
    with pytest.raises(QueryError, match="no word to look for"):
        search(store, words)


def test_words_are_folded() -> None:
    assert split_words("Peña-Nieto's  ÅNGSTRÖM") == ["pena", "nieto", "s", "angstrom"]

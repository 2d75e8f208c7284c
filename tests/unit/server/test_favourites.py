"""The saved queries are found, titled, and use what the graph model has."""

import re
from pathlib import Path

import pytest

from graphbuilder.errors import ServerError
from graphbuilder.graph.schema import ENTITY_LABELS, KEY_LABELS, RELATIONSHIP_TYPES
from graphbuilder.ontology import EVENT_LABELS
from graphbuilder.server import favourites
from graphbuilder.server.favourites import Favourite, load_favourites

LABELS = {*KEY_LABELS, *ENTITY_LABELS, "Country", *EVENT_LABELS}


def test_the_shipped_queries_are_listed_by_file_name_with_their_titles() -> None:
    titles = {favourite.name: favourite.title for favourite in load_favourites()}

    assert titles == {
        "accusations": "Who accused, threatened or attacked whom",
        "around_person": "Everything around a person",
        "brokers": "Brokers",
        "evidence": "Sentences behind events",
        "first_meeting": "The first meeting",
        "itinerary": "Itinerary of a person",
        "most_connected": "Who is in most events",
        "planned_and_cancelled": "Planned or called off",
        "positions": "Who holds which position",
        "promises": "Promises and their content",
        "trips": "Trips and what happened on them",
        "who_met_whom": "Who met whom",
    }
    assert list(titles) == sorted(titles)


@pytest.mark.parametrize("favourite", load_favourites(), ids=lambda favourite: favourite.name)
def test_a_query_names_only_what_the_graph_model_has_and_writes_nothing(favourite: Favourite) -> None:
    code = re.sub(r"//.*|'[^']*'", "", favourite.text)

    labels = {name for names in re.findall(r"\w+:((?:\w+)(?:\|\w+)*)", code) for name in names.split("|")}
    types = {name for names in re.findall(r"\[\w*:([\w|]+)", code) for name in names.split("|")}

    assert labels - LABELS - set(RELATIONSHIP_TYPES) == set()
    assert types
    assert types <= set(RELATIONSHIP_TYPES)
    assert not re.search(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|CALL|LOAD)\b", code)
    assert "$" not in code


@pytest.mark.parametrize("favourite", load_favourites(), ids=lambda favourite: favourite.name)
def test_the_answer_is_bounded_and_ordered(favourite: Favourite) -> None:
    assert re.search(r"\bLIMIT \d+\b", favourite.text)
    assert re.search(r"\bORDER BY\b.*\bid\b", favourite.text)


@pytest.mark.parametrize("text", ["", "MATCH (n) RETURN n", "//\nMATCH (n) RETURN n"], ids=["empty", "none", "blank"])
def test_a_query_without_a_title_is_refused(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "odd.cypher").write_text(text)
    monkeypatch.setattr(favourites, "_folder", lambda: tmp_path)

    with pytest.raises(ServerError, match=r"odd\.cypher must begin with a line '// Title'"):
        load_favourites()


@pytest.mark.parametrize("folder", [".", "missing"])
def test_missing_queries_are_reported(folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(favourites, "_folder", lambda: tmp_path / folder)

    with pytest.raises(ServerError, match=r"saved queries .* are missing; install graphbuilder again"):
        load_favourites()

"""Accounts that disagree are of one event and contradict each other; two meetings, or a plan that came true, are not."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

import pytest

from graphbuilder.graph.elements import Element
from graphbuilder.store.neo4j_store import Neo4jStore
from graphbuilder.store.queries import run_query
from tests.factories import document, entity, event, ordered, relationship, sentence
from tests.neo4j_fixture import Neo4jServer

NORLAND = entity("norland", "Norland", "Place", "Country", kind="country")
PLACES = {
    "Norland": NORLAND,
    **{name: entity(name.lower(), name, "Place", kind="city", country="Norland") for name in ("Ruda", "Selm")},
}
PEOPLE = {name: entity(name.lower(), name) for name in ("Berg", "Varga", "Moll", "Ennis", "Holm", "Roth")}


class Account(NamedTuple):
    """What one report, published on a day of March, says of a meeting."""

    day: int = 5
    status: str = "actual"
    place: str | None = "Ruda"
    people: Sequence[str] = ("Berg", "Varga")
    report: str = "x"
    published: int = 6
    precision: str = "day"


def graph(accounts: Sequence[Account]) -> list[Element]:
    """Return an event of its own for each account."""
    found: dict[str, Element] = {node.id: node for node in (*PEOPLE.values(), *PLACES.values())}
    for place in ("Ruda", "Selm"):
        within = relationship("WITHIN", PLACES[place], NORLAND)
        found[within.id] = within
    for number, told in enumerate(accounts):
        met = event(str(number), "Meeting", date(2018, 3, told.day), status=told.status, date_precision=told.precision)
        report = document(told.report, published=date(2018, 3, told.published), source=f"Post {told.report}")
        said = sentence(str(number), "They met.")
        parts: list[Element] = [met, report, said, relationship("IN_DOCUMENT", said, report)]
        parts += [
            relationship("MENTIONS", said, met),
            *(relationship("PARTICIPATED_IN", PEOPLE[name], met) for name in told.people),
        ]
        parts += [relationship("LOCATED_IN", met, PLACES[told.place])] if told.place else []
        found |= {element.id: element for element in parts}
    return ordered(found.values())


@pytest.fixture(scope="module")
def store(neo4j_server: Neo4jServer) -> Iterator[Neo4jStore]:
    """Return a store, emptied at the end."""
    with Neo4jStore.connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as found:
        yield found
        found.synchronize([])


OTHER = Account(report="y")
MANY = ("Berg", "Varga", "Moll", "Ennis", "Holm")


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (Account(), OTHER._replace(day=6), "date"),
        (Account(), OTHER._replace(place="Selm"), "place"),
        (Account(), OTHER._replace(status="negated"), "status"),
        (Account(), OTHER._replace(status="cancelled", place=None), "status"),
        (Account(status="planned", published=4), OTHER._replace(status="cancelled", published=3), "status"),
        (Account(people=MANY), OTHER._replace(place="Selm", people=MANY[:4]), "place"),
    ],
    ids=["a day later", "in another town", "denied", "held or not", "still on or not", "nearly the same people"],
)
def test_what_cannot_both_be_right_is_found_with_its_sources(
    store: Neo4jStore, one: Account, other: Account, differ: str
) -> None:
    store.synchronize(graph([one, other]))
    (row,) = run_query(store, "disagreeing_accounts").rows
    assert row[3] == [differ]
    assert row[9:11] == (["Post x"], ["Post y"])
    assert run_query(store, "disagreeing_accounts", {"person": "Varga"}).rows == (row,)
    assert run_query(store, "disagreeing_accounts", {"person": "Roth"}).rows == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Account(), OTHER._replace(day=6, place="Selm")),
        (Account(), OTHER._replace(day=9)),
        (Account(place=None), OTHER._replace(day=6, place=None)),
        (Account(place="Norland"), OTHER._replace(day=6, place="Norland")),
        (Account(place="Norland"), OTHER),
        (Account(), Account(place="Selm")),
        (Account(status="planned", published=4), OTHER),
        (Account(status="planned", published=2), OTHER._replace(status="cancelled", published=3)),
        (Account(status="negated"), OTHER._replace(status="cancelled")),
        (Account(), OTHER._replace(place="Selm", people=MANY)),
        (Account(), OTHER._replace(place="Selm", people=("Berg", "Moll"))),
        (Account(), OTHER._replace(day=6, precision="week")),
    ],
    ids=[
        "another day and another town", "days later", "no place known", "somewhere in a country", "a town in it",
        "one report tells both", "a plan that came true", "a plan called off", "called off and not held", "a larger session",
        "somebody else", "in that week",
    ],
)  # fmt: skip
def test_what_can_both_be_right_is_not(store: Neo4jStore, one: Account, other: Account) -> None:
    store.synchronize(graph([one, other]))
    assert run_query(store, "disagreeing_accounts").rows == ()

from collections.abc import Iterable
from datetime import date

import pytest

from graphbuilder.errors import StoreError
from graphbuilder.graph.elements import Element, Node, sort_key
from graphbuilder.store.difference import Key, Tally, paired
from tests.factories import entity, event, ordered, relationship

ANNA, BEA, CARL = (entity(name, name.title()) for name in ("anna", "bea", "carl"))


def _held(elements: Iterable[Element]) -> list[tuple[Key, Element]]:
    return [(sort_key(element), element) for element in elements]


def test_each_key_comes_once_with_what_each_side_has() -> None:
    pairs = list(paired(_held([ANNA, BEA]), [BEA, CARL], name="store"))

    assert pairs == [(ANNA, None), (BEA, BEA), (None, CARL)]


def test_nodes_come_before_relationships_whatever_their_ids() -> None:
    met = event("e", "Meeting", date(2020, 1, 1))
    joined = relationship("PARTICIPATED_IN", ANNA, met)

    assert joined.id < ANNA.id
    assert list(paired([], ordered([joined, met, ANNA]), name="store")) == [(None, met), (None, ANNA), (None, joined)]


@pytest.mark.parametrize(("wanted", "words"), [([BEA, ANNA], "after person:bea"), ([ANNA, ANNA], "person:anna twice")])
def test_a_wanted_side_out_of_order_is_refused(wanted: list[Element], words: str) -> None:
    with pytest.raises(StoreError, match=words):
        list(paired([], wanted, name="store"))


def test_a_held_side_out_of_order_is_refused_with_the_stores_name() -> None:
    with pytest.raises(StoreError, match="shelf: holds person:anna after person:bea"):
        list(paired(_held([BEA, ANNA]), [], name="shelf"))


def test_an_element_outside_the_graph_model_is_refused() -> None:
    stranger = Node(id="robot:x", labels=("Entity", "Robot"), properties={"name": "x", "mention_count": 1})

    with pytest.raises(StoreError, match="no labels Entity:Robot"):
        list(paired([], [stranger], name="store"))


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_json_cannot_say_is_refused(number: float) -> None:
    with pytest.raises(StoreError, match=r"place:x: property 'latitude' must lie between -90 and 90, not (nan|inf)"):
        list(paired([], [entity("x", "X", "Place", latitude=number)], name="store"))


def test_progress_counts_what_was_wanted_and_not_what_was_deleted() -> None:
    told: list[int] = []
    tally = Tally(told.append)
    tally.add("unchanged", 1_500)
    tally.count(ANNA, "created")
    tally.count(BEA, "deleted")

    summary = tally.summary()

    assert told == [1_500, 1]
    assert (summary.unchanged, summary.nodes_created, summary.nodes_deleted, summary.changed) == (1_500, 1, 1, 2)

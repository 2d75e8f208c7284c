from datetime import date

import pytest

from graphbuilder.graph.elements import Element, Node
from graphbuilder.store.neo4j_changes import Changes
from tests.factories import document, entity, event, relationship

WHO, OTHER, MET = entity("a", "A"), entity("b", "B"), event("e", "Meeting", date(2020, 1, 1))


def _statements(changes: Changes) -> list[str]:
    return [f"{statement.query.removeprefix('write/')} {statement.names[0][1]}" for statement in sorted(changes.rows)]


def test_an_unchanged_element_needs_no_row() -> None:
    changes = Changes()

    assert changes.add(WHO, entity("a", "A")) is False
    assert (changes.rows, changes.size) == ({}, 0)


def test_statements_run_in_the_order_of_their_dependence() -> None:
    changes = Changes()
    joined, moved = relationship("PARTICIPATED_IN", WHO, MET), relationship("LOCATED_IN", MET, WHO)
    pairs: list[tuple[Element | None, Element | None]] = [
        (OTHER, None), (None, WHO), (MET, event("e", "Meeting", None)), (joined, None), (moved, _moved()), (None, joined),
    ]  # fmt: skip
    for old, new in pairs:
        changes.add(old, new)

    assert _statements(changes) == [
        "delete_relationships LOCATED_IN",
        "create_nodes Entity",
        "update_nodes Event",
        "create_relationships LOCATED_IN",
        "create_relationships PARTICIPATED_IN",
        "delete_relationships PARTICIPATED_IN",
        "delete_nodes Entity",
    ]


def _moved() -> Element:
    return relationship("LOCATED_IN", MET, OTHER)


@pytest.mark.parametrize(
    ("old", "new", "clear", "props"),
    [
        (entity("a", "A", wikidata="Q1"), entity("a", "B"), {}, {"wikidata": None, "name": "B"}),
        (entity("a", "A"), entity("a", "A", aliases=["C"]), {}, {"aliases": ["C"]}),
        (entity("a", "A", latitude=0.0), entity("a", "A", latitude=-0.0), {"latitude": None}, {"latitude": -0.0}),
    ],
)
def test_an_update_says_only_what_changes(
    old: Node, new: Node, clear: dict[str, object], props: dict[str, object]
) -> None:
    changes = Changes()
    changes.add(old, new)

    [[row]] = changes.rows.values()
    assert repr(row) == repr({"id": "person:a", "drop": [], "labels": [], "clear": clear, "props": props})


def test_a_wall_clock_time_that_is_held_is_not_taken_away() -> None:
    changes = Changes()
    from_before = Node(id="doc:a", labels=("Document",), properties={**document("a").properties, "ingested_at": "x"})
    changes.add(from_before, document("a", title="Other"))

    [[row]] = changes.rows.values()
    assert row["props"] == {"title": "Other"}


def test_a_label_is_dropped_and_another_set_where_the_node_is_held() -> None:
    changes = Changes()
    held = Node(id="person:a", labels=("Entity", "Organization"), properties=WHO.properties)
    changes.add(held, WHO)

    [(statement, [row])] = changes.rows.items()
    assert statement.names == (("KEY_LABEL", "Entity"),)
    assert (row["drop"], row["labels"]) == (["Organization"], ["Person"])


def test_node_deletions_wait_for_the_end() -> None:
    changes = Changes()
    changes.add(OTHER, None)
    changes.add(None, WHO)

    taken = changes.take_all_but_node_deletions()

    assert (_statements(taken), taken.counts) == (["create_nodes Entity"], {"nodes_created": 1})
    assert (_statements(changes), changes.counts, changes.size) == (["delete_nodes Entity"], {"nodes_deleted": 1}, 0)


def test_few_changes_are_one_part_and_many_node_deletions_are_cut() -> None:
    changes = Changes()
    for number in range(5):
        changes.add(entity(f"{number}", "N"), None)
    changes.add(None, MET)

    assert list(changes.parts(6)) == [changes]
    parts = list(changes.parts(2))

    assert [_statements(part) for part in parts] == [["create_nodes Event"], *[["delete_nodes Entity"]] * 3]
    assert [part.counts.get("nodes_deleted") for part in parts] == [None, 2, 2, 1]

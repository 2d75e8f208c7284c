"""What of an answer there is to draw."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from graphbuilder.errors import QueryError
from graphbuilder.store.jsonl_store import JsonlStore
from graphbuilder.store.queries import Table
from graphbuilder.store.subgraph import collect, find_subgraph
from graphbuilder.store.values import Plain

ANA: dict[str, Plain] = {"labels": ["Entity", "Person"], "properties": {"id": "person:ana", "name": "Ana"}}
MET: dict[str, Plain] = {"labels": ["Event", "Meeting"], "properties": {"id": "event:meeting-1", "name": "met"}}
TOOK: dict[str, Plain] = {
    "type": "PARTICIPATED_IN", "start": "person:ana", "end": "event:meeting-1", "properties": {"id": "participated_in:1"},
}  # fmt: skip


class Answers(JsonlStore):
    """A store that answers two questions with tables made beforehand."""

    def __init__(self, *tables: Table) -> None:
        super().__init__(Path("unused.jsonl"))
        self.tables = list(tables)
        self.asked: list[Mapping[str, object]] = []

    def answer(self, text: str, parameters: Mapping[str, object], *, limit: int, timeout: float) -> Table:
        """Return the next table."""
        del text, limit, timeout
        self.asked.append(parameters)
        return self.tables.pop(0)


def table(*rows: tuple[Plain, ...]) -> Table:
    return Table(columns=tuple(f"c{i}" for i in range(len(rows[0]) if rows else 1)), rows=rows)


def test_nodes_relationships_and_paths_are_taken_once() -> None:
    path: dict[str, Plain] = {"nodes": [ANA, MET], "relationships": [TOOK]}
    drawn = collect(table((ANA, TOOK, 3), ([path], None, "x"), (MET, TOOK, 1.5)))

    assert [node["id"] for node in drawn.nodes] == ["event:meeting-1", "person:ana"]
    assert [one["type"] for one in drawn.relationships] == ["PARTICIPATED_IN"]


def test_a_relationship_without_its_ends_is_left_out() -> None:
    assert collect(table((ANA, TOOK))).relationships == ()


def test_an_answer_in_plain_values_is_drawn_by_the_ids_it_names() -> None:
    store = Answers(
        table(("2020-01-01", ["Ana"], "event:meeting-1"), (None, ["person:ana", "doc:1"], "event: no id")),
        table((MET, {"nodes": [ANA, MET], "relationships": [TOOK]})),
    )

    drawn = find_subgraph(store, "MATCH (x) RETURN x", {})

    assert store.asked[1]["ids"] == ["event:meeting-1", "person:ana"]
    assert len(drawn.nodes) == 2


@pytest.mark.parametrize("rows", [(), (("doc:1", 7),)])
def test_nothing_to_draw_is_told(rows: tuple[tuple[Plain, ...], ...]) -> None:
    with pytest.raises(QueryError, match="nothing to draw"):
        find_subgraph(Answers(table(*rows), table()), "RETURN 1", {})

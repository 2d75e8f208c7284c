"""Turn the difference of two graphs into rows for the statements of cypher/write, in the order they must run.

Nothing is sent here. The order: relationships that move to other ends go first (their ids must be free), then nodes are
created and updated, then relationships, then what is no longer wanted goes, nodes last.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from graphbuilder.graph.elements import VOLATILE_PROPERTIES, Element, Node, Properties, Relationship, encode
from graphbuilder.graph.schema import key_label
from graphbuilder.store.values import to_server

Row = dict[str, object]


class Statement(NamedTuple):
    """A file of cypher/write with the names for its placeholders; sorted, they are in the order to run."""

    stage: int
    query: str
    names: tuple[tuple[str, str], ...]


_MOVE, _NODES, _RELATIONSHIPS, _DELETE_RELATIONSHIPS, _DELETE_NODES = range(5)


class Changes:
    """Changes waiting to be written, grouped by statement, and what they count for in the summary."""

    def __init__(self) -> None:
        self.rows: dict[Statement, list[Row]] = {}
        self.counts: dict[str, int] = {}
        self.size = 0

    def add(self, old: Element | None, new: Element | None) -> bool:
        """Note the difference between what is held and what is wanted; return whether there is any."""
        if old is not None and new is not None and encode(old) == encode(new):
            return False
        match old, new:
            case None, Node():
                self._create_node(new)
            case None, Relationship():
                self._create_relationship(new)
            case Node(), None:
                self._row(_DELETE_NODES, "delete_nodes", {"id": old.id}, KEY_LABEL=key_label(old.labels))
            case Relationship(), None:
                self._delete_relationship(_DELETE_RELATIONSHIPS, old)
            case Node(), Node():
                self._update_node(old, new)
            case Relationship(), Relationship():
                self._update_relationship(old, new)
        done = "created" if old is None else "deleted" if new is None else "updated"
        counter = f"{'nodes' if isinstance(old or new, Node) else 'relationships'}_{done}"
        self.counts[counter] = self.counts.get(counter, 0) + 1
        self.size += 1
        return True

    def take_all_but_node_deletions(self) -> "Changes":
        """Return what may be written before the whole difference is known, and keep the rest."""
        taken = Changes()
        for statement in [known for known in self.rows if known.stage != _DELETE_NODES]:
            taken.rows[statement] = self.rows.pop(statement)
        taken.counts = {name: count for name, count in self.counts.items() if name != "nodes_deleted"}
        self.counts = {name: count for name, count in self.counts.items() if name == "nodes_deleted"}
        self.size = 0
        return taken

    def parts(self, most: int) -> Iterator["Changes"]:
        """Yield these changes in one part, or in several where they are more than `most`, in the order to write them."""
        if sum(map(len, self.rows.values())) <= most:
            yield self
            return
        yield self.take_all_but_node_deletions()
        for statement, rows in self.rows.items():
            for start in range(0, len(rows), most):
                part = Changes()
                part.rows[statement] = rows[start : start + most]
                part.counts["nodes_deleted"] = len(part.rows[statement])
                yield part

    def _row(self, stage: int, query: str, row: Row, **names: str) -> None:
        self.rows.setdefault(_statement(stage, query, *names.items()), []).append(row)

    def _create_node(self, node: Node) -> None:
        row: Row = {"id": node.id, "labels": list(node.labels), "props": to_server(node.properties)}
        self._row(_NODES, "create_nodes", row, KEY_LABEL=key_label(node.labels))

    def _update_node(self, old: Node, new: Node) -> None:
        row: Row = {
            "id": new.id,
            "drop": sorted(set(old.labels) - set(new.labels)),
            "labels": sorted(set(new.labels) - set(old.labels)),
            **_changed(old.properties, new.properties),
        }
        self._row(_NODES, "update_nodes", row, KEY_LABEL=key_label(old.labels))

    def _create_relationship(self, new: Relationship) -> None:
        row: Row = {"id": new.id, "start": new.start_id, "end": new.end_id, "props": to_server(new.properties)}
        self._row(
            _RELATIONSHIPS,
            "create_relationships",
            row,
            RELATIONSHIP_TYPE=new.type,
            START_LABEL=key_label(new.start_labels),
            END_LABEL=key_label(new.end_labels),
        )

    def _update_relationship(self, old: Relationship, new: Relationship) -> None:
        if (old.start_id, old.end_id) != (new.start_id, new.end_id):
            self._delete_relationship(_MOVE, old)
            self._create_relationship(new)
        elif (changed := _changed(old.properties, new.properties))["props"]:
            row: Row = {"id": new.id, **changed}
            self._row(_RELATIONSHIPS, "update_relationships", row, RELATIONSHIP_TYPE=new.type)

    def _delete_relationship(self, stage: int, old: Relationship) -> None:
        self._row(stage, "delete_relationships", {"id": old.id}, RELATIONSHIP_TYPE=old.type)


@cache
def _statement(stage: int, query: str, *names: tuple[str, str]) -> Statement:
    return Statement(stage, f"write/{query}", names)


def _changed(old: Properties, new: Properties) -> dict[str, dict[str, object]]:
    """Return `props`, what to set: new and other values, and null for what goes; a wall-clock time once held is kept.

    `clear` takes away first what the server would take for equal (0.0 and -0.0) and leave as it is.
    """
    gone: dict[str, object] = {name: None for name in old if name not in new and name not in VOLATILE_PROPERTIES}
    other = {name: value for name, value in new.items() if _differs(old.get(name), value)}
    return {
        "clear": {name: None for name, value in other.items() if old.get(name) == value},
        "props": {**gone, **to_server(other)},
    }


def _differs(old: object, new: object) -> bool:
    """Tell 1 from 1.0 and True, and 0.0 from -0.0, as the line of JSON does."""
    return type(old) is not type(new) or repr(old) != repr(new)

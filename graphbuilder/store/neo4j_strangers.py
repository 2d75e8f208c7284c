"""What lies in a database beside the graph model: on our nodes and between them, under our names, or apart from all of it.

Nothing of it is read or written otherwise (see `neo4j_held`); here it is looked at, so that somebody can be told.
"""

from collections.abc import Iterable, Iterator

from neo4j import ManagedTransaction, Record

from graphbuilder.graph.identifiers import PREFIXES, find_labels, owns
from graphbuilder.graph.schema import KEY_LABELS, NODE_PROPERTIES, RELATIONSHIP_TYPES
from graphbuilder.graph.scores import PREFIX, WEIGHTS
from graphbuilder.store.queries import load_query
from graphbuilder.store.strangers import Strangers
from graphbuilder.store.values import DECLARED_LABELS

BOOKKEEPING = frozenset({"AnalysisRun", "SchemaVersion"})
"""Labels of what graphbuilder keeps beside the graph."""

_OF_NODES = {
    "properties": {label: ["id", *declared] for label, declared in NODE_PROPERTIES.items()},
    "beginnings": {label: [one for one, labels in PREFIXES.items() if label in labels] for label in KEY_LABELS},
    "labels": sorted({*DECLARED_LABELS, *WEIGHTS}),
}
_OF_RELATIONSHIPS = {
    "properties": {kind: ["id", *declared.properties] for kind, declared in RELATIONSHIP_TYPES.items()}
}


def find_strangers(transaction: ManagedTransaction) -> Strangers:
    """Return what the database holds beside the graph model."""
    found = Strangers()
    for record in transaction.run(load_query("check/nodes").text, _OF_NODES):
        _look_at_node(found, *record.values())
    for record in transaction.run(load_query("check/relationships").text, _OF_RELATIONSHIPS):
        _look_at_relationship(found, record)
    found.among.sort()
    return found


def _look_at_node(found: Strangers, node_id: object, labels: list[str], names: list[str]) -> None:
    if _is_ours(node_id, labels):
        own = find_labels(str(node_id))
        declared = NODE_PROPERTIES[next(label for label in KEY_LABELS if label in own)]
        for label in sorted({*labels}.difference(own, WEIGHTS)):
            found.tell(f"{node_id} has the label {label}, which its id does not stand for")
        for name in _unknown(names, declared):
            found.tell(f"{node_id} has the property {name!r}, which the graph model does not know")
    elif find_labels(str(node_id)) or _keys(labels):
        found.tell(
            f"a node with the id {node_id!r} and the labels {':'.join(sorted(labels)) or 'none'} is none of the graph's"
        )
    elif not BOOKKEEPING.intersection(labels):
        found.nodes += 1


def _look_at_relationship(found: Strangers, record: Record) -> None:
    own_id, kind, names, start, start_labels, end, end_labels = record.values()
    ours = _is_ours(start, start_labels) + _is_ours(end, end_labels)
    if ours == 0:
        found.relationships += 1
    elif ours == 1:
        found.hanging += 1
    elif kind not in RELATIONSHIP_TYPES:
        found.tell(f"a relationship {kind} leads from {start} to {end}; the graph model has no such type")
    elif not isinstance(own_id, str) or not owns(own_id, kind):
        found.tell(f"a relationship {kind} from {start} to {end} has no id of the graph's ({own_id!r})")
    else:
        for name in _unknown(names, RELATIONSHIP_TYPES[kind].properties):
            found.tell(f"{own_id} has the property {name!r}, which the graph model does not know")


def _is_ours(node_id: object, labels: Iterable[str]) -> bool:
    return isinstance(node_id, str) and any(owns(node_id, label) for label in _keys(labels))


def _keys(labels: Iterable[str]) -> list[str]:
    return [label for label in KEY_LABELS if label in labels]


def _unknown(names: Iterable[str], declared: Iterable[str]) -> Iterator[str]:
    return (name for name in sorted({*names}.difference(declared, {"id"})) if not name.startswith(PREFIX))

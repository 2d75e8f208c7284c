"""Read what a database holds of the graph model, as a stream in order.

Only what has one of our key labels or relationship types and an id of ours (`identifiers.owns`) is read, and of a node only
declared labels and properties. Ids come from the index in order, so nothing is sorted or held here.
"""

import heapq
from collections.abc import Generator, Iterable, Iterator

from neo4j import Session, Transaction

from graphbuilder.graph.elements import Element, Node, Relationship, sort_key
from graphbuilder.graph.identifiers import find_labels, owns
from graphbuilder.graph.schema import KEY_LABELS, NODE_PROPERTIES, RELATIONSHIP_TYPES
from graphbuilder.store.queries import fill, load_query
from graphbuilder.store.values import DECLARED_LABELS, from_server

_KEY_LABELS = frozenset(KEY_LABELS)


def held_elements(session: Session) -> Generator[Element, None, None]:
    """Yield the elements of the database in order: one stream for each label and type, merged."""
    with session.begin_transaction() as transaction:
        yield from heapq.merge(*(_held_nodes(transaction, label) for label in KEY_LABELS), key=sort_key)
        yield from heapq.merge(*(_held_relationships(transaction, kind) for kind in RELATIONSHIP_TYPES), key=sort_key)


def _held_nodes(transaction: Transaction, label: str) -> Iterator[Element]:
    declared = NODE_PROPERTIES[label]
    for record in transaction.run(fill(load_query("write/held_nodes"), {"KEY_LABEL": label})):
        identifier, labels, properties = record.values()
        if not owns(identifier, label):
            continue
        properties.pop("id")
        yield Node(id=identifier, labels=_ours(labels, identifier), properties=from_server(properties, declared))


def _held_relationships(transaction: Transaction, kind: str) -> Iterator[Element]:
    declared = RELATIONSHIP_TYPES[kind].properties
    for record in transaction.run(fill(load_query("write/held_relationships"), {"RELATIONSHIP_TYPE": kind})):
        identifier, properties, start, start_labels, end, end_labels = record.values()
        if not owns(identifier, kind):
            continue
        yield Relationship(
            id=identifier,
            type=kind,
            start_id=str(start),
            start_labels=_ours(start_labels, str(start)),
            end_id=str(end),
            end_labels=_ours(end_labels, str(end)),
            properties=from_server(properties, declared),
        )


def _ours(labels: Iterable[str], node_id: str) -> tuple[str, ...]:
    """Return the declared ones among a node's labels; a key label that its id does not stand for is its reader's own."""
    strange = _KEY_LABELS.difference(find_labels(node_id))
    return tuple(sorted(DECLARED_LABELS.intersection(labels) - strange))

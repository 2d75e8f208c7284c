"""The invariants of the graph model as functions that raise AssertionError; used on generated and on real graphs."""

from collections import defaultdict
from collections.abc import Iterable

from graphbuilder.graph.elements import Element, Node, Relationship
from graphbuilder.graph.schema import check_element


def assert_evidence(elements: Iterable[Element]) -> tuple[int, int]:
    """Every event, and every participant of one, reaches a sentence of a document; offsets give back the text.

    Returns how many events and participations were looked at.
    """
    nodes: dict[str, Node] = {}
    relationships: list[Relationship] = []
    for element in elements:
        if isinstance(element, Node):
            nodes[element.id] = element
        else:
            relationships.append(element)
    in_document = {r.start_id for r in relationships if r.type == "IN_DOCUMENT"}
    mentioned_in: dict[str, set[str]] = defaultdict(set)
    for relationship in relationships:
        assert relationship.start_id in nodes, f"{relationship.id} starts at nothing"
        assert relationship.end_id in nodes, f"{relationship.id} ends at nothing"
        assert relationship.start_labels == nodes[relationship.start_id].labels
        assert relationship.end_labels == nodes[relationship.end_id].labels
        if relationship.type == "MENTIONS":
            sentence = nodes[relationship.start_id].properties
            first = sentence["start_char"]
            begin, end = relationship.properties["start_char"], relationship.properties["end_char"]
            assert isinstance(first, int)
            assert isinstance(begin, int)
            assert isinstance(end, int)
            text = str(sentence["text"])[begin - first : end - first]
            assert text == relationship.properties["text"]
            assert relationship.start_id in in_document
            mentioned_in[relationship.end_id].add(relationship.start_id)
    events = [node for node in nodes.values() if "Event" in node.labels]
    for event in events:
        assert mentioned_in[event.id], f"{event.id} has no sentence"
    participations = [r for r in relationships if r.type == "PARTICIPATED_IN"]
    for participation in participations:
        assert mentioned_in[participation.start_id], f"{participation.start_id} takes part but is in no sentence"
    return len(events), len(participations)


def assert_declared(elements: Iterable[Element]) -> None:
    """Every label, relationship type and property is the graph model's."""
    for element in elements:
        check_element(element)

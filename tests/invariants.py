"""The invariants of the graph model as functions that raise AssertionError; used on generated and on real graphs."""

from collections.abc import Iterable

from graphbuilder.graph.elements import Element, Node
from graphbuilder.graph.integrity import find_faults
from graphbuilder.graph.schema import check_element


def assert_evidence(elements: Iterable[Element]) -> tuple[int, int]:
    """Every event, and every participant of one, reaches a sentence of a document; offsets give back the text.

    Returns how many events and participations were looked at.
    """
    graph = list(elements)
    assert list(find_faults(graph)) == []
    events = sum(isinstance(element, Node) and "Event" in element.labels for element in graph)
    participations = sum(not isinstance(element, Node) and element.type == "PARTICIPATED_IN" for element in graph)
    return events, participations


def assert_declared(elements: Iterable[Element]) -> None:
    """Every label, relationship type and property is the graph model's."""
    for element in elements:
        check_element(element)

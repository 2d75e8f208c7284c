"""The made-up graph of the benchmarks is valid, the same every time, and has a few names in most of it."""

from collections import Counter

from benchmarks.speed.large_graph import make_graph
from graphbuilder.graph.elements import Relationship, encode
from graphbuilder.graph.schema import check_element


def test_every_element_is_of_the_graph_model_and_stands_once() -> None:
    elements = make_graph(400)
    for element in elements:
        check_element(element)
    assert len({element.id for element in elements}) == len(elements)
    assert list(map(encode, elements)) == list(map(encode, make_graph(400)))


def test_the_first_names_are_in_far_more_than_the_middle_ones() -> None:
    took_part = Counter(
        element.start_id
        for element in make_graph(400)
        if isinstance(element, Relationship) and element.type == "PARTICIPATED_IN"
    )
    assert took_part["person:000000"] > 10 * sorted(took_part.values())[len(took_part) // 2]

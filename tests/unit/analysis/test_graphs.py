"""The builders build what the graph model allows, so that the other tests stand on valid graphs."""

from graphbuilder.graph.schema import check_element
from tests.unit.analysis.graphs import FLORENTINE_MARRIAGES, entity, network, one_of_each


def test_every_built_element_is_one_the_graph_model_knows() -> None:
    elements = [*network(FLORENTINE_MARRIAGES, alone=["Pucci"]), *one_of_each(), entity("Övland", "Country")]

    for element in elements:
        check_element(element)

    assert len({element.id for element in elements}) == len(elements)

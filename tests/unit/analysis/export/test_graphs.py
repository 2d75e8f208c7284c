"""What is written is what networkx reads back, in both formats."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import networkx as nx
import pytest

from graphbuilder.analysis.export import ExportSummary
from graphbuilder.analysis.export.graphs import write_gexf, write_graphml
from graphbuilder.errors import SchemaError, StoreError
from graphbuilder.graph.elements import Element, Node, PropertyValue
from graphbuilder.graph.schema import NODE_PROPERTIES, RELATIONSHIP_TYPES, PropertyType
from tests.unit.analysis.graphs import FLORENTINE_MARRIAGES, entity, network, one_of_each

Writer = Callable[[Iterable[Element], Path], ExportSummary]
Values = dict[str, object]


def read_back(path: Path) -> tuple[dict[str, Values], dict[str, tuple[str, str, Values]]]:
    """Return the nodes by id and the edges by id (start, end, attributes) of a file, as networkx reads it."""
    if path.suffix == ".graphml":
        graph = nx.read_graphml(path, force_multigraph=True)
        edges = {key: (start, end, values) for start, end, key, values in graph.edges(keys=True, data=True)}
    else:
        graph = nx.read_gexf(path)
        edges = {values.pop("id"): (start, end, values) for start, end, values in graph.edges(data=True)}
        for node, values in graph.nodes(data=True):
            assert values.pop("label") == values["name"], node
        for _, _, values in edges.values():
            assert values.pop("label") == values["type"]
    return dict(graph.nodes(data=True)), edges


def plain(value: PropertyValue) -> object:
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, date):
        return value.isoformat()
    return value.replace("\x0b", "\ufffd") if isinstance(value, str) else value


WRITERS = pytest.mark.parametrize(
    ("write", "name"), [(write_graphml, "graph.graphml"), (write_gexf, "graph.gexf")], ids=["graphml", "gexf"]
)


@WRITERS
@pytest.mark.parametrize(
    "elements", [one_of_each(), network(FLORENTINE_MARRIAGES), []], ids=["all", "network", "empty"]
)
def test_networkx_reads_back_every_node_edge_and_attribute(
    write: Writer, name: str, elements: list[Element], tmp_path: Path
) -> None:
    summary = write(iter(elements), tmp_path / name)

    nodes, edges = read_back(tmp_path / name)
    expected_nodes, expected_edges = {}, {}
    for element in elements:
        values = {key: plain(value) for key, value in element.properties.items()}
        if isinstance(element, Node):
            expected_nodes[element.id] = {"labels": "; ".join(element.labels), **values}
        else:
            expected_edges[element.id] = (element.start_id, element.end_id, {"type": element.type, **values})
    assert nodes == expected_nodes
    assert edges == expected_edges
    assert summary == ExportSummary(nodes=len(nodes), relationships=len(edges))
    assert {type(value) for values in nodes.values() for value in values.values()} <= {str, int, float, bool}


@WRITERS
def test_equal_graphs_give_equal_bytes(write: Writer, name: str, tmp_path: Path) -> None:
    write(one_of_each(), tmp_path / name)
    first = (tmp_path / name).read_bytes()

    write(one_of_each(), tmp_path / name)

    assert (tmp_path / name).read_bytes() == first


@WRITERS
def test_wall_clock_times_are_left_out(write: Writer, name: str, tmp_path: Path) -> None:
    write(one_of_each(), tmp_path / name)

    assert "ingested_at" not in (tmp_path / name).read_text(encoding="utf-8")


@WRITERS
def test_a_stream_that_breaks_leaves_the_old_file_and_nothing_else(write: Writer, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("old", encoding="utf-8")

    def breaking() -> Iterator[Element]:
        yield entity("Ana")
        raise StoreError("the server went away")

    with pytest.raises(StoreError, match="the server went away"):
        write(breaking(), path)

    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@WRITERS
def test_folders_are_made_and_a_place_that_cannot_be_written_is_named(write: Writer, name: str, tmp_path: Path) -> None:
    write([], tmp_path / "new" / name)
    (tmp_path / "file").write_text("", encoding="utf-8")

    assert (tmp_path / "new" / name).is_file()
    with pytest.raises(StoreError, match=rf"cannot write .*file/{name}: .*; choose another path"):
        write([], tmp_path / "file" / name)


@WRITERS
def test_a_node_after_a_relationship_or_an_unknown_property_is_refused(
    write: Writer, name: str, tmp_path: Path
) -> None:
    with pytest.raises(SchemaError, match="comes after a relationship"):
        write(reversed(one_of_each()), tmp_path / name)
    with pytest.raises(SchemaError, match="no property 'shoe_size'"):
        write([Node(id="topic:x", labels=("Topic",), properties={"name": "x", "shoe_size": 43})], tmp_path / name)

    assert not list(tmp_path.iterdir())


def test_one_property_name_has_one_type_over_all_labels() -> None:
    """Both formats declare a column once for all nodes; two types under one name could not be written."""
    for declared in (NODE_PROPERTIES.values(), (kind.properties for kind in RELATIONSHIP_TYPES.values())):
        types: dict[str, set[PropertyType | type]] = {}
        for properties in declared:
            for name, kind in properties.items():
                types.setdefault(name, set()).add(kind.type)
        assert {name for name, found in types.items() if len(found) > 1} == set()

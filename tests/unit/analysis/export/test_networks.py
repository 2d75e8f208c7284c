"""Every format of a network is read back by someone else's reader, whole."""

import csv
import json
from datetime import date
from pathlib import Path

import networkx as nx
import pytest

from graphbuilder.analysis.export import NETWORKS, ExportSummary, export_network
from graphbuilder.analysis.export.networks import to_node_link
from graphbuilder.analysis.projections import PROJECTIONS, project
from graphbuilder.analysis.reading import read_participations
from graphbuilder.analysis.selection import Selection, select
from graphbuilder.errors import SettingsError
from tests.unit.analysis.diplomacy import year


def written(path: Path, kind: str, network: str = "relations") -> Path:
    export_network(year(), path, kind=kind, network=network, selection=Selection())
    return path


def graph(network: str = "relations") -> nx.Graph:
    return project(select(read_participations(year()), Selection()), network)


def text(value: object) -> object:
    if isinstance(value, tuple):
        return "; ".join(value)
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("network", PROJECTIONS)
def test_graphml_is_what_networkx_reads(network: str, tmp_path: Path) -> None:
    found = nx.read_graphml(written(tmp_path / "n.graphml", "graphml", network))

    ours = graph(network)
    assert found.is_directed() == ours.is_directed()
    assert dict(found.nodes(data=True)) == dict(ours.nodes(data=True))
    assert {frozenset(edge) for edge in found.edges} == {frozenset(edge) for edge in ours.edges}
    for one, other, tie in ours.edges(data=True):
        assert found.edges[one, other] == {name: text(value) for name, value in tie.items() if value is not None}


@pytest.mark.parametrize("network", PROJECTIONS)
def test_gexf_is_dynamic_and_networkx_reads_it(network: str, tmp_path: Path) -> None:
    found = nx.read_gexf(written(tmp_path / "n.gexf", "gexf", network))

    ours = graph(network)
    assert found.graph["mode"] == "dynamic"
    assert dict(found.nodes(data="name")) == dict(ours.nodes(data="name"))
    assert {frozenset(edge) for edge in found.edges} == {frozenset(edge) for edge in ours.edges}
    assert all(found.edges[one, other]["weight"] == ours.edges[one, other]["weight"] for one, other in ours.edges)


def test_an_edge_lives_on_the_days_of_its_events_and_a_node_on_those_of_its_edges(tmp_path: Path) -> None:
    content = written(tmp_path / "n.gexf", "gexf", "company").read_text(encoding="utf-8")
    found = nx.read_gexf(tmp_path / "n.gexf")

    assert 'timeformat="date"' in content
    assert 'title="weight"' not in content
    assert found.edges["person:ana", "person:bo"]["spells"] == [
        ("2031-03-01", "2031-03-02"),
        ("2031-03-02", "2031-03-02"),
    ]
    assert found.nodes["person:cy"]["spells"] == [("2031-04-10", "2031-04-10")]


def test_node_link_json_is_what_networkx_reads(tmp_path: Path) -> None:
    found = json.loads(written(tmp_path / "n.json", "json").read_text(encoding="utf-8"))

    read = nx.node_link_graph(found, edges="links")
    ours = graph()
    assert set(read.edges) == set(ours.edges)
    assert read.edges["person:cy", "person:bo"]["events"] == ["event:threat-threat"]
    assert read.edges["person:cy", "person:bo"]["first"] == "2031-04-10"
    assert found == json.loads(json.dumps(to_node_link(ours)))


def test_an_edge_list_has_names_and_evidence(tmp_path: Path) -> None:
    with written(tmp_path / "n.csv", "csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert [(row["source_name"], row["target_name"], row["events"]) for row in rows] == [
        ("Ana", "Bo", "event:trip-trip"),
        ("Ana", "Sudia", "event:aid-aid"),
        ("Cy", "Bo", "event:threat-threat"),
    ]
    assert (rows[2]["intensity"], rows[2]["first"], rows[2]["target_type"]) == ("-6.0", "2031-04-10", "Person")


@pytest.mark.parametrize("kind", NETWORKS)
def test_equal_networks_give_equal_bytes_and_nothing_is_a_file_too(kind: str, tmp_path: Path) -> None:
    first = written(tmp_path / "one", kind).read_bytes()
    export_network(reversed(year()), tmp_path / "two", kind=kind, network="relations", selection=Selection())
    empty = export_network([], tmp_path / "three", kind=kind, network="relations", selection=Selection())

    assert first == (tmp_path / "two").read_bytes()
    assert empty == ExportSummary()
    assert (tmp_path / "three").is_file()


def test_unknown_networks_and_formats_are_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no network 'love'"):
        written(tmp_path / "n", "csv", "love")
    with pytest.raises(SettingsError, match="written as graphml, gexf, json, csv, not as 'docx'"):
        written(tmp_path / "n", "docx")

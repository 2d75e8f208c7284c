"""The files a graph can be written to, by the name a person asks for."""

from collections.abc import Callable, Iterable
from pathlib import Path

from graphbuilder.analysis.export.events import write_gdelt, write_plover
from graphbuilder.analysis.export.evidence import read_with_evidence
from graphbuilder.analysis.export.files import ExportSummary
from graphbuilder.analysis.export.graphs import write_gexf as write_whole_gexf
from graphbuilder.analysis.export.graphs import write_graphml as write_whole_graphml
from graphbuilder.analysis.export.networks import write_edge_list, write_gexf, write_graphml, write_node_link
from graphbuilder.analysis.export.visits import write_visits
from graphbuilder.analysis.export.weis import write_weis
from graphbuilder.analysis.projections.catalogue import PROJECTIONS, project
from graphbuilder.analysis.reading import read_participations
from graphbuilder.analysis.selection import Selection, select
from graphbuilder.errors import SettingsError, did_you_mean
from graphbuilder.graph.elements import Element

WHOLE: dict[str, Callable[[Iterable[Element], Path], ExportSummary]] = {
    "graphml": write_whole_graphml,
    "gexf": write_whole_gexf,
}
"""Formats of the whole graph, as it streams."""

TABLES = {"plover": write_plover, "gdelt": write_gdelt, "weis": write_weis, "visits": write_visits}
"""Formats of events and trips."""

NETWORKS = ("graphml", "gexf", "json", "csv")
"""Formats of one network."""


def export_network(
    elements: Iterable[Element], path: Path, *, kind: str, network: str, selection: Selection
) -> ExportSummary:
    """Write one network in a format of NETWORKS.

    Raises:
        SettingsError: There is no such network or format, or the selection makes no sense.
        StoreError: The file cannot be written.
    """
    if network not in PROJECTIONS:
        raise SettingsError(
            f"there is no network {network!r};{did_you_mean(network, PROJECTIONS)} choose from {', '.join(PROJECTIONS)}"
        )
    if kind not in NETWORKS:
        raise SettingsError(f"a network is written as {', '.join(NETWORKS)}, not as {kind!r}")
    chosen = select(read_participations(elements), selection)
    graph = project(chosen, network)
    if kind == "gexf":
        return write_gexf(graph, path, chosen.events)
    return {"graphml": write_graphml, "json": write_node_link, "csv": write_edge_list}[kind](graph, path)


def export_table(elements: Iterable[Element], path: Path, *, kind: str, selection: Selection) -> ExportSummary:
    """Write events or trips in a format of TABLES.

    Raises:
        SettingsError: The selection makes no sense.
        StoreError: The file cannot be written.
    """
    participations, told = read_with_evidence(elements)
    return TABLES[kind](select(participations, selection), told, path)

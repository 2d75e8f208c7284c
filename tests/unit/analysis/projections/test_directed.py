"""Who acted towards whom, which countries, who went where, who speaks of whom."""

import networkx as nx
import pytest

from graphbuilder.analysis.participations import Participations
from graphbuilder.analysis.projections import (
    PROJECTIONS,
    project,
    project_countries,
    project_relations,
    project_signed,
    project_statements,
    project_travel,
)
from graphbuilder.analysis.reading import read_participations
from graphbuilder.analysis.selection import Selection, select
from graphbuilder.errors import SettingsError
from tests.unit.analysis.diplomacy import year

ANA, BO, CY, DI = "person:ana", "person:bo", "person:cy", "person:di"
NORLAND, SUDIA, ESTIA = "place:country:norland", "place:country:sudia", "place:country:estia"


def actual() -> Participations:
    return select(read_participations(year()), Selection())


def ties(graph: nx.Graph) -> dict[tuple[str, str], tuple[str, ...]]:
    return {ends: tie["events"] for ends, tie in graph.edges.items()}


def test_whoever_acts_is_directed_at_whoever_receives() -> None:
    graph = project_relations(actual())

    assert ties(graph) == {
        (ANA, BO): ("event:trip-trip",),
        (ANA, SUDIA): ("event:aid-aid",),
        (CY, BO): ("event:threat-threat",),
    }
    assert graph.edges[CY, BO]["intensity"] == -6
    assert graph.edges[CY, BO]["verbal_conflict"] == 1
    assert graph.edges[ANA, SUDIA]["material_cooperation"] == 1
    assert graph.edges[ANA, SUDIA]["verbal_conflict"] == 0


def test_joint_acts_count_in_both_directions_when_asked_for() -> None:
    graph = project_relations(actual(), mutual=True)

    assert graph.edges[ANA, BO]["events"] == ("event:meeting-talks", "event:trip-trip")
    assert graph.edges[BO, ANA]["events"] == ("event:meeting-talks",)
    assert graph.edges[ANA, BO]["intensity"] == 4


def test_relations_of_some_quad_classes_only() -> None:
    graph = project_relations(actual(), quads=("verbal conflict", "material conflict"))

    assert ties(graph) == {(CY, BO): ("event:threat-threat",)}
    with pytest.raises(SettingsError, match="no quad class 'love'"):
        project_relations(actual(), quads=("love",))


def test_the_signed_network_sums_intensities() -> None:
    graph = project_signed(actual())

    assert {ends: (tie["sign"], tie["intensity"]) for ends, tie in graph.edges.items()} == {
        (ANA, BO): (1, 4.0),
        (ANA, SUDIA): (1, 7.0),
        (BO, CY): (-1, -6.0),
    }


def test_people_stand_for_their_countries_and_an_event_counts_once_for_a_dyad() -> None:
    graph = project_countries(actual())

    assert ties(graph) == {
        (ESTIA, SUDIA): ("event:threat-threat",),
        (NORLAND, SUDIA): ("event:aid-aid", "event:meeting-talks", "event:trip-trip"),
        (SUDIA, NORLAND): ("event:meeting-talks",),
    }


def test_the_travel_network_leads_to_places_or_to_their_countries() -> None:
    assert ties(project_travel(actual())) == {(ANA, "place:port"): ("event:trip-trip",)}
    graph = project_travel(actual(), level="country")
    assert ties(graph) == {(ANA, SUDIA): ("event:trip-trip",)}
    assert dict(graph.nodes(data="bipartite")) == {ANA: 0, SUDIA: 1}
    with pytest.raises(SettingsError, match="no level 'street'"):
        project_travel(actual(), level="street")


def test_whoever_denies_a_meeting_speaks_of_those_in_it_though_it_did_not_happen() -> None:
    graph = project_statements(actual())

    assert ties(graph) == {
        (BO, CY): ("event:rejection-denial",),
        (BO, DI): ("event:rejection-denial",),
        (CY, BO): ("event:threat-threat",),
    }
    assert graph.nodes[DI] == {"name": "Di", "type": "Person"}


def test_who_is_spoken_of_is_selected_by_kind_too() -> None:
    only_places = select(read_participations(year()), Selection(kinds=("Place",)))

    assert not project_statements(only_places).edges


@pytest.mark.parametrize("name", PROJECTIONS)
def test_every_projection_gives_edges_their_evidence_and_days_in_a_fixed_order(name: str) -> None:
    graph = project(actual(), name)

    assert graph.is_directed() == PROJECTIONS[name].directed
    assert graph.edges
    assert list(graph) == sorted(graph) or name in {"participation", "travel"}
    for _, _, tie in graph.edges(data=True):
        assert tie["weight"] > 0
        assert list(tie["events"]) == sorted(set(tie["events"]))
        assert tie["first"] <= tie["last"]
    backwards = project(select(read_participations(reversed(year())), Selection()), name)
    assert list(graph.edges(data=True)) == list(backwards.edges(data=True))


def test_an_unknown_network_says_which_there_are() -> None:
    with pytest.raises(SettingsError, match="no network 'love'; choose from participation, company"):
        project(actual(), "love")

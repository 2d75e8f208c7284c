from datetime import date

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.analysis.projections import project_bipartite, project_coparticipation
from graphbuilder.analysis.reading import read_participations
from graphbuilder.analysis.selection import Selection, select
from graphbuilder.errors import SettingsError
from graphbuilder.graph.elements import Element
from tests.unit.analysis.graphs import entity, event, gathering, in_order, network, part


def talks() -> list[Element]:
    """Three met once, two of them again; a fourth was alone."""
    return in_order(
        [
            *gathering(("Ana", "Bo", "Cy"), event("1", confidence=0.5)),
            *gathering(("Bo", "Ana"), event("2", confidence=0.75)),
            *gathering(("Di",), event("3")),
        ]
    )


@pytest.mark.parametrize(
    ("weight", "twice", "once"), [("events", 2, 1), ("newman", 1.5, 0.5), ("confidence", 1.25, 0.5)]
)
def test_ties_are_weighed_by_shared_events(weight: str, twice: float, once: float) -> None:
    graph = project_coparticipation(read_participations(talks()), weight=weight)

    assert {ends: (tie["weight"], tie["events"]) for ends, tie in graph.edges.items()} == {
        ("person:ana", "person:bo"): (twice, ("event:meeting-1", "event:meeting-2")),
        ("person:ana", "person:cy"): (once, ("event:meeting-1",)),
        ("person:bo", "person:cy"): (once, ("event:meeting-1",)),
    }
    assert list(graph) == ["person:ana", "person:bo", "person:cy", "person:di"]
    assert graph.nodes["person:di"] == {"name": "Di", "type": "Person"}


def test_the_order_of_the_stream_changes_nothing_not_even_the_order_of_nodes_and_edges() -> None:
    forwards = project_coparticipation(read_participations(talks()))

    backwards = project_coparticipation(read_participations(reversed(talks())))

    assert list(forwards.nodes(data=True)) == list(backwards.nodes(data=True))
    assert list(forwards.edges(data=True)) == list(backwards.edges(data=True))


def test_an_entity_in_two_roles_is_not_tied_to_itself() -> None:
    ana, meeting = entity("Ana"), event("1")

    graph = project_coparticipation(
        read_participations([ana, meeting, part(ana, meeting, "host"), part(ana, meeting, "speaker")])
    )

    assert list(graph) == ["person:ana"]
    assert not graph.edges


def test_an_event_that_is_not_believed_at_all_ties_nobody_by_confidence() -> None:
    elements = list(gathering(("Ana", "Bo"), event("1", confidence=0.0)))

    graph = project_coparticipation(read_participations(elements), weight="confidence")

    assert not graph.edges


def test_what_did_not_happen_ties_nobody_by_default() -> None:
    elements = list(gathering(("Ana", "Bo"), event("1", status="negated")))

    graph = project_coparticipation(select(read_participations(elements), Selection()))

    assert len(graph) == 0


def test_an_unknown_weight_says_which_there_are() -> None:
    with pytest.raises(SettingsError, match="no weight 'love'; choose from events, newman, confidence"):
        project_coparticipation(read_participations([]), weight="love")


def test_the_bipartite_graph_joins_entities_to_events_with_their_roles() -> None:
    ana, meeting, lonely = entity("Ana"), event("1"), event("2", "Protest", status="planned")

    graph = project_bipartite(
        read_participations([ana, meeting, lonely, part(ana, meeting, "speaker"), part(ana, meeting, "host")])
    )

    assert list(graph.edges) == [("person:ana", "event:meeting-1")]
    assert graph.edges["person:ana", "event:meeting-1"]["roles"] == ("host", "speaker")
    assert graph.nodes["person:ana"] == {"name": "Ana", "type": "Person", "bipartite": 0}
    assert graph.nodes["event:protest-2"] == {
        "name": "Protest 2",
        "type": "Protest",
        "status": "planned",
        "bipartite": 1,
    }


def test_nothing_gives_empty_graphs() -> None:
    nothing = read_participations(network([]))

    assert len(project_bipartite(nothing)) == len(project_coparticipation(nothing)) == 0


GUESTS = st.lists(st.sets(st.sampled_from(["Ana", "Bo", "Cy", "Di", "Ed"])), min_size=1, max_size=8)


@given(GUESTS)
def test_coparticipation_is_the_projection_networkx_makes_of_the_bipartite_graph(guests: list[set[str]]) -> None:
    elements = in_order(
        element for place, names in enumerate(guests) for element in gathering(names, event(str(place)))
    )
    participations = read_participations(elements)

    for weight, reference in (
        ("events", nx.bipartite.weighted_projected_graph),
        ("newman", nx.bipartite.collaboration_weighted_projected_graph),
    ):
        ours = project_coparticipation(participations, weight=weight)
        theirs = reference(project_bipartite(participations), list(participations.entities))
        assert set(ours) == set(theirs)
        assert {frozenset(edge) for edge in ours.edges} == {frozenset(edge) for edge in theirs.edges}
        for one, other, tie in ours.edges(data=True):
            assert tie["weight"] == pytest.approx(theirs.edges[one, other]["weight"])


def test_a_tie_says_which_kinds_of_events_it_rests_on_and_when_they_were() -> None:
    elements = in_order(
        [
            *gathering(("Ana", "Bo"), event("1", start=date(2031, 1, 5))),
            *gathering(("Ana", "Bo"), event("2", "Summit", start=date(2031, 2, 1), end=date(2031, 2, 3))),
            *gathering(("Ana", "Bo"), event("3", "Trip")),
        ]
    )

    tie = project_coparticipation(read_participations(elements)).edges["person:ana", "person:bo"]

    assert tie["labels"] == ("Meeting", "Summit", "Trip")
    assert (tie["first"], tie["last"]) == (date(2031, 1, 5), date(2031, 2, 3))


def test_recent_events_weigh_more_and_undated_ones_nothing() -> None:
    """Cy met Ana on the last day (1), Bo met Ana 10 days before (1/2) and 20 days before (1/4), Di met Ana who knows when."""
    elements = in_order(
        [
            *gathering(("Ana", "Cy"), event("1", start=date(2031, 1, 21))),
            *gathering(("Ana", "Bo"), event("2", start=date(2031, 1, 11))),
            *gathering(("Ana", "Bo"), event("3", start=date(2031, 1, 1))),
            *gathering(("Ana", "Di"), event("4")),
        ]
    )

    graph = project_coparticipation(read_participations(elements), weight="recency", half_life=10)

    assert {other: graph.edges["person:ana", other]["weight"] for other in graph["person:ana"]} == pytest.approx(
        {"person:cy": 1.0, "person:bo": 0.75}
    )


def test_a_vague_event_does_not_age_the_others() -> None:
    """What happened some time in 2031 may have been on its first day: the year need not be over."""
    elements = in_order(
        [
            *gathering(("Ana", "Cy"), event("1", start=date(2031, 1, 21))),
            *gathering(("Ana", "Bo"), event("2", start=date(2031, 1, 1), end=date(2031, 12, 31))),
        ]
    )

    graph = project_coparticipation(read_participations(elements), weight="recency")

    assert graph.edges["person:ana", "person:cy"]["weight"] == 1

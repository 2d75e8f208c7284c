"""Measures against published figures and cases worked out by hand, all the way from elements."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from graphbuilder.analysis.measures import paths
from graphbuilder.analysis.measures.centrality import closeness, degree, hits, pagerank, strength
from graphbuilder.analysis.measures.paths import EXACT_WORK, PIVOTS, Distance, Scores, sampled_sources
from graphbuilder.analysis.projections import project_coparticipation
from graphbuilder.analysis.reading import read_participations
from tests.unit.analysis.graphs import FLORENTINE_MARRIAGES, network

if TYPE_CHECKING:
    from graphbuilder.analysis.measures.engines import Engine


def by_name(scores: dict[str, float]) -> dict[str, float]:
    return {key.removeprefix("person:").capitalize(): score for key, score in scores.items()}


def graph_of(ties: list[tuple[str, str]] | tuple[tuple[str, str], ...], alone: tuple[str, ...] = ()) -> nx.Graph:
    return project_coparticipation(read_participations(network(ties, alone)))


def betweenness(
    graph: nx.Graph, *, distance: Distance = "unweighted", pivots: int | None = None, seed: int = 0
) -> Scores:
    return paths.betweenness(graph, distance=distance, pivots=pivots, seed=seed).scores


def test_betweenness_of_the_florentine_families_is_the_published_one() -> None:
    """M. O. Jackson, "Social and Economic Networks" (2008), section 2.2.4: Medici .522, Guadagni .255, Strozzi .103.

    The others are those of the networkx test suite (test_betweenness_centrality.py, Florentine families).
    """
    published = {
        "Acciaiuoli": 0.0, "Albizzi": 0.212, "Barbadori": 0.093, "Bischeri": 0.104, "Castellani": 0.055,
        "Ginori": 0.0, "Guadagni": 0.255, "Lamberteschi": 0.0, "Medici": 0.522, "Pazzi": 0.0, "Peruzzi": 0.022,
        "Ridolfi": 0.114, "Salviati": 0.143, "Strozzi": 0.103, "Tornabuoni": 0.092,
    }  # fmt: skip

    scores = by_name(betweenness(graph_of(FLORENTINE_MARRIAGES)))

    assert scores == pytest.approx(published, abs=0.0006)


def test_degree_of_the_florentine_families_is_the_published_one() -> None:
    """Jackson (2008), section 1.2.1: the Medici married six families, the Strozzi and Guadagni four."""
    scores = by_name(degree(graph_of(FLORENTINE_MARRIAGES)))

    assert (scores["Medici"], scores["Strozzi"], scores["Guadagni"], scores["Pazzi"]) == (6, 4, 4, 1)


def test_betweenness_on_a_path_by_hand() -> None:
    """A-B-C-D: of the 3 pairs without B, 2 pass through it; nobody is between the ends."""
    scores = betweenness(graph_of([("A", "B"), ("B", "C"), ("C", "D")]))

    assert by_name(scores) == pytest.approx({"A": 0, "B": 2 / 3, "C": 2 / 3, "D": 0})


DETOUR = [("A", "B")] * 3 + [("B", "C")] * 3 + [("A", "C")]


def test_inverse_distance_prefers_frequent_company() -> None:
    """A and C met once (length 1), but each met B three times (length 1/3 + 1/3)."""
    graph = graph_of(DETOUR)

    assert by_name(betweenness(graph)) == {"A": 0, "B": 0, "C": 0}
    assert by_name(betweenness(graph, distance="inverse")) == {"A": 0, "B": 1, "C": 0}


def test_paths_of_equal_length_stay_equal_where_floats_would_differ() -> None:
    """From A to E it is 1/2 + 1/3 + 1/3 by B and C, and 1 + 1/6 by D: equal, though not as sums of floats.

    By hand, B is between A and C, and on half of A to E; C on half of A to E, and between B and E and B and D; D on
    half of A to E; E between B and D and C and D.
    """
    ties = [("A", "B")] * 2 + [("B", "C")] * 3 + [("C", "E")] * 3 + [("A", "D")] + [("D", "E")] * 6

    scores = by_name(betweenness(graph_of(ties), distance="inverse"))

    assert 1 / 2 + 1 / 3 + 1 / 3 != 1 + 1 / 6
    assert scores == pytest.approx({"A": 0, "B": 1.5 / 6, "C": 2.5 / 6, "D": 0.5 / 6, "E": 2 / 6})


def test_sampled_betweenness_is_seeded_and_near_the_exact_one() -> None:
    graph = graph_of(FLORENTINE_MARRIAGES)

    sampled = by_name(betweenness(graph, pivots=10, seed=3))

    assert sampled == by_name(betweenness(graph, pivots=10, seed=3))
    assert sampled != by_name(betweenness(graph))
    assert max(sampled, key=lambda name: sampled[name]) == "Medici"


@pytest.mark.parametrize(
    ("nodes", "ties", "pivots", "expected"),
    [
        (10, 9, None, None), (10, 9, 3, 3), (10, 9, 10, None), (1_000, EXACT_WORK // 1_000, None, None),
        (1_000, EXACT_WORK // 1_000 + 1, None, PIVOTS),
    ],
)  # fmt: skip
def test_sampling_begins_where_exact_takes_too_long(
    nodes: int, ties: int, pivots: int | None, expected: int | None
) -> None:
    assert sampled_sources(nodes, ties, pivots) == expected


def random_graph(nodes: int = 60) -> nx.Graph:
    graph = nx.relabel_nodes(
        nx.barabasi_albert_graph(nodes, 2, seed=4), {number: f"n{number:03}" for number in range(nodes)}
    )
    graph.add_nodes_from(["alone", "apart"])
    for place, (_, _, tie) in enumerate(graph.edges(data=True)):
        tie["weight"] = place % 4 + 1
    return graph


@pytest.mark.parametrize("distance", ["unweighted", "inverse"])
def test_both_engines_give_the_same_betweenness(distance: Distance) -> None:
    engines: tuple[Engine, Engine] = ("networkx", "networkit")
    one, other = (paths.betweenness(random_graph(), distance=distance, engine=engine) for engine in engines)

    assert (one.engine, other.engine) == engines
    assert list(one.scores) == list(other.scores)
    assert other.scores == pytest.approx(one.scores, abs=1e-12)


def test_the_engine_is_chosen_by_size_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    small = paths.betweenness(random_graph())
    monkeypatch.setattr(paths, "LARGE", 10)
    large = paths.betweenness(random_graph())

    assert (small.engine, large.engine) == ("networkx", "networkit")
    assert (small.sources, large.sources, small.error, large.error) == (None, None, None, None)
    assert large.scores == pytest.approx(small.scores, abs=1e-12)


def test_a_sample_has_no_bias() -> None:
    """The mean of many estimates is the exact score."""
    graph = graph_of(FLORENTINE_MARRIAGES)
    exact = betweenness(graph)

    samples = [paths.betweenness(graph, pivots=5, seed=seed).scores for seed in range(400)]

    for node, score in exact.items():
        assert sum(sample[node] for sample in samples) / len(samples) == pytest.approx(score, abs=0.02)


@pytest.mark.parametrize("distance", ["unweighted", "inverse"])
def test_the_error_of_a_sample_is_the_error_it_makes(distance: Distance) -> None:
    graph = random_graph(200)
    exact = betweenness(graph, distance=distance)

    found = paths.betweenness(graph, distance=distance, pivots=64, seed=1)

    assert found.sources == 64
    assert found.error is not None
    worst = max(abs(found.scores[node] - exact[node]) for node in graph)
    assert found.error / 3 < worst < 4 * found.error


def test_hits_is_the_leading_singular_vector() -> None:
    graph = nx.DiGraph()
    graph.add_weighted_edges_from(
        [("a", "b", 3), ("a", "c", 1), ("b", "c", 2), ("c", "a", 1), ("d", "c", 2), ("d", "b", 1)]
    )

    hubs, authorities = hits(graph)

    theirs = nx.hits(graph, tol=1e-12)
    assert hubs == pytest.approx(theirs[0], abs=1e-6)
    assert authorities == pytest.approx(theirs[1], abs=1e-6)
    assert sum(hubs.values()) == pytest.approx(1)


def test_hits_without_ties_are_zero() -> None:
    graph = nx.DiGraph()
    graph.add_node("a")

    assert hits(graph) == ({"a": 0}, {"a": 0})


def test_closeness_of_the_florentine_families_is_that_of_networkx() -> None:
    graph = graph_of(FLORENTINE_MARRIAGES)

    assert closeness(graph) == pytest.approx(nx.current_flow_closeness_centrality(graph, weight="weight"))


def test_closeness_by_hand() -> None:
    """A-B-C: resistances 1, 1 and 2, so A has 1/3 and B 1/2; Y-Z are 1 apart; each times the share of the others it reaches."""
    scores = by_name(closeness(graph_of([("A", "B"), ("B", "C"), ("Y", "Z")], alone=("X",))))

    assert scores == pytest.approx({"A": 2 / 5 / 3, "B": 2 / 5 / 2, "C": 2 / 5 / 3, "X": 0, "Y": 1 / 5, "Z": 1 / 5})


def test_pagerank_of_a_star_solves_its_equations() -> None:
    """Centre c = .15/4 + .85 * 3 l and leaf l = .15/4 + .85 * c/3 give c = .15/4 * (1 + 3 * .85) / (1 - .85^2)."""
    centre = 0.15 / 4 * (1 + 3 * 0.85) / (1 - 0.85**2)

    scores = by_name(pagerank(graph_of([("C", "X"), ("C", "Y"), ("C", "Z")])))

    assert scores == pytest.approx({"C": centre, **dict.fromkeys("XYZ", (1 - centre) / 3)}, abs=1e-9)


def test_pagerank_follows_weights() -> None:
    """X met C twice, Y once: x = .05 + .85 * 2/3 c, y = .05 + .85 * 1/3 c, c = .05 + .85 (x + y)."""
    centre = (0.05 + 0.85 * 0.1) / (1 - 0.85**2)

    scores = by_name(pagerank(graph_of([("C", "X"), ("C", "X"), ("C", "Y")])))

    assert scores == pytest.approx(
        {"C": centre, "X": 0.05 + 0.85 * 2 / 3 * centre, "Y": 0.05 + 0.85 / 3 * centre}, abs=1e-9
    )


def test_without_jumps_pagerank_is_strength() -> None:
    """On an undirected graph the walk alone visits nodes in proportion to their strength (L. Lovász 1993)."""
    graph = graph_of(DETOUR)

    scores, totals = pagerank(graph, damping=1.0), strength(graph)

    assert scores == pytest.approx({key: total / 14 for key, total in totals.items()}, abs=1e-6)


def test_strength_adds_up_weights_and_degree_counts_partners() -> None:
    graph = graph_of(DETOUR, alone=("Z",))

    assert by_name(strength(graph)) == {"A": 4, "B": 6, "C": 4, "Z": 0}
    assert by_name(degree(graph)) == {"A": 2, "B": 2, "C": 2, "Z": 0}


@pytest.mark.parametrize("measure", [degree, strength, pagerank, betweenness])
def test_nobody_has_no_score_and_one_alone_has_one(measure: Callable[[nx.Graph], Scores]) -> None:
    assert measure(graph_of([])) == {}
    assert by_name(measure(graph_of([], alone=("A",)))) == {"A": 1 if measure is pagerank else 0}

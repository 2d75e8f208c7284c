"""What every store promises, asked of each: the same bytes, the same counts, the same refusals."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec import structs

from graphbuilder.errors import SchemaError, StoreError
from graphbuilder.graph.elements import Element, Node, Relationship
from graphbuilder.graph.scores import ScoreRun
from graphbuilder.store.base import GraphStore, WriteSummary
from graphbuilder.store.connect import open_store
from tests.factories import document, entity, event, graphs, lines, ordered, relationship, sentence, small_graph

if TYPE_CHECKING:
    from tests.neo4j_fixture import Neo4jServer

HOSTILE = [
    "'; MATCH (n) DETACH DELETE n //",
    '"}) DETACH DELETE n //',
    "`]) `` $rows {id: 1}",
    "line\nbreak\r\n\ttab \\n \\",
    "\u2028 \u202e \x07 \u200d",
    "Ærø Łódź Çelik 毛 Ψ 🏛️👩🏽‍⚖️ e\u0301 é",
    "$person {name} :Label",
    " ",
    "null",
    "2017-07-05",
    "x" * 3_000,
]


@pytest.fixture(params=["file", "neo4j_server", "newest_neo4j"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[GraphStore]:
    """Return an empty store of each kind."""
    if request.param == "file":
        target, user, password = f"file:{tmp_path / 'graph.jsonl'}", "", ""
    else:
        server: Neo4jServer = request.getfixturevalue(request.param)
        target, user, password = server.uri, server.user, server.password
    with open_store(target, user=user, password=password) as opened:
        opened.synchronize([])
        yield opened
        opened.synchronize([])


@given(graphs(), graphs())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_graph_replaces_any_other(store: GraphStore, before: list[Element], after: list[Element]) -> None:
    store.synchronize([])
    assert store.synchronize(before).changed == len(before)

    changed = store.synchronize(after)

    assert lines(store.read()) == lines(after)
    assert changed.unchanged == len(set(lines(before).splitlines()) & set(lines(after).splitlines()))
    assert store.synchronize(after) == WriteSummary(unchanged=len(after))


def test_the_small_graph_comes_back_as_it_went_in(store: GraphStore) -> None:
    graph = small_graph()
    nodes = sum(isinstance(element, Node) for element in graph)

    summary = store.synchronize(graph)

    assert summary == WriteSummary(nodes_created=nodes, relationships_created=len(graph) - nodes)
    assert list(store.read()) == graph


def test_asking_whether_it_can_be_written_writes_nothing(store: GraphStore) -> None:
    store.check_writable()
    assert store.is_empty()
    store.synchronize(small_graph())

    store.check_writable()

    assert lines(store.read()) == lines(small_graph())


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_stays_data(store: GraphStore, text: str) -> None:
    graph = ordered([entity("a", text, aliases=[text, "b"]), sentence("b", text), document("c", title=text)])
    store.synchronize(graph)

    assert lines(store.read()) == lines(graph)
    assert store.synchronize(graph).changed == 0


def test_numbers_flags_and_dates_keep_their_kind(store: GraphStore) -> None:
    who, post = entity("a", "A", latitude=1.0, longitude=-0.0, mention_count=2**62), _position()
    tiny = event("e", "Trip", date(1, 1, 1), end=date(9999, 12, 31), confidence=5e-324, intensity=0.1 + 0.2)
    held = relationship("HOLDS", who, post, former=True, start=date(2000, 2, 29), confidence=1.0)
    graph = ordered([who, post, tiny, held])
    store.synchronize(graph)

    assert lines(store.read()) == lines(graph)
    assert {type(value) for value in list(store.read())[-1].properties.values()} == {bool, date, float}


def _position() -> Node:
    return Node(id="position:x", labels=("Position",), properties={"name": "X", "title": "X", "kind": "x"})


def test_minus_zero_replaces_zero(store: GraphStore) -> None:
    store.synchronize([entity("a", "A", latitude=0.0)])
    wanted: list[Element] = [entity("a", "A", latitude=-0.0)]

    assert store.synchronize(wanted).nodes_updated == 1
    assert lines(store.read()) == lines(wanted)


def test_a_property_that_is_no_longer_wanted_goes(store: GraphStore) -> None:
    store.synchronize([entity("a", "A", wikidata="Q1", aliases=["B"])])

    summary = store.synchronize([entity("a", "A")])

    assert summary == WriteSummary(nodes_updated=1)
    assert list(store.read()) == [entity("a", "A")]


def test_a_relationship_may_move_to_other_ends(store: GraphStore) -> None:
    who, other, place = entity("a", "A"), entity("b", "B"), entity("p", "P", "Place")
    met, call = event("e", "Meeting", date(2020, 1, 1)), event("c", "PhoneCall", date(2020, 1, 2))

    def graph(start: Node, end: Node) -> list[Element]:
        joined = relationship("PARTICIPATED_IN", start, end)
        return ordered([who, other, place, met, call, structs.replace(joined, id="participated_in:r")])

    store.synchronize(graph(who, met))
    for start, end in [(other, met), (place, met), (place, call)]:
        wanted = graph(start, end)

        assert store.synchronize(wanted) == WriteSummary(relationships_updated=1, unchanged=5)
        assert lines(store.read()) == lines(wanted)


def test_two_relationships_alike_between_the_same_nodes_stay_two(store: GraphStore) -> None:
    who, said = entity("a", "A"), sentence("s", "A said A.")
    twice = [
        Relationship(
            id=f"mentions:{number}", type="MENTIONS", start_id=said.id, start_labels=said.labels, end_id=who.id,
            end_labels=who.labels, properties={"text": "A", "start_char": 0, "end_char": 1, "confidence": 1.0},
        )
        for number in range(2)
    ]  # fmt: skip
    store.synchronize(ordered([who, said, *twice]))

    assert store.synchronize(ordered([who, said, twice[1]])) == WriteSummary(relationships_deleted=1, unchanged=3)
    assert list(store.read()) == ordered([who, said, twice[1]])


def test_a_fault_halfway_leaves_the_old_graph(store: GraphStore) -> None:
    store.synchronize(small_graph())

    def broken() -> Iterator[Element]:
        yield from islice((entity(f"{number:03}", "New") for number in range(100)), 50)
        raise ValueError("the reader of documents failed")

    with pytest.raises(ValueError, match="documents failed"):
        store.synchronize(broken())

    assert lines(store.read()) == lines(small_graph())


@pytest.mark.parametrize(
    "wrong",
    [
        [entity("b", "B"), entity("a", "A")],
        [entity("a", "A"), entity("a", "A")],
        [Node(id="robot:x", labels=("Robot",), properties={})],
        [entity("a", "A", nickname="x")],
        [entity("a", "half \ud83d")],
        [entity("a", "A", mention_count=2**63)],
        [entity("a", "A", latitude=float("nan"))],
    ],
)
def test_a_wrong_graph_is_refused_and_the_old_one_kept(store: GraphStore, wrong: list[Element]) -> None:
    store.synchronize(small_graph())

    with pytest.raises(StoreError):
        store.synchronize(wrong)

    assert lines(store.read()) == lines(small_graph())


WHO, MET = entity("a", "A"), event("e", "Meeting", date(2020, 1, 1))


@pytest.mark.parametrize(
    ("unfitting", "words"),
    [
        (structs.replace(WHO, id="x"), "node x: .* no label of the graph model, not for Entity:Person"),
        (structs.replace(WHO, id="organization:a"), "stands for Entity:Organization, not for Entity:Person"),
        (structs.replace(MET, id="event:e"), "node event:e: .* no label of the graph model, not for Event:Meeting"),
        (structs.replace(MET, id="event:trip-e"), "stands for Event:Trip, not for Event:Meeting"),
        (
            structs.replace(relationship("PARTICIPATED_IN", WHO, MET), id="r"),
            "relationship r: the id of a PARTICIPATED_IN begins with participated_in:",
        ),
        (
            structs.replace(relationship("PARTICIPATED_IN", WHO, MET), id="part_of:r"),
            "relationship part_of:r: the id of a PARTICIPATED_IN begins with participated_in:",
        ),
        (
            relationship("PARTICIPATED_IN", structs.replace(WHO, id="topic:a"), MET),
            "end topic:a: an id that begins so stands for Topic, not for Entity:Person",
        ),
    ],
)
def test_an_id_that_does_not_fit_is_refused_by_name(store: GraphStore, unfitting: Element, words: str) -> None:
    store.synchronize(small_graph())

    with pytest.raises(StoreError, match=words):
        store.synchronize([unfitting])

    assert lines(store.read()) == lines(small_graph())


def test_a_wall_clock_time_alone_is_no_change(store: GraphStore) -> None:
    store.synchronize([document("a", ingested_at=datetime(2020, 1, 1, tzinfo=UTC))])

    assert store.synchronize([document("a", ingested_at=datetime(2021, 1, 1, tzinfo=UTC))]).changed == 0
    assert lines(store.read()) == lines([document("a")])


def test_progress_adds_up_to_what_was_wanted(store: GraphStore) -> None:
    told: list[int] = []
    store.synchronize(small_graph(), progress=told.append)
    store.synchronize(small_graph()[:5], progress=told.append)

    assert sum(told) == len(small_graph()) + 5


def score_run(identifier: str, *properties: str) -> ScoreRun:
    return ScoreRun(
        id=identifier, analyses=("pagerank",), parameters="{}", properties=properties, written=date(2031, 1, 2)
    )


def test_scores_are_kept_beside_the_graph_and_the_graph_is_as_before(store: GraphStore) -> None:
    graph = small_graph()
    people = [element.id for element in graph if "Entity" in getattr(element, "labels", ())]
    store.synchronize(graph)
    before = lines(store.read())
    run = score_run("run-1", "analysis_community", "analysis_pagerank")

    store.write_scores(run, {key: {"analysis_pagerank": 0.25, "analysis_community": 1} for key in people})

    assert store.score_runs() == (run,)
    assert lines(store.read()) == before
    assert store.synchronize(graph).changed == 0
    assert store.score_runs() == (run,)
    assert store.remove_scores("run-1") == len(people)
    assert store.score_runs() == ()


def test_a_later_run_takes_the_place_of_the_scores_of_the_same_name(store: GraphStore) -> None:
    graph = small_graph()
    first, second = [element.id for element in graph if "Entity" in getattr(element, "labels", ())][:2]
    store.synchronize(graph)
    store.write_scores(score_run("run-1", "analysis_core", "analysis_pagerank"), {
        first: {"analysis_core": 2, "analysis_pagerank": 0.5}, second: {"analysis_core": 1, "analysis_pagerank": 0.5},
    })  # fmt: skip

    store.write_scores(score_run("run-2", "analysis_pagerank"), {first: {"analysis_pagerank": 1.0}})

    assert [(run.id, run.properties) for run in store.score_runs()] == [
        ("run-1", ("analysis_core",)),
        ("run-2", ("analysis_pagerank",)),
    ]
    assert store.remove_scores("run-2") == 1
    assert store.remove_scores("run-1") == 2


def test_odd_scores_and_unknown_runs_are_refused(store: GraphStore) -> None:
    store.synchronize(small_graph())

    with pytest.raises(SchemaError, match="name: the property of a score begins with analysis_"):
        store.write_scores(score_run("run-1", "name"), {})
    with pytest.raises(SchemaError, match="does not declare a score analysis_fame"):
        store.write_scores(score_run("run-1", "analysis_core"), {"person:a": {"analysis_fame": 1}})
    with pytest.raises(StoreError, match="holds no run run-9; `graphbuilder analyze --runs` lists"):
        store.remove_scores("run-9")

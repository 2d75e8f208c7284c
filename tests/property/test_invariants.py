"""Invariants 1 to 3 and 5 of the graph model, over small generated corpora, on the file store."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuilder.pipeline import remove
from graphbuilder.store.jsonl_store import JsonlStore
from graphbuilder.workspace.log import Workspace
from tests.builds import Remembering, Silent, build_file, read_file, write_rows
from tests.invariants import assert_declared, assert_evidence

PEOPLE = (
    "Danish Foreign Minister Karen Holm",
    "Chilean President Pablo Rojas",
    "Kenyan Interior Minister Amos Kiptoo",
    "Prime Minister Elena Costa of Portugal",
    "opposition leader Jonas `DROP` Weiss",
    'union leader Ana "Nuri" Ruiz',
)
PLACES = ("Lisbon", "Nairobi", "Oslo, Norway", "Santiago", "Geneva")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
SENTENCES = (
    "{a} met {b} in {place} on {day} to discuss trade.",
    "{a} arrived in {place} on {day} for two days of talks with {b}.",
    "{a} and {b} are scheduled to meet in {place} next {day}.",
    "A meeting between {a} and {b} was cancelled on {day}.",
    "{a} denied that the government had arrested {b}.",
    "{a} promised on {day} there would be no new sanctions against {b}.",
    "Police arrested {b} in {place} on {day}.",
    "Thousands of protesters marched through {place} on {day} against {a}.",
    "{a} said {day} that {b} should resign.",
    "{a} signed a trade agreement with {b} in {place} on {day}.",
    "He later left for {place}.",
    "The visit was the second this year, officials said.",
)


@st.composite
def reports(draw: st.DrawFn) -> dict[str, str]:
    """One report: a few sentences about invented people, with a publication date."""
    count = draw(st.integers(1, 4))
    body = []
    for _ in range(count):
        a, b = draw(st.permutations(PEOPLE))[:2]
        body.append(
            draw(st.sampled_from(SENTENCES)).format(
                a=a, b=b, place=draw(st.sampled_from(PLACES)), day=draw(st.sampled_from(DAYS))
            )
        )
    return {"text": " ".join(body), "date": draw(st.sampled_from(("2021-03-04", "2021-03-05", "2021-03-11")))}


corpora = st.lists(reports(), min_size=1, max_size=4, unique_by=lambda report: (report["text"], report["date"]))
slow = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def annotator() -> Remembering:
    """Return the real annotator."""
    return Remembering()


def build_rows(folder: Path, name: str, rows: list[dict[str, str]], annotator: Remembering) -> Path:
    """Build each row from a file of its own; return the graph file."""
    graph = folder / f"{name}.jsonl"
    files = [write_rows(folder / f"{name}-{number}.rows.jsonl", [row]) for number, row in enumerate(rows)]
    build_file(files, graph, annotator)
    return graph


@slow
@given(rows=corpora, seed=st.integers(0, 1000))
def test_same_graph_in_any_order_and_after_a_second_build(
    rows: list[dict[str, str]], seed: int, annotator: Remembering
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        once = build_rows(folder, "once", rows, annotator).read_bytes()
        shuffled = [*rows]
        Random(seed).shuffle(shuffled)  # noqa: S311 - an order, not a secret
        assert build_rows(folder, "shuffled", shuffled, annotator).read_bytes() == once
        one_file = folder / "all.jsonl"
        report = build_file([write_rows(folder / "all.rows.jsonl", shuffled)], one_file, annotator)
        assert one_file.read_bytes() == once
        assert report.write.changed == report.nodes + report.relationships
        again = build_file([folder / "all.rows.jsonl"], one_file, annotator)
        assert again.write.changed == 0
        assert again.annotated == 0
        assert one_file.read_bytes() == once


@slow
@given(rows=corpora, keep=st.integers(0, 3))
def test_removing_documents_leaves_what_was_built_without_them(
    rows: list[dict[str, str]], keep: int, annotator: Remembering
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        kept = rows[:keep]
        graph = build_rows(folder, "all", rows, annotator)
        gone = [str(folder / f"all-{number}.rows.jsonl") for number in range(len(kept), len(rows))]
        if gone:
            with Workspace(graph.with_name("all.jsonl.workspace")) as workspace, JsonlStore(graph) as store:
                remove(gone, workspace=workspace, store=store, progress=Silent())
        wanted = build_rows(folder, "kept", kept, annotator)
        assert graph.read_bytes() == wanted.read_bytes()


@slow
@given(rows=corpora)
def test_every_event_and_participant_reaches_its_sentence_and_all_is_declared(
    rows: list[dict[str, str]], annotator: Remembering
) -> None:
    with TemporaryDirectory() as name:
        elements = read_file(build_rows(Path(name), "graph", rows, annotator))
    assert_evidence(elements)
    assert_declared(elements)


def test_the_generated_corpora_do_hold_events(annotator: Remembering, tmp_path: Path) -> None:
    rows = [
        {"text": sentence.format(a=PEOPLE[0], b=PEOPLE[1], place="Lisbon", day="Monday"), "date": "2021-03-04"}
        for sentence in SENTENCES
    ]
    elements = read_file(build_rows(tmp_path, "graph", rows, annotator))
    events, participations = assert_evidence(elements)
    assert events >= 8
    assert participations >= 12

"""Hostile text in graph files, in the ontology and in imported knowledge ends as data or as a clear refusal."""

import json
from pathlib import Path

import msgspec
import pytest

from graphbuilder.cli.console import harmless, show_bytes, show_json, show_text
from graphbuilder.errors import OntologyError, StoreError
from graphbuilder.graph.schema import LONGEST_INDEXED
from graphbuilder.ontology import check_ontology, load_ontology
from graphbuilder.records.identity import LONGEST_SLUG, slug
from graphbuilder.store.connect import open_store
from tests.command_line import run
from tests.factories import document, entity, lines
from tests.hostile import FEW, HOSTILE, REFUSED, is_harmless


@pytest.mark.parametrize("text", [*FEW.values(), REFUSED["nul"]])
def test_a_graph_file_edited_by_hand_is_refused_where_a_label_key_or_type_is_hostile(text: str, tmp_path: Path) -> None:
    path = tmp_path / "graph.jsonl"
    good = json.loads(lines([entity("a", "A")]))
    for bad in (
        good | {"labels": ["Entity", text]},
        good | {"properties": good["properties"] | {text: "x"}},
        good | {"id": text},
    ):
        path.write_text(json.dumps(bad) + "\n", encoding="utf-8")
        with open_store(f"file:{path}", user="", password="") as store, pytest.raises(StoreError, match="jsonl:1"):
            list(store.read())
        done = run("export", tmp_path / "x.jsonl", "--store", f"file:{path}")
        assert done.code != 0
        assert is_harmless(done.err)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_an_ontology_with_a_hostile_label_is_refused(text: str) -> None:
    ontology = load_ontology()
    with pytest.raises(OntologyError, match="labels differ"):
        check_ontology(
            msgspec.structs.replace(ontology, labels={**ontology.labels, text: next(iter(ontology.labels.values()))})
        )


def test_knowledge_with_hostile_names_is_kept_as_data_or_named(tmp_path: Path) -> None:
    table, graph, news = tmp_path / "own.jsonl", tmp_path / "graph.jsonl", tmp_path / "n.jsonl"
    news.write_text(json.dumps({"text": "Ana Ruiz met Karen Holm in Oslo.", "date": "2015-03-10"}), encoding="utf-8")
    table.write_text(
        "".join(
            json.dumps({"name": text, "position": text, "of": text}) + "\n"
            for text in (*HOSTILE.values(), *REFUSED.values())
        ),
        encoding="utf-8",
    )
    assert run("build", news, "--store", f"file:{graph}", "--quiet").code == 0
    before = graph.read_bytes()

    done = run("kb", "import", table, "--store", f"file:{graph}")

    assert done.code in {0, 3}, done.err
    assert is_harmless(done.out + done.err)
    run("kb", "remove", table.name, "--store", f"file:{graph}", "--quiet")
    assert graph.read_bytes() == before


def test_control_signs_are_written_out_and_other_text_is_left() -> None:
    assert harmless("a\x1b[2J\u202eb\x00") == "a\\x1b[2J\\u202eb\\x00"
    for plain in ("Ærø 毛 e\u0301\n\t\u200d[bold]", ""):
        assert harmless(plain) == plain


def test_json_for_a_terminal_reads_back_as_the_same_text(capsys: pytest.CaptureFixture[str]) -> None:
    for text in (*HOSTILE.values(), *REFUSED.values()):
        show_json({text: [text]})
        shown = capsys.readouterr().out
        assert is_harmless(shown)
        assert json.loads(shown) == {text: [text]}


@pytest.mark.parametrize("watched", [True, False])
def test_tables_for_programs_are_exact_and_for_people_harmless(
    *, watched: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: watched)
    show_text(HOSTILE["terminal"])
    shown = capsys.readouterr().out
    assert (shown == HOSTILE["terminal"]) is not watched
    show_bytes([HOSTILE["terminal"].encode()])
    assert capsys.readouterr().out == shown
    assert is_harmless(shown) is watched


def test_ids_and_indexed_texts_of_any_length_are_refused_by_every_store_alike(tmp_path: Path) -> None:
    long = "z" * (LONGEST_INDEXED + 1)
    with open_store(f"file:{tmp_path / 'graph.jsonl'}", user="", password="") as store:
        for bad in (entity("a", long), entity(long, "a"), document("a", url=long), document("a", source=long)):
            with pytest.raises(StoreError, match="at most 8,000 bytes"):
                store.synchronize([bad])
        fits = [entity("a", "\u6bdb" * (LONGEST_INDEXED // 3))]
        assert store.synchronize(fits).changed == 1
    assert len(slug("z" * 10_000)) == LONGEST_SLUG
    assert slug("z" * 10_000) != slug("z" * 10_001)
    assert slug("Ana Ruiz") == "ana-ruiz"

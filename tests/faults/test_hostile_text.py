"""Hostile text at every door: news, graph files, knowledge, command line; it ends as data or as a clear refusal."""

import json
from pathlib import Path

import pytest

from graphbuilder.cli.console import harmless
from graphbuilder.errors import OntologyError, StoreError
from graphbuilder.graph.elements import Node
from graphbuilder.ontology import check_ontology, load_ontology
from graphbuilder.store.connect import open_store
from tests.builds import read_file
from tests.command_line import run
from tests.factories import entity, lines

HOSTILE = (
    "'\"` `]) DETACH DELETE n //",
    "Ana}) DETACH DELETE n //",
    "\\u0060 \\u0027) MATCH (n) SET n.x = 1",
    "right \u202egnorw\u202c and zero\u200b\u200dwidth",
    "e\u0301 and \u00e9 and \u0430na",
    "bell \x07 and \x1b[2J\x1b]0;owned\x07 end",
    "new\nline\ttab \u2028 end",
    "\U0001f3db\ufe0f\U0001f469\U0001f3fd\u200d\u2696\ufe0f",
    "__proto__",
    "<script>document.title='owned'</script>]]>&amp;",
    "=cmd|' /C calc'!A0",
    "$person {name} :Label",
    "z" * 2_000,
)
REFUSED = ("nul \x00 sign", "half \ud83d sign")
"""What neither JSON lines in UTF-8 nor XML nor an argument of a program can hold."""


def test_news_with_hostile_words_and_fields_becomes_data(tmp_path: Path) -> None:
    news, graph = tmp_path / "news.jsonl", tmp_path / "graph.jsonl"
    said = "Ana Ruiz met Karen Holm in Oslo on Monday."
    rows = [
        {"text": f"{said} {text} .", "date": "2015-03-10", "title": text, "source": text, "url": f"x:{text}"}
        for text in (*HOSTILE, *REFUSED)
    ]
    news.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    done = run("build", news, "--store", f"file:{graph}", "--quiet")

    assert done.code in {0, 3}, done.err
    assert "Traceback" not in done.err
    assert "\x1b" not in done.err
    nodes = [element for element in read_file(graph) if isinstance(element, Node)]
    titles = {node.properties.get("title") for node in nodes if "Document" in node.labels}
    assert {"__proto__", "Ana}) DETACH DELETE n //", "=cmd|' /C calc'!A0"} <= titles
    assert len(titles) >= len(HOSTILE)


@pytest.mark.parametrize("text", [*HOSTILE, REFUSED[0]])
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
        assert "Traceback" not in done.err
        assert "\x1b" not in done.err


@pytest.mark.parametrize("text", HOSTILE)
def test_an_ontology_with_a_hostile_label_is_refused(text: str) -> None:
    from msgspec import structs  # noqa: PLC0415

    ontology = load_ontology()
    with pytest.raises(OntologyError, match="labels differ"):
        check_ontology(
            structs.replace(ontology, labels={**ontology.labels, text: next(iter(ontology.labels.values()))})
        )


def test_knowledge_with_hostile_names_is_kept_as_data_or_named(tmp_path: Path) -> None:
    table, graph, news = tmp_path / "own.jsonl", tmp_path / "graph.jsonl", tmp_path / "n.jsonl"
    news.write_text(json.dumps({"text": "Ana Ruiz met Karen Holm in Oslo.", "date": "2015-03-10"}), encoding="utf-8")
    table.write_text(
        "".join(json.dumps({"name": text, "position": text, "of": text}) + "\n" for text in (*HOSTILE, *REFUSED)),
        encoding="utf-8",
    )
    assert run("build", news, "--store", f"file:{graph}", "--quiet").code == 0
    before = graph.read_bytes()

    done = run("kb", "import", table, "--store", f"file:{graph}")

    assert done.code in {0, 3}, done.err
    assert "Traceback" not in done.err
    assert "\x1b" not in done.out + done.err
    run("kb", "remove", table.name, "--store", f"file:{graph}", "--quiet")
    assert graph.read_bytes() == before


def test_control_signs_are_written_out_and_other_text_is_left() -> None:
    assert harmless("a\x1b[2J\u202eb\x00") == "a\\x1b[2J\\u202eb\\x00"
    for plain in ("Ærø 毛 e\u0301\n\t\u200d[bold]", ""):
        assert harmless(plain) == plain

"""Hostile text in news: in the words themselves, in titles, sources, addresses and bylines; rows and pages."""

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphbuilder.graph.elements import Node, Relationship
from tests.builds import Remembering, build_file, read_file, write_rows
from tests.command_line import run
from tests.hostile import HOSTILE, REFUSED, is_harmless

if TYPE_CHECKING:
    from tests.neo4j_fixture import Neo4jServer

FIRST = ("Ana", "Tom", "Karen", "Pedro", "Lucy", "Oscar", "Nina")
FAMILY = ("Ruiz", "Hale", "Whitfield")

CLEANED = {
    "turning": "right gnorw and zerowidth",
    "combining": "\u00e9t\u00e9" + "\u0301" * 20,
    "terminal": "bell and ]0;owned \u203a31m end",
    "lines": "new line tab end",
    "emoji": "\U0001f3db\ufe0f\U0001f469\U0001f3fd\u2696\ufe0f",
    "xml": "form feed \ufffe \uffff end",
}
"""What is not kept sign by sign: what is invisible or steers a terminal goes, composed letters are one sign, a line is one."""


def expected(name: str) -> str:
    """Return a hostile title or source as the graph holds it."""
    return CLEANED.get(name, HOSTILE[name])


def body(place: int) -> str:
    """Return a report of two sentences whose first has a person of its own."""
    return f"{FIRST[place % 7]} {FAMILY[place % 3]} met Olga Brandt in Oslo. They did not sign a treaty."


def rows(texts: dict[str, str], fields: tuple[str, ...]) -> list[dict[str, str]]:
    """Return a report for each text, with that text in the fields named."""
    return [
        {"text": body(place), "date": f"{1995 + place}-03-02", **dict.fromkeys(fields, text)}
        for place, text in enumerate(texts.values())
    ]


def told(graph: Path) -> set[tuple[str, ...]]:
    """Return labels and name of all that is no document, sentence or topic, and what is said between them."""
    elements = read_file(graph)
    nodes = {e.id: e for e in elements if isinstance(e, Node) and not {"Document", "Sentence", "Topic"} & set(e.labels)}
    said = {
        (e.type, str(nodes[e.start_id].properties["name"]), str(nodes[e.end_id].properties["name"]))
        for e in elements
        if isinstance(e, Relationship) and e.start_id in nodes and e.end_id in nodes
    }
    return {(*e.labels, str(e.properties["name"])) for e in nodes.values()} | said


def documents(graph: Path) -> list[Node]:
    """Return the nodes of documents."""
    return [element for element in read_file(graph) if isinstance(element, Node) and "Document" in element.labels]


def test_hostile_fields_change_nothing_of_what_is_told(tmp_path: Path, annotator: Remembering) -> None:
    news = tmp_path / "news.jsonl"
    plain = tmp_path / "plain.jsonl"
    build_file([write_rows(news, rows({"plain": "Plain"}, ("title", "source")))], plain, annotator)
    for name, text in HOSTILE.items():
        graph = tmp_path / f"{name}.jsonl"
        report = build_file([write_rows(news, rows({name: text}, ("title", "source")))], graph, annotator)
        if name == "long":
            assert [one.reason for one in report.skipped] == ["its source is longer than 2,000 characters"]
            continue
        (node,) = documents(graph)
        assert (node.properties["title"], node.properties["source"]) == (expected(name), expected(name))
        assert told(graph) == told(plain), name


def test_an_address_is_kept_without_the_signs_that_none_has(tmp_path: Path, annotator: Remembering) -> None:
    graph = tmp_path / "graph.jsonl"
    texts = {name: f"javascript:{text}" for name, text in {**HOSTILE, "nul": REFUSED["nul"]}.items()}

    report = build_file([write_rows(tmp_path / "a.jsonl", rows(texts, ("url",)))], graph, annotator)

    assert [one.reason for one in report.skipped] == ["its url is longer than 2,000 characters"]
    kept = {str(node.properties["url"]) for node in documents(graph)}
    assert {texts["cypher"], texts["quotes"], texts["script"], texts["key"], "javascript:nul  sign"} <= kept
    assert not any(sign in url for url in kept for sign in "\x00\x07\x1b\x9b\n\r\t")


def test_hostile_words_are_sentences_and_nothing_else(tmp_path: Path, annotator: Remembering) -> None:
    graph = tmp_path / "graph.jsonl"
    said = [
        {"text": f"{body(place)}\n\nThe note read: {text}", "date": f"{1995 + place}-03-02"}
        for place, text in enumerate(HOSTILE.values())
    ]

    report = build_file([write_rows(tmp_path / "a.jsonl", said)], graph, annotator)

    assert report.skipped == ()
    elements = read_file(graph)
    sentences = {e.id: str(e.properties["text"]) for e in elements if isinstance(e, Node) and "Sentence" in e.labels}
    for name in ("cypher", "quotes", "escaped", "parameter", "key", "formula", "markup", "path", "option", "long"):
        assert any(HOSTILE[name].split()[-1] in text for text in sentences.values()), name
    people = {str(e.properties["name"]) for e in elements if isinstance(e, Node) and "Person" in e.labels}
    assert {f"{FIRST[place % 7]} {FAMILY[place % 3]}" for place in range(len(HOSTILE))} | {"Olga Brandt"} <= people
    meetings = [e for e in elements if isinstance(e, Node) and "Meeting" in e.labels]
    assert len([e for e in meetings if e.properties["status"] == "actual"]) >= len(HOSTILE)
    assert max(len(e.id) for e in elements) < 300
    assert build_file([tmp_path / "a.jsonl"], graph, annotator).write.changed == 0


def test_a_page_gives_its_hostile_author_source_and_address_as_data(tmp_path: Path, annotator: Remembering) -> None:
    graph, folder = tmp_path / "graph.jsonl", tmp_path / "pages"
    folder.mkdir()
    for name in ("quotes", "cypher", "key", "formula", "parameter"):
        text = escape(HOSTILE[name], quote=True)
        (folder / f"{name}.html").write_text(
            f'<html lang="en"><head><title>{text}</title><meta property="og:title" content="{text}">'
            f'<meta name="author" content="{text}"><meta property="og:site_name" content="{text}">'
            f'<meta property="article:published_time" content="2015-03-10"></head>'
            f"<body><article><h1>{text}</h1><p>{body(len(name))} The talks took two hours in the town hall.</p>"
            f"<p>They agreed to meet again in May, and said that the harbour would be open by then.</p></article></body></html>",
            encoding="utf-8",
        )

    build_file([folder], graph, annotator)

    found = documents(graph)
    assert len(found) == 5
    for node in found:
        assert node.properties["title"] in HOSTILE.values()
        assert node.properties.get("source") in {*HOSTILE.values(), None}
        bylines = node.properties.get("byline", [])
        assert isinstance(bylines, list)
        assert all(any(name in text for text in HOSTILE.values()) for name in bylines)


def test_two_spellings_of_one_letter_are_one_person_and_a_look_alike_is_another(
    tmp_path: Path, annotator: Remembering
) -> None:
    graph = tmp_path / "graph.jsonl"
    names = ("Jos\u00e9 Whitfield", "Jose\u0301 Whitfield", "\u0410nna Whitfield", "Anna Whitfield")
    said = [
        {"text": f"{name} met Olga Brandt in Oslo.", "date": f"{1995 + place}-03-02"}
        for place, name in enumerate(names)
    ]
    build_file([write_rows(tmp_path / "a.jsonl", said)], graph, annotator)
    people = [
        str(e.properties["name"])
        for e in read_file(graph)
        if isinstance(e, Node) and "Person" in e.labels and "Whitfield" in str(e.properties["name"])
    ]
    assert sorted(people) == sorted({"Jos\u00e9 Whitfield", "\u0410nna Whitfield", "Anna Whitfield"})


@pytest.mark.parametrize("fixture", ["neo4j_server", "newest_neo4j"])
def test_a_server_holds_what_the_file_holds(
    fixture: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server: Neo4jServer = request.getfixturevalue(fixture)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password)
    monkeypatch.chdir(tmp_path)
    said = rows(HOSTILE, ("title", "url"))
    for row, text in zip(said, HOSTILE.values(), strict=True):
        row["text"] += f"\n\nMinister {text} said so."
    news = write_rows(tmp_path / "news.jsonl", said)
    exported = []
    for place, store in enumerate((f"file:{tmp_path / 'graph.jsonl'}", server.uri)):
        workspace = tmp_path / f"{place}.sqlite"
        built = run("build", news, "--store", store, "--workspace", workspace, "--replace", "--quiet")
        assert built.code == 3
        assert "its url is longer than 2,000 characters" in built.err
        assert is_harmless(built.err)
        assert run("export", "x.jsonl", "--store", store, "--quiet").code == 0
        exported.append(Path("x.jsonl").read_bytes())
    assert exported[0] == exported[1]
    assert exported[0].count(b'"Document"') >= len(HOSTILE) - 1
    run("remove", news, "--store", server.uri, "--workspace", tmp_path / "1.sqlite", "--quiet")
    gone = run("query", "MATCH (d:Document) RETURN count(d) AS n", "--store", server.uri, "--format", "json")
    assert json.loads(gone.out) == [{"n": 0}]


def test_what_no_file_can_hold_is_skipped_by_name_and_the_rest_is_read(tmp_path: Path) -> None:
    news, graph = tmp_path / "news.jsonl", tmp_path / "graph.jsonl"
    said = rows(REFUSED, ("title",)) + rows({"plain": "Plain"}, ("title",))
    news.write_text("".join(json.dumps(row) + "\n" for row in said), encoding="utf-8")

    done = run("build", news, "--store", f"file:{graph}", "--quiet")

    assert done.code == 3
    assert "news.jsonl:2: broken JSON" in done.err
    assert is_harmless(done.err)
    assert {node.properties["title"] for node in documents(graph)} == {"nul sign", "Plain"}

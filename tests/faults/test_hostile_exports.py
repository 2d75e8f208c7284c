"""Hostile names in everything that is written: exports parse and hold the names, pages run nothing, tables steer nothing."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from graphbuilder.graph.elements import Node
from graphbuilder.store.connect import open_store
from tests.builds import read_file
from tests.command_line import run
from tests.factories import entity, event, ordered, relationship
from tests.faults.conftest import Target
from tests.hostile import HOSTILE, is_harmless

KEPT_BY_XML = {name: text for name, text in HOSTILE.items() if name not in {"terminal", "lines", "xml"}}
"""What XML 1.0 can hold sign by sign."""


class Tags(HTMLParser):
    """What a browser would make of a page: its scripts, the elements with handlers or sources, and its links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.active: list[str] = []
        self._in_script = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what acts by itself or on a click."""
        self._in_script = tag == "script"
        names = dict(attrs)
        if any(name.startswith("on") for name in names) or tag in {"img", "iframe", "object"}:
            self.active.append(tag)
        self.active += [link for link in (names.get("href"), names.get("src")) if link and "javascript:" in link]

    def handle_endtag(self, tag: str) -> None:
        """A script is over where any element is."""
        self._in_script = self._in_script and tag != "script"

    def handle_data(self, data: str) -> None:
        """Keep what stands in a script."""
        if self._in_script:
            self.scripts.append(data)


def assert_runs_nothing(page: str) -> None:
    """Fail where a page would run what a name brought in."""
    found = Tags(page)
    assert found.active == []
    assert all(not script.strip().startswith("document.title='owned'") for script in found.scripts)
    assert "\x1b" not in page


def export(target: Target, path: Path, *options: str) -> Path:
    """Export to a file and return it."""
    done = run("export", path, "--store", target.store, "--quiet", *options)
    assert done.code == 0, done.err
    return path


def test_a_store_gives_back_exactly_what_went_in(stored: Target, tmp_path: Path) -> None:
    assert stored.exported(tmp_path) == stored.held
    names = {node.properties["name"] for node in read_file(tmp_path / "exported.jsonl") if isinstance(node, Node)}
    assert set(HOSTILE.values()) <= names
    again = tmp_path / "again.jsonl"
    with open_store(f"file:{again}") as copy:
        copy.synchronize(read_file(tmp_path / "exported.jsonl"))
    assert again.read_bytes() == stored.held


@pytest.mark.parametrize("suffix", ["graphml", "gexf"])
def test_xml_parses_and_holds_the_names(suffix: str, graph_file: Target, tmp_path: Path) -> None:
    root = ET.parse(export(graph_file, tmp_path / f"graph.{suffix}")).getroot()  # noqa: S314 - our own file
    held = {text for element in root.iter() for text in (element.text, *element.attrib.values())}
    assert {name for name, text in KEPT_BY_XML.items() if text not in held} == set()


def test_a_network_of_hostile_names_goes_out_in_every_form(tmp_path: Path) -> None:
    graph = tmp_path / "graph.jsonl"
    people = [entity(f"p{place}", text) for place, text in enumerate(HOSTILE.values())]
    met = event("1", "Meeting", date(2015, 3, 2), plover="CONSULT", plover_mode="meet", quad="verbal cooperation")
    with open_store(f"file:{graph}") as store:
        store.synchronize(
            ordered([met, *people, *(relationship("PARTICIPATED_IN", who, met, role="participant") for who in people)])
        )
    target = Target(f"file:{graph}", graph.read_bytes())
    company = ("--network", "company")
    with export(target, tmp_path / "n.csv", *company).open(encoding="utf-8", newline="") as file:
        cells = {cell for row in csv.reader(file) for cell in row}
    assert set(HOSTILE.values()) <= cells
    assert set(HOSTILE.values()) <= set(_texts(json.loads(export(target, tmp_path / "n.json", *company).read_bytes())))
    for suffix in ("graphml", "gexf"):
        root = ET.parse(export(target, tmp_path / f"n.{suffix}", *company)).getroot()  # noqa: S314 - our own file
        held = {text for element in root.iter() for text in (element.text, *element.attrib.values())}
        assert set(KEPT_BY_XML.values()) <= held
    said = [json.loads(line) for line in export(target, tmp_path / "x.plover").read_bytes().splitlines()]
    assert set(HOSTILE.values()) <= set(_texts(said))
    for kind in ("gdelt", "weis", "visits"):
        export(target, tmp_path / f"x.{kind}")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(item)


def test_bulk_files_hold_the_names(graph_file: Target, tmp_path: Path) -> None:
    folder = export(graph_file, tmp_path / "bulk", "--format", "neo4j-admin")
    cells = set()
    for path in folder.rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            cells |= {cell for row in csv.reader(file) for cell in row}
    assert {name for name, text in HOSTILE.items() if text not in cells} == set()


def test_a_report_runs_nothing_and_shows_the_names(stored: Target, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    title = HOSTILE["script"]
    done = run("report", "--out", page, "--title", title, "--store", stored.store, "--quiet")
    assert done.code == 0, done.err
    assert_runs_nothing(page.read_text(encoding="utf-8"))


def test_a_picture_runs_nothing(asked: Target, tmp_path: Path) -> None:
    page = tmp_path / "picture.html"
    question = ("view", "MATCH (n) WHERE n.id STARTS WITH 'person:' RETURN n", "--heading", HOSTILE["script"])
    done = run(*question, "--out", page, "--store", asked.store, "--quiet")
    assert done.code == 0, done.err
    text = page.read_text(encoding="utf-8")
    assert_runs_nothing(text)
    assert "DETACH DELETE n //" in text


def test_an_annotated_page_runs_nothing(tmp_path: Path) -> None:
    news, page, found = tmp_path / "news.jsonl", tmp_path / "page.html", tmp_path / "found.jsonl"
    rows = [
        {"text": f"Ana Ruiz met Karen Holm in Oslo. {text}", "title": text, "date": "2015-03-10"}
        for text in HOSTILE.values()
    ]
    news.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert run("annotate", news, "--out", page, "--quiet").code == 0
    assert_runs_nothing(page.read_text(encoding="utf-8"))
    assert run("annotate", news, "--out", found, "--quiet").code == 0
    assert len(found.read_bytes().splitlines()) == len(HOSTILE)


def test_tables_steer_no_terminal(stored: Target) -> None:
    for command in (("stats",), ("analyze", "pagerank", "--limit", "50"), ("search", "person"), ("search", "other")):
        done = run(*command, "--store", stored.store)
        assert done.code == 0, done.err
        assert is_harmless(done.out + done.err), command
    sources = run("stats", "--store", stored.store).out
    assert "DETACH DELETE" in sources

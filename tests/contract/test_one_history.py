"""One history on every store: each command leaves the same exported bytes in a graph file and in both versions of Neo4j."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.command_line import run

if TYPE_CHECKING:
    from tests.neo4j_fixture import Neo4jServer

ROWS = (
    {
        "text": "Irish Defense Minister Tom Hale met Karen Holm in Dublin on Monday.",
        "date": "2015-03-10",
        "source": 'the "}) DETACH DELETE n // post',
    },
    {"text": "Tom Hale scored twice for Harbour Rovers in Glasgow on Saturday.", "date": "2015-03-14"},
    {"text": "The Chilean president flew to Oslo on Monday. She met Karen Holm.", "date": "2015-03-10"},
    {"text": "Tom Hale opened a bakery in Perth.", "date": "2012-05-01", "title": "Ba\u0301kery \u202e `]) \U0001f3db"},
)
OFFICES = "name,position,of,start,end,wikidata\nAna Ruiz,President of Chile,,2014-03-11,2018-03-11,Q900001\n"


class Side(NamedTuple):
    """One store with a workspace of its own."""

    name: str
    target: str
    folder: Path
    user: str = ""
    password: str = ""


class History:
    """The three stores, to which the same is done."""

    def __init__(self, sides: list[Side], monkeypatch: pytest.MonkeyPatch) -> None:
        self.sides = sides
        self.monkeypatch = monkeypatch

    def command(self, side: Side, *arguments: str, workspace: bool = True) -> str:
        """Run one command on one store, opened anew, and return what it printed."""
        self.monkeypatch.setenv("NEO4J_USERNAME", side.user)
        self.monkeypatch.setenv("NEO4J_PASSWORD", side.password)
        kept = ("--workspace", str(side.folder / "workspace.sqlite")) if workspace else ()
        done = run(*arguments, "--store", side.target, *kept)
        assert done.code == 0, f"{side.name}: {' '.join(arguments)}: {done.err or done.out}"
        return done.out

    def export(self, side: Side) -> bytes:
        """Return the exported graph of one store."""
        path = side.folder / "export.jsonl"
        self.command(side, "export", str(path), "--quiet", workspace=False)
        return path.read_bytes()

    def do(self, *arguments: str) -> bytes:
        """Run one command on every store and return the bytes that all of them export."""
        exported: dict[str, bytes] = {}
        for side in self.sides:
            self.command(side, *arguments)
            exported[side.name] = self.export(side)
        first = exported[self.sides[0].name]
        for name, found in exported.items():
            assert found == first, f"{name} differs after {' '.join(arguments)}"
        return first


@pytest.fixture
def history(
    neo4j_server: "Neo4jServer", newest_neo4j: "Neo4jServer", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> History:
    """Return the three stores, empty; what the last command leaves in the servers is taken out by the test."""
    news = tmp_path / "news"
    news.mkdir()
    for number, row in enumerate(ROWS):
        (news / f"{number}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (tmp_path / "own.csv").write_text(OFFICES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    sides = [Side("file", f"file:{tmp_path / 'graph.jsonl'}", tmp_path / "file")]
    for name, server in (("shipped", neo4j_server), ("newest", newest_neo4j)):
        sides.append(Side(name, server.uri, tmp_path / name, server.user, server.password))
    for side in sides:
        side.folder.mkdir()
    return History(sides, monkeypatch)


def ids(exported: bytes, name: str) -> list[str]:
    """Return the ids of the people with this name."""
    rows = map(json.loads, exported.splitlines())
    return [row["id"] for row in rows if row["id"].startswith("person:") and row["properties"]["name"] == name]


def test_one_history_gives_the_same_bytes_on_every_store(history: History) -> None:
    first = history.do("build", "news/0.jsonl", "news/1.jsonl", "--replace", "--quiet")
    assert "}) DETACH DELETE n //" in first.decode()
    whole = history.do("build", "news", "--quiet")
    assert len(whole) > len(first)
    assert "Ba\u0301kery" in whole.decode() or "B\u00e1kery" in whole.decode()
    assert history.do("build", "news", "--quiet") == whole

    one, other = ids(whole, "Tom Hale")[:2]
    merged = history.do("entities", "merge", one, other, "--quiet")
    assert other not in ids(merged, "Tom Hale")
    assert history.do("build", "news", "--quiet") == merged
    assert history.do("entities", "undo", "--quiet") == whole

    known = history.do("kb", "import", "own.csv", "--quiet")
    assert ids(known, "Ana Ruiz")
    assert history.do("kb", "import", "own.csv", "--quiet") == known
    assert history.do("kb", "remove", "own.csv", "--quiet") == whole

    pruned = history.do("prune", "--before", "2013-01-01", "--yes", "--quiet")
    assert b"bakery" in whole
    assert b"bakery" not in pruned
    fewer = history.do("remove", "news/2.jsonl", "--quiet")
    assert len(fewer) < len(pruned)
    assert history.do("build", "news", "--quiet") == whole, "what was taken out comes back as it was"

    assert history.do("remove", *(f"news/{number}.jsonl" for number in range(len(ROWS))), "--quiet") == b""

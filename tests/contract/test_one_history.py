"""One history on every store: each command leaves the same exported bytes in a graph file and in both versions of Neo4j."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.command_line import Outcome, run

if TYPE_CHECKING:
    from tests.neo4j_fixture import Neo4jServer

ROWS = (
    {
        "text": "Irish Defense Minister Tom Hale met Karen Holm in Dublin on Monday.",
        "date": "2015-03-10",
        "source": 'the "}) DETACH DELETE n // post',
    },
    {"text": "Tom Hale scored twice for Harbour Rovers in Glasgow on Saturday.", "date": "2015-03-14"},
    {
        "text": "The Chilean president flew to Oslo on Monday. She met Karen Holm, who lives in Dublin.",
        "date": "2015-03-10",
    },
    {"text": "Tom Hale and Karen Holm met in Cork in March.", "date": "2015-04-20"},
    {"text": "Tom Hale opened a bakery in Perth.", "date": "2012-05-01", "title": "Ba\u0301kery \u202e `]) \U0001f3db"},
)
HERE = "{folder}"
"""Stands, in the arguments of a command, for the folder of the store's side."""
OFFICES = "name,position,of,start,end,wikidata\nAna Ruiz,President of Chile,,2014-03-11,2018-03-11,Q900001\n"
WITHOUT_WORKSPACE = {"export", "analyze"}
"""Commands that only look at the store."""

Row = dict[str, Any]


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

    def command(self, side: Side, *arguments: str) -> Outcome:
        """Run one command on one store, opened anew."""
        self.monkeypatch.setenv("NEO4J_USERNAME", side.user)
        self.monkeypatch.setenv("NEO4J_PASSWORD", side.password)
        given = [argument.replace(HERE, str(side.folder)) for argument in arguments]
        kept = () if given[0] in WITHOUT_WORKSPACE else ("--workspace", str(side.folder / "workspace.sqlite"))
        return run(*given, "--store", side.target, *kept)

    def do(self, *arguments: str) -> bytes:
        """Run one command on every store, which all say the same of it, and return the bytes that all of them export."""
        said: dict[str, str] = {}
        exported: dict[str, bytes] = {}
        for side in self.sides:
            for command in (arguments, ("export", f"{HERE}/export.jsonl", "--quiet")):
                done = self.command(side, *command)
                assert done.code == 0, f"{side.name}: {' '.join(command)}: {done.err or done.out}"
                said.setdefault(side.name, done.out)
            exported[side.name] = (side.folder / "export.jsonl").read_bytes()
        assert len(set(said.values())) == 1, f"they do not say the same after {' '.join(arguments)}: {said}"
        different = sorted(name for name, found in exported.items() if found != exported[self.sides[0].name])
        assert not different, f"these differ after {' '.join(arguments)}"
        return exported[self.sides[0].name]

    def refused(self, *arguments: str) -> str:
        """Run one command on every store, which all refuse it in the same words, and return them."""
        refusals = [self.command(side, *arguments) for side in self.sides]
        assert len(set(refusals)) == 1
        assert refusals[0].code != 0
        return refusals[0].err

    def write_news(self, number: int, row: Mapping[str, str]) -> None:
        """Write a file of one report, in the current folder."""
        Path("news").mkdir(exist_ok=True)
        Path(f"news/{number}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")


@pytest.fixture
def history(
    neo4j_server: "Neo4jServer", newest_neo4j: "Neo4jServer", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> History:
    """Return the three stores, empty; what the last command leaves in the servers is taken out by the test."""
    monkeypatch.chdir(tmp_path)
    Path("own.csv").write_text(OFFICES, encoding="utf-8")
    sides = [Side("file", f"file:{tmp_path / 'graph.jsonl'}", tmp_path / "file")]
    for name, server in (("shipped", neo4j_server), ("newest", newest_neo4j)):
        sides.append(Side(name, server.uri, tmp_path / name, server.user, server.password))
    for side in sides:
        side.folder.mkdir()
    made = History(sides, monkeypatch)
    for number, row in enumerate(ROWS):
        made.write_news(number, row)
    return made


def rows(exported: bytes) -> list[Row]:
    """Return the lines of an exported graph."""
    return [json.loads(line) for line in exported.splitlines()]


def ids(exported: bytes, label: str, name: str) -> list[str]:
    """Return the ids of the nodes with this label whose name has these words."""
    return [row["id"] for row in rows(exported) if label in row.get("labels", ()) and name in row["properties"]["name"]]


def test_one_history_gives_the_same_bytes_on_every_store(history: History) -> None:
    first = history.do("build", "news/0.jsonl", "news/1.jsonl", "--replace", "--quiet")
    assert "}) DETACH DELETE n //" in first.decode()
    whole = history.do("build", "news", "--quiet")
    assert len(whole) > len(first)
    assert "Ba\u0301kery" in whole.decode() or "B\u00e1kery" in whole.decode()
    assert history.do("build", "news", "--quiet") == whole

    history.write_news(2, {**ROWS[2], "text": "The Chilean president flew to Cork on Monday."})
    changed = history.do("build", "news", "--quiet")
    assert b"flew to Cork" in changed
    assert b"flew to Oslo" not in changed
    history.write_news(2, ROWS[2])
    assert history.do("build", "news", "--quiet") == whole

    assert history.do("analyze", "pagerank", "--write") == whole, "scores stay beside the graph"
    pruned = history.do("prune", "--before", "2013-01-01", "--yes", "--quiet")
    assert b"bakery" in whole
    assert b"bakery" not in pruned
    fewer = history.do("remove", "news/2.jsonl", "--quiet")
    assert len(fewer) < len(pruned)
    assert history.do("build", "news", "--quiet") == whole, "what was taken out comes back as it was"

    assert history.do("remove", *(f"news/{number}.jsonl" for number in range(len(ROWS))), "--quiet") == b""


def test_what_people_judge_and_know_gives_the_same_bytes_on_every_store(history: History) -> None:
    whole = history.do("build", "news", "--replace", "--quiet")

    one, other = ids(whole, "Person", "Tom Hale")[:2]
    merged = history.do("entities", "merge", one, other)
    assert other not in ids(merged, "Person", "Tom Hale")
    assert history.do("build", "news", "--quiet") == merged
    (holm,) = ids(merged, "Person", "Karen Holm")
    parted = history.do("entities", "split", holm, "news/2.jsonl")
    assert len(ids(parted, "Person", "Karen Holm")) == 2
    assert history.do("entities", "undo") == merged
    assert history.do("entities", "undo", "1") == whole

    left, right = ids(whole, "Meeting", "Tom Hale")
    joined = history.do("events", "merge", left, right)
    assert len(ids(joined, "Meeting", "Tom Hale")) == 1
    assert history.do("build", "news", "--quiet") == joined
    assert history.do("events", "undo") == whole
    assert history.do("events", "split", left, right) == whole, (
        "they are two already; from now on because somebody said so"
    )
    refused = history.refused("events", "merge", left, right)
    assert "were judged to be two" in refused

    known = history.do("kb", "import", "own.csv")
    assert ids(known, "Person", "Ana Ruiz")
    assert history.do("kb", "import", "own.csv") == known
    both = history.do("entities", "merge", one, other)

    assert history.do("backup", f"{HERE}/kept.zip", "--quiet") == both
    assert history.do("kb", "remove", "own.csv") == merged
    assert history.do("entities", "undo") == whole
    fewer = history.do("remove", "news/0.jsonl", "--quiet")
    assert len(fewer) < len(whole)
    assert history.do("restore", f"{HERE}/kept.zip", "--replace", "--quiet") == both, "all of it comes back"
    assert history.do("build", "news", "--quiet") == both
    assert "were judged to be two" in history.refused("events", "merge", left, right), "what was judged too"
    assert history.do("restore", "file/kept.zip", "--replace", "--quiet") == both, "a backup fits another kind of store"
    assert history.do("kb", "remove", "own.csv") == merged

    assert history.do("remove", *(f"news/{number}.jsonl" for number in range(len(ROWS))), "--quiet") == b""

"""Knowledge and judgements through the command line: they change the graph, survive rebuilds, and can be taken back."""

import json
import os
import pty
import sys
from pathlib import Path
from select import select
from subprocess import Popen

import pytest

from graphbuilder.graph.elements import Node, Relationship, encode
from graphbuilder.store.neo4j_store import Neo4jStore
from tests.builds import read_file
from tests.command_line import run
from tests.neo4j_fixture import Neo4jServer

ROWS = (
    {"text": "Irish Defense Minister Tom Hale met Karen Holm in Dublin on Monday.", "date": "2015-03-10"},
    {"text": "Tom Hale scored twice for Harbour Rovers in Glasgow on Saturday.", "date": "2015-03-14"},
    {
        "text": "The Chilean president flew to Oslo on Monday. She met Karen Holm, who lives in Dublin.",
        "date": "2015-03-10",
    },
    {"text": "Tom Hale opened a bakery in Perth.", "date": "2015-05-01"},
)
TABLE = "name,position,of,start,end,wikidata\nAna Ruiz,President of Chile,,2014-03-11,2018-03-11,Q900001\nNobody,x,Chile,once,,\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with one file for each report, which is the current one."""
    news = tmp_path / "news"
    news.mkdir()
    for number, row in enumerate(ROWS):
        (news / f"{number}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


STORE = ("--store", "file:graph.jsonl")


def build(*names: str) -> None:
    done = run("build", *(names or ("news",)), *STORE, "--quiet")
    assert done.code == 0, done.err


def nodes(prefix: str) -> dict[str, Node]:
    found = read_file(Path("graph.jsonl"))
    return {e.id: e for e in found if isinstance(e, Node) and e.id.startswith(prefix)}


def hales() -> list[str]:
    return sorted(key for key, node in nodes("person:").items() if node.properties["name"] == "Tom Hale")


def content() -> bytes:
    return Path("graph.jsonl").read_bytes()


@pytest.mark.usefixtures("folder")
def test_a_merge_changes_the_graph_survives_rebuilds_and_is_undone_to_the_byte() -> None:
    build()
    before = content()
    first, second, third = hales()
    done = run("entities", "merge", first, second, *STORE)
    assert (done.code, done.err) == (0, "")
    assert f"judgement 1: {first} and {second} are one" in done.out
    assert hales() == [first, third]
    merged = content()
    build()
    assert content() == merged
    Path("graph.jsonl").unlink()
    build()
    assert content() == merged, "starting over keeps what people judged"
    told = json.loads(run("entities", "explain", second, *STORE, "--json").out)
    assert told["left"] == first
    assert len(told["mentions"]) == 2
    pair = json.loads(run("entities", "explain", first, second, *STORE, "--json").out)
    assert pair["joined"]
    assert pair["why"][0].startswith("judged to be one (judgement 1")
    assert {feature["name"] for feature in pair["features"]} >= {"name", "position", "company"}
    assert all(0 <= feature["score"] <= 1 and feature["sentence"] for feature in pair["features"])
    assert run("entities", "undo", *STORE, "--quiet").code == 0
    assert content() == before
    assert run("entities", "undo", *STORE).code == 9


@pytest.mark.usefixtures("folder")
def test_judgements_hold_in_any_order_of_documents_and_when_documents_come_and_go() -> None:
    build()
    first, second, _ = hales()
    assert run("entities", "merge", first, second, *STORE, "--quiet").code == 0
    merged = content()
    assert run("remove", "news/2.jsonl", *STORE, "--quiet").code == 0
    assert len(hales()) == 2
    build(*(f"news/{number}.jsonl" for number in (3, 2, 1, 0)))
    assert content() == merged
    assert run("remove", "news/0.jsonl", "news/1.jsonl", "news/3.jsonl", *STORE, "--quiet").code == 0
    assert hales() == []
    build()
    assert content() == merged


@pytest.mark.usefixtures("folder")
def test_judgements_that_contradict_each_other_get_one_clear_message() -> None:
    build()
    first, second, third = hales()
    assert run("entities", "merge", first, second, third, *STORE, "--quiet").code == 0
    assert hales() == [first]
    refused = run("entities", "split", second, third, *STORE)
    assert refused.code == 9
    assert refused.err.count("\n") == 1
    assert "were judged to be one (judgements 1, 2); take that back first: graphbuilder entities undo 2" in refused.err
    assert run("entities", "undo", "2", *STORE, "--quiet").code == 0
    assert run("entities", "split", first, third, *STORE, "--quiet").code == 0
    refused = run("entities", "merge", second, third, *STORE)
    assert refused.code == 9
    assert "were judged to be two (judgement 3)" in refused.err
    listed = json.loads(run("entities", "list", *STORE, "--json").out)
    assert [(j["number"], j["decision"]) for j in listed] == [(1, "merge"), (3, "split")]


@pytest.mark.usefixtures("folder")
def test_one_can_be_split_by_document_and_undone() -> None:
    build()
    before = content()
    (holm,) = nodes("person:karen-holm")
    assert run("entities", "split", holm, "news/2.jsonl", *STORE).code == 0
    assert len(nodes("person:karen-holm")) == 2
    assert holm in nodes("person:karen-holm")
    assert run("entities", "undo", *STORE, "--quiet").code == 0
    assert content() == before
    assert run("entities", "split", holm, *STORE, "--quiet").code == 0
    assert len(nodes("person:karen-holm")) == 2


@pytest.mark.usefixtures("folder")
def test_what_is_not_there_or_cannot_be_one_is_said(folder: Path) -> None:
    build()
    (holm,) = nodes("person:karen-holm")
    for arguments in (
        ("merge", holm, "Nobody at all"),
        ("merge", holm, "Tom Hale"),
        ("merge", holm, "Karen Holm"),
        ("merge", holm, "place:country:ie"),
        ("split", holm, "news/1.jsonl"),
        ("split", hales()[0]),
        ("explain", "person:none"),
        ("undo", "7"),
    ):
        refused = run("entities", *arguments, *STORE)
        assert (refused.code, refused.err.count("\n")) == (9, 1), (arguments, refused.err)
    assert run("entities", "merge", holm, *STORE).code == 2
    assert folder.exists()


@pytest.mark.usefixtures("folder")
def test_events_are_explained_merged_split_and_undone() -> None:
    Path("news/4.jsonl").write_text(
        json.dumps({"text": "Tom Hale and Karen Holm met in Cork in March.", "date": "2015-04-20"}) + "\n",
        encoding="utf-8",
    )
    build()
    before = content()
    meetings = [key for key, node in nodes("event:meeting").items() if "Tom Hale" in str(node.properties["name"])]
    assert len(meetings) == 2
    told = json.loads(run("events", "explain", *meetings, *STORE, "--json").out)
    assert not told["joined"]
    assert {feature["name"] for feature in told["features"]} >= {"label", "status", "dates", "places", "participants"}
    assert run("events", "merge", *meetings, *STORE, "--quiet").code == 0
    (left,) = set(meetings) & set(nodes("event:meeting"))
    assert nodes("event:meeting")[left].properties["source_count"] == 2
    merged = content()
    build()
    assert content() == merged
    assert run("events", "split", left, "news/4.jsonl", *STORE).code == 9
    assert run("events", "undo", *STORE, "--quiet").code == 0
    assert content() == before
    trip = next(iter(nodes("event:trip")))
    assert run("events", "merge", meetings[0], trip, *STORE).code == 9


@pytest.mark.usefixtures("folder")
def test_knowledge_names_the_holder_of_an_office_and_leaves_no_trace() -> None:
    build()
    before = content()
    Path("own.csv").write_text(TABLE, encoding="utf-8")
    done = run("kb", "import", "own.csv", *STORE)
    assert done.code == 0
    assert "1 person, 1 spell in office (csv)" in done.out
    assert "own.csv: 1 row was left out (line 3: the start 'once' is no date" in done.err
    holder = nodes("person:ana-ruiz")["person:ana-ruiz"]
    assert holder.properties["wikidata"] == "Q900001"
    took_part = {
        e.end_id.partition("-")[0]
        for e in read_file(Path("graph.jsonl"))
        if isinstance(e, Relationship) and e.type == "PARTICIPATED_IN" and e.start_id == holder.id
    }
    assert {"event:trip", "event:meeting"} <= took_part
    known = content()
    again = run("kb", "import", "own.csv", *STORE)
    assert "known already, nothing changed" in again.out
    build()
    assert content() == known
    assert json.loads(run("kb", "list", *STORE, "--json").out)[0]["name"] == "own.csv"
    assert run("kb", "remove", "own.csv", *STORE, "--quiet").code == 0
    assert content() == before
    assert run("kb", "remove", "own.csv", *STORE).code == 5
    assert run("kb", "import", "news/0.jsonl", *STORE).code == 3


class Terminal:
    """A command on a pseudo-terminal: what it shows is read, keys are typed."""

    def __init__(self, *arguments: str) -> None:
        self._master, slave = pty.openpty()
        environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "TERM": "xterm"}
        command = [sys.executable, "-m", "graphbuilder", *arguments]
        self._process = Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment)
        os.close(slave)
        self.shown = ""

    def wait_for(self, text: str) -> None:
        """Read until `text` is shown."""
        while text not in self.shown:
            ready, _, _ = select([self._master], [], [], 30.0)
            assert ready, f"{text!r} did not come in time: {self.shown}"
            try:
                block = os.read(self._master, 4096)
            except OSError:
                block = b""
            assert block, f"{text!r} never came: {self.shown}"
            self.shown += block.decode(errors="replace")
        self.shown = self.shown.partition(text)[2]

    def press(self, key: str) -> None:
        """Type a key, without Return."""
        os.write(self._master, key.encode())

    def end(self) -> int:
        """Return the exit code."""
        code = self._process.wait(timeout=60)
        os.close(self._master)
        return code


@pytest.fixture
def terminal(folder: Path) -> type[Terminal]:
    """Return a way to run a command on a pseudo-terminal."""
    build()
    assert folder.exists()
    return Terminal


def test_the_review_is_driven_by_single_keys_on_a_terminal(terminal: type[Terminal]) -> None:
    before = content()
    first, second, third = hales()
    review = terminal("entities", "review", *STORE)
    review.wait_for("[1/3] Tom Hale")
    review.wait_for("q = quit")
    review.press("y")
    review.wait_for("one person")
    review.wait_for("[2/3] Tom Hale")
    review.press("u")
    review.wait_for("judgement 1 taken back")
    review.wait_for("[1/3] Tom Hale")
    review.press("s")
    review.wait_for("[2/3] Tom Hale")
    review.press("n")
    review.wait_for("two people")
    review.wait_for("[3/3] Tom Hale")
    review.press("x")
    review.wait_for("[3/3] Tom Hale")
    review.press("q")
    review.wait_for("1 judgement made")
    assert review.end() == 0
    (judgement,) = json.loads(run("entities", "list", *STORE, "--json").out)
    assert judgement["decision"] == "split"
    assert {judgement["left"]["id"], judgement["right"]["id"]} < {first, second, third}
    assert content() == before, "they were two already"
    again = terminal("entities", "review", *STORE)
    again.wait_for("[1/2] Tom Hale")
    again.press("y")
    again.wait_for("one person")
    again.press("q")
    assert again.end() == 0
    assert len(hales()) == 2


NAMESAKES = (
    {"text": "Kenyan Senator Tom Hale criticised the budget in Nairobi on Tuesday.", "date": "2015-03-11"},
    {"text": "Former Peruvian president Alan Bravo Sr. met Karen Holm in Lima on Friday.", "date": "2015-04-10"},
    {"text": "Peruvian Senator Alan Bravo Jr. flew to Bogota on Friday.", "date": "2015-04-11"},
)


@pytest.mark.usefixtures("folder")
def test_judgements_on_namesakes_survive_starting_over_in_any_order_and_are_undone_in_any_order() -> None:
    for number, row in enumerate(NAMESAKES, start=4):
        Path(f"news/{number}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    build()
    before = content()
    hale = hales()
    assert len(hale) == 4, "a minister, a footballer, a baker and a senator of one name stay apart"
    assert {node.properties["name"] for node in nodes("person:alan-bravo").values()} == {
        "Alan Bravo Sr",
        "Alan Bravo Jr.",
    }
    assert run("entities", "merge", *hale[:3], *STORE, "--quiet").code == 0
    assert run("entities", "undo", "2", *STORE, "--quiet").code == 0
    assert run("entities", "split", hale[0], hale[2], *STORE, "--quiet").code == 0
    assert hales() == sorted({hale[0], hale[2], hale[3]})
    judged = content()
    Path("graph.jsonl").unlink()
    files = [f"news/{number}.jsonl" for number in (6, 2, 5, 0, 4, 1, 3)]
    build(*files[:4])
    build(*files[4:])
    assert content() == judged
    assert run("remove", *files[2:5], *STORE, "--quiet").code == 0
    build()
    assert content() == judged
    for made in ("1", "3"):
        assert run("entities", "undo", made, *STORE, "--quiet").code == 0
    assert content() == before


@pytest.mark.usefixtures("folder")
def test_judgements_on_a_server_give_the_very_bytes_of_the_file(
    neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    server = ("--store", neo4j_server.uri, "--workspace", "on-server.db")

    def exported() -> bytes:
        with Neo4jStore.connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as store:
            return b"".join(encode(element) + b"\n" for element in store.read())

    for arguments in (
        ("build", "news"),
        ("entities", "merge", *hales()[:2]),
        ("entities", "split", hales()[0], hales()[2]),
        ("remove", "news/1.jsonl"),
        ("build", "news"),
        ("entities", "undo", "1"),
    ):
        beside = run(*arguments, *STORE, "--quiet")
        done = run(*arguments, *server, "--quiet")
        assert (beside.code, done.code) == (0, 0), (arguments, beside.err, done.err)
        assert exported() == content(), arguments
    with Neo4jStore.connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as store:
        store.synchronize([])

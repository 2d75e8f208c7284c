"""stats, prune, backup, restore and doctor as a person uses them, on a graph file and on the private Neo4j."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from neo4j import GraphDatabase

from graphbuilder import server
from graphbuilder.config import load_settings
from graphbuilder.errors import StoreError
from graphbuilder.server import default_home
from graphbuilder.store.neo4j_store import Neo4jStore
from graphbuilder.store.queries import load_query
from graphbuilder.store.strangers import MOST_TOLD, Strangers
from tests.builds import write_rows
from tests.command_line import run
from tests.factories import small_graph
from tests.neo4j_fixture import Neo4jServer, keep_to_other_ports

ROWS = (
    {"text": "Karen Holm met Pablo Rojas in Lisbon on Thursday.", "date": "2021-03-04", "source": "Daily"},
    {"text": "Amos Kiptoo flew to Oslo on Friday.", "date": "2014-03-07", "source": "Weekly"},
)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Return a folder of two reports, each in its own file."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number, row in enumerate(ROWS):
        write_rows(folder / f"{number}.jsonl", [row])
    return folder


@pytest.fixture(params=["file", "local"])
def store(request: pytest.FixtureRequest, tmp_path: Path, news: Path) -> Iterator[str]:
    """Return the name of a store of each kind that holds the two reports."""
    home = tmp_path / "home"
    keep_to_other_ports(home)
    name = f"file:{tmp_path / 'graph.jsonl'}" if request.param == "file" else f"local:{home}"
    assert run("build", news, "--store", name, "--quiet").code == 0
    yield name
    run("neo4j", "stop", "--home", home)


def exported(store: str, path: Path) -> bytes:
    """Return the graph of a store as a graph file."""
    done = run("export", path, "--store", store, "--quiet")
    assert done.code == 0, done.err
    return path.read_bytes()


def test_stats_prune_backup_restore_doctor(
    store: str, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    whole = exported(store, tmp_path / "whole.jsonl")
    stats = json.loads(run("stats", "--store", store, "--json").out)
    lines = whole.decode().splitlines()
    assert stats["nodes"] == sum(line.startswith('{"type":"node"') for line in lines)
    assert stats["nodes"] + stats["relationships"] == len(lines)
    assert stats["sources"] == {"Daily": 1, "Weekly": 1}
    assert (stats["first"], stats["last"]) == ("2014-03-07", "2021-03-04")
    assert stats["events"]["Meeting"] == {"actual": 1}

    healthy = run("doctor", "--store", store, "--json")
    assert healthy.code == 0, healthy.out
    assert "every invariant holds" in healthy.out
    assert "the graph is what the workspace says" in healthy.out

    backup = Path("kept.zip")  # as a person writes it: beside oneself
    kept = run("backup", backup, "--store", store)
    assert kept.code == 0, kept.err
    assert run("backup", backup, "--store", store).code != 0

    listed = run("prune", "--before", "2020-01-01", "--dry-run", "--store", store)
    assert "published 2014-03-07" in listed.out
    assert exported(store, tmp_path / "still.jsonl") == whole
    assert run("prune", "--before", "2020-01-01", "--yes", "--store", store).code == 0
    assert json.loads(run("stats", "--store", store, "--json").out)["sources"] == {"Daily": 1}

    refused = run("restore", backup, "--store", store)
    assert refused.code == 2
    assert "--replace" in refused.err
    restored = run("restore", backup, "--replace", "--store", store)
    assert restored.code == 0, restored.err
    assert exported(store, tmp_path / "again.jsonl") == whole
    assert "nothing had to be written" in run("build", news, "--store", store).out


def test_a_backup_goes_into_another_store(tmp_path: Path, news: Path) -> None:
    first, second = f"file:{tmp_path / 'one.jsonl'}", f"file:{tmp_path / 'two.jsonl'}"
    run("build", news, "--store", first, "--quiet")
    run("backup", tmp_path / "kept.zip", "--store", first)
    assert run("restore", tmp_path / "kept.zip", "--store", second).code == 0
    assert (tmp_path / "two.jsonl").read_bytes() == (tmp_path / "one.jsonl").read_bytes()


@pytest.mark.usefixtures("news")
def test_what_one_added_to_the_private_neo4j_is_in_its_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The default store, nothing named but the file, in the folder where one works."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    home = default_home(load_settings().data_folder)
    assert home.is_relative_to(tmp_path)
    keep_to_other_ports(home)
    try:
        assert run("build", "news", "--quiet").code == 0
        before = exported("local", Path("before.jsonl"))
        statement(home, "CREATE (:Mine {name: 'a note'})")
        told = run("backup", "kept.zip")
        assert (told.code, told.out) == (0, "2 documents kept in kept.zip\n"), told.err
        statement(home, "MATCH (n) DETACH DELETE n")
        assert run("restore", "kept.zip", "--replace").code == 0
        assert statement(home, "MATCH (n:Mine) RETURN n.name") == [["a note"]]
        assert exported("local", Path("after.jsonl")) == before
        assert run("doctor").code == 0
    finally:
        run("neo4j", "stop")


def statement(home: Path, text: str) -> list[list[object]]:
    """Run a statement on the server of `home` and return its rows."""
    found = server.connection(home)
    assert found is not None
    with GraphDatabase.driver(found.uri, auth=(found.user, found.password)) as driver:
        return [list(record.values()) for record in driver.execute_query(text).records]


def test_what_is_no_backup_is_refused_and_nothing_is_touched(tmp_path: Path, news: Path) -> None:
    store = f"file:{tmp_path / 'graph.jsonl'}"
    run("build", news, "--store", store, "--quiet")
    before = (tmp_path / "graph.jsonl").read_bytes()
    (tmp_path / "text.zip").write_text("no zip", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("readme.txt", "another program's")
    with zipfile.ZipFile(tmp_path / "broken.zip", "w") as broken:
        broken.writestr("manifest.json", '{"format":1,"graphbuilder":"0.1.0","documents":2}')
        broken.writestr("workspace.sqlite", "no database")
    for name in ("text.zip", "other.zip", "broken.zip", "missing.zip"):
        refused = run("restore", tmp_path / name, "--replace", "--store", store)
        assert refused.code == 5, name
        assert name in refused.err
    assert (tmp_path / "graph.jsonl").read_bytes() == before
    assert run("stats", "--store", store).code == 0


def test_a_file_is_taken_out_by_another_way_to_it(tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("build", news, "--store", f"file:{tmp_path / 'graph.jsonl'}", "--quiet").code == 0
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    removed = run("remove", "../news/0.jsonl", "--store", f"file:{tmp_path / 'graph.jsonl'}")
    assert (removed.code, "removed 1 document;" in removed.out) == (0, True), removed.err


CHANGES = (
    ("remove", "news"),
    ("prune", "--source", "Weekly", "--yes"),
    ("restore", "less.zip", "--replace"),
    ("entities", "split", "Karen Holm", "Pablo Rojas"),
    ("kb", "import", "ministers.csv"),
)
"""Commands that change what the workspace holds."""


@pytest.fixture
def beside(tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Build a graph file, with a backup of less, in the folder where one works; return how its store is given."""
    monkeypatch.chdir(tmp_path)
    asked = ("--store", "file:graph.jsonl")
    Path("ministers.csv").write_text("name,position,of\nKaren Holm,Minister,Norway\n", encoding="utf-8")
    run("build", news / "0.jsonl", *asked, "--quiet")
    assert run("backup", "less.zip", *asked).code == 0
    assert run("build", news, *asked, "--quiet").code == 0
    return asked


@pytest.mark.parametrize("command", CHANGES, ids=lambda command: command[0])
def test_a_store_that_cannot_be_written_now_leaves_everything_as_it_was(
    beside: tuple[str, str], command: tuple[str, ...]
) -> None:
    before = Path("graph.jsonl").read_bytes()
    with FileLock(".graph.jsonl.lock"):
        refused = run(*command, *beside)
    assert (refused.code, "another process is writing" in refused.err) == (6, True), refused.err
    assert Path("graph.jsonl").read_bytes() == before
    assert run("doctor", *beside).code == 0


@pytest.mark.parametrize("command", CHANGES, ids=lambda command: command[0])
def test_a_store_that_refuses_at_the_last_moment_leaves_the_workspace_as_it_was(
    beside: tuple[str, str], command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreError("no space is left")

    with monkeypatch.context() as patched:
        patched.setattr("graphbuilder.store.jsonl_store.JsonlStore.synchronize", full)
        refused = run(*command, *beside)
        more = run("build", "news", "less.zip", *beside)
    assert (refused.code, refused.err.strip()) == (6, "error: no space is left")
    assert "no space is left; what was read is kept" in more.err
    assert run("doctor", *beside).code == 0
    assert run(*command, *beside).code == 0
    assert run("doctor", *beside).code == 0


def test_files_that_are_gone_are_pruned(tmp_path: Path, news: Path) -> None:
    store = f"file:{tmp_path / 'graph.jsonl'}"
    run("build", news, "--store", store, "--quiet")
    assert "nothing was changed" in run("prune", "--gone", "--store", store).err
    (news / "1.jsonl").unlink()
    assert run("prune", "--gone", "--yes", "--store", store).code == 0
    assert json.loads(run("stats", "--store", store, "--json").out)["sources"] == {"Daily": 1}
    assert run("prune", "--store", store).code == 2


def test_the_doctor_finds_what_is_broken(tmp_path: Path, news: Path) -> None:
    graph = tmp_path / "graph.jsonl"
    run("build", news, "--store", f"file:{graph}", "--quiet")
    lines = graph.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if '"label":"MENTIONS"' not in line]
    graph.write_text("".join(kept), "utf-8")
    sick = run("doctor", "--store", f"file:{graph}")
    assert sick.code == 1
    assert "rests on no sentence" in sick.out
    assert f"{len(lines) - len(kept)} missing" in sick.out


def test_the_doctor_sees_what_no_invariant_tells_and_a_build_mends_it(tmp_path: Path, news: Path) -> None:
    graph = tmp_path / "graph.jsonl"
    store = f"file:{graph}"
    run("build", news, "--store", store, "--quiet")
    whole = graph.read_text("utf-8")
    graph.write_text(whole.replace('"name":"Karen Holm"', '"name":"Karin Holm"', 1), "utf-8")
    assert graph.read_text("utf-8") != whole

    told = {one["subject"]: one for one in json.loads(run("doctor", "--store", store, "--json").out)}

    assert told["graph"]["verdict"] == "ok"
    assert told["graph and workspace"]["verdict"] == "fault"
    assert told["graph and workspace"]["found"] == "elements that differ: 1 changed"
    run("build", news, "--store", store, "--quiet")
    assert graph.read_text("utf-8") == whole
    assert run("doctor", "--store", store).code == 0


def test_the_doctor_mends_nothing_on_a_server_and_a_build_does(
    tmp_path: Path, news: Path, neo4j_server: Neo4jServer
) -> None:
    store, workspace = f"local:{neo4j_server.home}", tmp_path / "log.sqlite"
    asked = ("--store", store, "--workspace", workspace)
    assert run("build", news, *asked, "--quiet").code == 0
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)) as driver:
        driver.execute_query("MATCH (e:Meeting) DETACH DELETE e")
        driver.execute_query("MATCH (e:Trip)<-[m:MENTIONS]-(:Sentence) DELETE m")
        driver.execute_query("DROP INDEX graphbuilder_sentence_text")

        for _ in range(2):
            told = run("doctor", *asked, "--json")
            assert told.code == 1
            found = {one["subject"]: one["found"] for one in json.loads(told.out)}
            assert found["schema"].endswith("missing: graphbuilder_sentence_text")
            assert found["graph"].endswith("rests on no sentence")
            assert found["graph and workspace"].startswith("elements that differ: ")
    assert run("build", news, *asked, "--quiet").code == 0
    healthy = run("doctor", *asked, "--json")
    assert (healthy.code, "constraints and indexes serve" in healthy.out) == (0, True)
    assert run("remove", news, *asked, "--quiet").code == 0


def test_a_wrong_day_is_told_with_its_option(tmp_path: Path) -> None:
    wrong = run("prune", "--before", "2015-13-01", "--store", f"file:{tmp_path / 'graph.jsonl'}")
    assert (wrong.code, "--before 2015-13-01: write a date as 2017-07-05" in wrong.err) == (2, True)


STRANGE = {
    "MATCH (p:Person) WITH p LIMIT 1 SET p:Wizard": "has the label Wizard, which its id does not stand for",
    "MATCH (p:Person) WITH p LIMIT 1 SET p.shoe_size = 44": "has the property 'shoe_size', which the graph model does not know",
    "CREATE (:Wizard {id: 'person:merlin'})": "'person:merlin' and the labels Wizard is none of the graph's",
    "CREATE (:Entity:Wizard {id: 'wizard:merlin'})": "'wizard:merlin' and the labels Entity:Wizard is none of the graph's",
    "CREATE (:Event)": "id None and the labels Event is none of the graph's",
    "MATCH (p:Person), (e:Meeting) WITH p, e LIMIT 1 CREATE (p)-[:MARRIED_TO {id: 'married_to:1'}]->(e)":
        "a relationship MARRIED_TO leads from person:",
    "MATCH (p:Person), (e:Meeting) WITH p, e LIMIT 1 CREATE (p)-[:PARTICIPATED_IN {role: 'actor', confidence: 1.0}]->(e)":
        "has no id of the graph's (None)",
    "MATCH (:Person)-[r:PARTICIPATED_IN]->() WITH r LIMIT 1 SET r.mood = 'glad'": "has the property 'mood'",
}  # fmt: skip
"""What somebody does to a graph by hand, and what is said of it."""


def test_the_doctor_tells_what_is_not_of_the_graph_model_and_counts_what_others_keep(
    tmp_path: Path, news: Path, neo4j_server: Neo4jServer
) -> None:
    store, workspace = f"local:{neo4j_server.home}", tmp_path / "log.sqlite"
    written = ("--store", store, "--workspace", workspace)
    asked = ("--store", store, "--workspace", tmp_path / "none.sqlite", "--json")

    def told() -> tuple[int, list[dict[str, str]]]:
        done = run("doctor", *asked)
        return done.code, [one for one in json.loads(done.out) if one["subject"] in SUBJECTS]

    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        assert run("build", news, *written, "--quiet").code == 0
        assert run("analyze", "pagerank", "--write", "--store", store).code == 0
        driver.execute_query(load_query("write/weigh").text, property=None)
        ((code, (alone,))) = told()
        assert (code, alone["verdict"]) == (0, "ok")
        size = alone["found"]

        driver.execute_query("CREATE (:Person {id: 'p1'})-[:KNOWS]->(:Note {id: 7})")
        driver.execute_query("MATCH (p:Person {name: 'Karen Holm'}), (n:Note) CREATE (n)-[:ABOUT]->(p)")
        code, (graph, hanging, apart) = told()
        assert (code, graph["found"]) == (0, size)
        assert (hanging["verdict"], hanging["found"]) == (
            "note",
            "1 relationship between the graph's nodes and others'",
        )
        assert (apart["verdict"], apart["found"]) == ("ok", "2 nodes, 1 relationship, not looked at")

        driver.execute_query("MATCH (t:Topic) WITH t LIMIT 1 DETACH DELETE t")
        driver.execute_query("CREATE (:Wizard {id: 'person:merlin'})")
        code, findings = told()
        assert code == 1
        faults = [one["found"] for one in findings if one["verdict"] == "fault"]
        assert [fault.partition(", ")[2] for fault in faults[:1]] == ["which every graph has, is not there"]
        assert faults[1:] == ["a node with the id 'person:merlin' and the labels Wizard is none of the graph's"]
        driver.execute_query("MATCH (n) DETACH DELETE n")


def test_what_is_not_of_the_graph_model_is_found_one_by_one(neo4j_server: Neo4jServer) -> None:
    auth = (neo4j_server.user, neo4j_server.password)
    with (
        GraphDatabase.driver(neo4j_server.uri, auth=auth) as driver,
        Neo4jStore.connect(neo4j_server.uri, *auth) as store,
    ):
        for statement, says in STRANGE.items():
            driver.execute_query("MATCH (n) DETACH DELETE n")
            store.synchronize(small_graph())
            assert store.strangers() == Strangers()
            driver.execute_query(statement)
            (told,) = store.strangers().among
            assert says in told
        driver.execute_query("MATCH (p:Person), (e:Event) CREATE (p)-[:LIKES]->(e)")
        found = store.strangers()
        assert (len(found.among), found.among, found.more > 0) == (MOST_TOLD, sorted(found.among), True)
        driver.execute_query("MATCH (n) DETACH DELETE n")


SUBJECTS = {"graph", "not of the graph model", "of others"}

"""Bad input costs nothing else: one clear message that names it, the rest of the build goes on, the exit code tells."""

import json
import socket
from pathlib import Path

import pytest

from tests.builds import read_file
from tests.command_line import run
from tests.neo4j_fixture import Neo4jServer

GOOD = (
    "LISBON, March 4, 2021 (Wire) - Danish Foreign Minister Karen Holm met Chilean President Pablo Rojas in Lisbon on "
    "Thursday to discuss trade, officials said.\n"
)
EXIT_SKIPPED = 3


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one good report."""
    news = tmp_path / "news"
    news.mkdir()
    (news / "good.txt").write_text(GOOD, encoding="utf-8")
    return news


def people(graph: Path) -> set[str]:
    return {str(e.properties["name"]) for e in read_file(graph) if e.id.startswith("person:")}


def bad_files() -> dict[str, tuple[str, bytes]]:
    return {
        "empty": ("bad.txt", b""),
        "blank": ("bad.txt", b" \n\n \n"),
        "binary": ("bad.txt", bytes(range(256)) * 64),
        "broken row": ("bad.jsonl", b'{"text": "Half a row'),
        "row that is no object": ("bad.jsonl", b"[1, 2]\n"),
        "no article": ("bad.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>"),
        "broken gzip": ("bad.txt.gz", b"\x1f\x8b\x08\x00not really gzip"),
        "broken parquet": ("bad.parquet", b"PAR1 this is no parquet file PAR1"),
        "too large": ("bad.txt", b"Words of a report that never ends. " * 1_500_000),
    }


@pytest.mark.parametrize("kind", sorted(bad_files()))
def test_one_bad_file_is_named_and_the_rest_is_built(kind: str, folder: Path, tmp_path: Path) -> None:
    name, content = bad_files()[kind]
    (folder / name).write_bytes(content)
    graph = tmp_path / "graph.jsonl"
    outcome = run("build", folder, "--store", f"file:{graph}")
    assert outcome.code == EXIT_SKIPPED
    messages = [line for line in outcome.err.splitlines() if line.strip()]
    assert len(messages) == 1, outcome.err
    assert messages[0].startswith(f"skipped {folder / name}")
    assert people(graph) == {"Karen Holm", "Pablo Rojas"}
    assert "Traceback" not in outcome.err


def test_a_broken_line_is_named_by_its_number_and_the_other_lines_are_read(folder: Path, tmp_path: Path) -> None:
    rows = [json.dumps({"text": GOOD.replace("Karen Holm", f"{name} Holm")}) for name in ("Ida", "Eva")]
    (folder / "rows.jsonl").write_text(f"{rows[0]}\n{{broken\n{rows[1]}\n", encoding="utf-8")
    graph = tmp_path / "graph.jsonl"
    outcome = run("build", folder, "--store", f"file:{graph}")
    assert outcome.code == EXIT_SKIPPED
    assert f"skipped {folder / 'rows.jsonl'}:2: " in outcome.err
    assert {"Ida Holm", "Eva Holm", "Karen Holm"} <= people(graph)


def test_a_missing_path_is_named_and_the_rest_is_built(folder: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph.jsonl"
    outcome = run("build", tmp_path / "nowhere", folder, "--store", f"file:{graph}")
    assert outcome.code == EXIT_SKIPPED
    assert str(tmp_path / "nowhere") in outcome.err
    assert "Karen Holm" in people(graph)


@pytest.mark.parametrize("command", ["build", "annotate"])
def test_a_file_name_that_is_not_utf_8_costs_only_that_file(command: str, folder: Path, tmp_path: Path) -> None:
    (folder / "a\udcf1o.txt").write_bytes((folder / "good.txt").read_bytes())
    store = ("--store", f"file:{tmp_path / 'g.jsonl'}") if command == "build" else ()
    done = run(command, folder, *store)
    assert done.code == 3
    assert f"skipped {folder}/a\\xf1o.txt: its name is not in UTF-8" in done.err
    assert "Karen Holm" in (done.out if command == "annotate" else (tmp_path / "g.jsonl").read_text("utf-8"))


def test_an_unknown_encoding_is_refused_before_anything_is_read(folder: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph.jsonl"
    outcome = run("build", folder, "--encoding", "klingon", "--store", f"file:{graph}")
    assert outcome.code == 2
    assert outcome.err.strip().count("\n") == 0
    assert "'klingon' is not a text encoding" in outcome.err
    assert not graph.exists()


def test_bytes_of_no_encoding_are_named_and_not_guessed_at(folder: Path, tmp_path: Path) -> None:
    (folder / "odd.txt").write_bytes(GOOD.encode() + b"Fran\xe7ois \xff\xfe\x81\x8d met nobody.")
    outcome = run("build", folder, "--store", f"file:{tmp_path / 'graph.jsonl'}")
    assert outcome.code == EXIT_SKIPPED
    assert f"skipped {folder / 'odd.txt'}: the encoding" in outcome.err


def test_bytes_of_another_encoding_are_read_or_named(folder: Path, tmp_path: Path) -> None:
    (folder / "latin.txt").write_bytes(GOOD.replace("Karen", "Søren").encode("latin-1"))
    graph = tmp_path / "graph.jsonl"
    run("build", folder, "--store", f"file:{graph}")
    assert "Søren Holm" in people(graph)


def test_a_server_that_is_down_is_said_in_one_line_and_the_work_is_kept(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    outcome = run("build", folder, "--store", f"bolt://127.0.0.1:{port}")
    assert outcome.code == 6
    assert outcome.err.strip().count("\n") == 0
    assert f"127.0.0.1:{port}" in outcome.err


def test_a_wrong_password_is_said_in_one_line_without_the_password(
    folder: Path, neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "not-the-password")
    outcome = run("build", folder, "--store", neo4j_server.uri)
    assert outcome.code == 6
    assert outcome.err.strip().count("\n") == 0
    assert "password" in outcome.err
    assert "not-the-password" not in outcome.err + outcome.out


def test_a_password_that_was_not_given_is_not_called_wrong(
    neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    (tmp_path / "empty").write_text("\n")
    for name in ("", str(tmp_path / "empty")):
        monkeypatch.setenv("NEO4J_PASSWORD_FILE", name)
        if not name:
            monkeypatch.delenv("NEO4J_PASSWORD_FILE")
        refused = run("stats", "--store", neo4j_server.uri)
        assert refused.code == 6
        assert "none was given; set NEO4J_PASSWORD" in refused.err


def test_the_port_of_the_browser_is_told_from_that_of_bolt(neo4j_server: Neo4jServer) -> None:
    address = "bolt://" + neo4j_server.http_url.partition("://")[2].rstrip("/")
    for scheme in ("bolt", "neo4j"):
        refused = run("stats", "--store", address.replace("bolt", scheme))
        assert refused.code == 6
        assert "a web server answers there, and no Bolt; give the port of Bolt, 7687" in refused.err


def test_a_graph_file_in_a_folder_that_is_not_there_is_said_in_one_line(folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    outcome = run("build", folder, "--store", f"file:{blocked / 'graph.jsonl'}")
    assert outcome.code != 0
    assert "Traceback" not in outcome.err
    assert outcome.err.strip().count("\n") == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--date", "yesterday"), "write a date as 2017-07-05"),
        (("--field", "body"), "write NAME=FIELD"),
        (("--field", "headline=h"), "one of text, title, date, url, source"),
        (("--store", "ftp://example.org"), "names no store"),
    ],
)
def test_an_option_that_makes_no_sense_says_what_would(arguments: tuple[str, str], says: str, folder: Path) -> None:
    outcome = run("build", folder, *arguments)
    assert outcome.code in {2, 6}
    assert says in outcome.err
    assert outcome.err.strip().count("\n") == 0

"""A broken or hostile settings file, environment, encoding, field or workspace ends in one clear refusal; so does a login."""

import os
from pathlib import Path

import pytest

from graphbuilder.cli import serving
from graphbuilder.pipeline.closest import Pair
from graphbuilder.pipeline.explaining import MentionShown
from graphbuilder.server import Connection
from tests.builds import write_rows
from tests.command_line import run
from tests.faults.conftest import Target
from tests.faults.test_hostile_commands import FOUND, JUDGEMENT, SETTING, STORE, WORKSPACE, ended
from tests.hostile import FEW, HOSTILE, REFUSED, is_harmless

SKIPPED, NO_MODEL = 3, 4
ROWS = ({"text": "Ana Ruiz met Karen Holm in Oslo on Monday.", "date": "2015-03-10"},)


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of a file of one report, in the current folder."""
    monkeypatch.chdir(tmp_path)
    return write_rows(tmp_path / "news.jsonl", ROWS).name


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"model = ", "graphbuilder.toml cannot be read: "),
        (b"model = '\xff'", "graphbuilder.toml cannot be read: "),
        (b"model = '\x00'", "graphbuilder.toml cannot be read: "),
        (b'model = "\\ud83d"', "graphbuilder.toml cannot be read: "),
        (b"model = " + b"[" * 5_000, "graphbuilder.toml cannot be read: "),
        (b"model = " + b"9" * 6_000, "graphbuilder.toml cannot be read: "),
        (b"model = 'a'\nmodel = 'b'", "graphbuilder.toml cannot be read: "),
        (b"modell = 'a'", "there is no setting modell; did you mean model?"),
        (b'"\\u001b[2J\\u202e" = 1', "there is no setting \\x1b[2J\\u202e; there are data_folder, "),
        (b"model = 3", "model: Input should be a valid string"),
        (b"neo4j_password = ['secret']", "neo4j_password: Input should be a valid string"),
        (b'data_folder = "a\\u0000b"', "data_folder: no path holds the sign NUL"),
        (b'neo4j_password_file = "a\\u0000b"', "neo4j_password_file: no path holds the sign NUL"),
    ],
)
def test_a_settings_file_that_makes_no_sense_is_refused_in_one_sentence(
    content: bytes, says: str, news: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GRAPHBUILDER_DATA_FOLDER")
    Path("graphbuilder.toml").write_bytes(content)
    for command in (("annotate", news), ("stats", "--store", "file:graph.jsonl"), ("entities", "list"), ("doctor",)):
        refused = ended(command, {SETTING})
        assert says in refused.err
        assert refused.err.count("\n") == 1
        assert "secret" not in refused.err


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize(
    ("variable", "command", "codes"),
    [
        ("GRAPHBUILDER_MODEL", ("annotate", "news.jsonl"), {NO_MODEL}),
        ("GRAPHBUILDER_DATA_FOLDER", ("entities", "list", "--store", "bolt://127.0.0.1:1"), {FOUND, WORKSPACE}),
        ("GRAPHBUILDER_DATA_FOLDER", ("doctor", "--store", "file:graph.jsonl"), {FOUND, 1}),
        ("GRAPHBUILDER_CACHE_FOLDER", ("doctor", "--store", "file:graph.jsonl"), {FOUND, 1}),
        ("NEO4J_URI", ("stats",), {STORE}),
        ("NEO4J_USERNAME", ("stats", "--store", "bolt://127.0.0.1:1"), {STORE}),
        ("NEO4J_DATABASE", ("stats", "--store", "bolt://127.0.0.1:1"), {STORE}),
        ("NEO4J_PASSWORD_FILE", ("stats", "--store", "bolt://127.0.0.1:1"), {SETTING}),
    ],
)
def test_a_hostile_environment_is_data_or_refused(
    variable: str, command: tuple[str, ...], codes: set[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in FEW.values():
        monkeypatch.setenv(variable, text)
        done = run(*command)
        assert done.code in codes, (text[:40], done.err)
        assert is_harmless(done.out + done.err)
    monkeypatch.delenv(variable)
    os.environb[variable.encode()] = b"half \xff"
    assert is_harmless(run(*command).err)
    monkeypatch.delenv(variable)


@pytest.mark.parametrize("command", [("annotate",), ("build", "--store", "file:graph.jsonl")], ids=lambda c: c[0])
def test_an_encoding_that_is_none_is_refused_and_one_that_does_not_fit_names_the_file(
    command: tuple[str, ...], news: str
) -> None:
    for text in (*HOSTILE.values(), *REFUSED.values(), "undefined", "rot13", "hex"):
        ended((*command, news, "--encoding", text), {SETTING})
    for name in ("utf-16", "utf-32", "utf-16-le", "punycode"):
        assert news in ended((*command, news, "--encoding", name), {SKIPPED}).err


def test_a_field_that_is_not_there_names_the_file(news: str) -> None:
    for text in HOSTILE.values():
        told = ended(("build", news, "--field", f"text={text}", "--store", "file:graph.jsonl"), {SKIPPED})
        assert f"{news}:1: no field" in told.err


def test_a_hostile_workspace_is_a_file_of_that_name_or_refused(news: str) -> None:
    for text in (*FEW.values(), *REFUSED.values()):
        kept = ("--workspace", text.replace("/", "-"), "--store", "file:graph.jsonl")
        ended(("build", news, "--replace", *kept), {FOUND, SETTING, WORKSPACE})
        ended(("entities", "list", *kept), {FOUND, SETTING, WORKSPACE})


def test_hostile_arguments_of_a_login_are_refused_before_a_password_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return HOSTILE["terminal"]

    monkeypatch.setattr("getpass.getpass", answer)
    for text in (*HOSTILE.values(), REFUSED["nul"], "bolt://ana:secret@127.0.0.1"):
        assert "secret" not in ended(("neo4j", "login", "--", text), {STORE}).err
    assert asked == []
    for text in FEW.values():
        ended(("neo4j", "login", "bolt://127.0.0.1:1", "--user", text), {STORE})
    assert len(asked) == len(FEW)
    assert is_harmless("".join(asked))


def test_a_login_without_a_terminal_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("getpass.getpass", nothing)
    refused = ended(("neo4j", "login", "bolt://127.0.0.1:1"), {SETTING})
    assert "no password was given" in refused.err


def test_a_size_by_what_is_no_score_is_refused(asked: Target, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = Connection(uri=asked.store, http_url="", user="neo4j", password=os.environ["NEO4J_PASSWORD"])
    monkeypatch.setattr(serving, "start", lambda *_args, **_options: found)
    for text in (*FEW.values(), "fame", REFUSED["nul"]):
        ended(("neo4j", "open", "--size-by", text), {SETTING})
    assert asked.exported(tmp_path) == asked.held


@pytest.mark.parametrize("keys", [b"\xff\xfe", b"\xf0", b"\x00", b"\x1b[2J" * 50, "\u202e\u0131".encode(), b""])
def test_keys_of_no_meaning_judge_nothing_in_a_review(keys: bytes, news: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = ("--store", "file:graph.jsonl")
    ended(("build", news, *store), {FOUND})
    before = Path("graph.jsonl").read_bytes()
    name, said = (
        HOSTILE["terminal"],
        MentionShown(document="d", title="T", published="2015", text="x", sentence=HOSTILE["turning"]),
    )
    pair = Pair(
        kind="person", left="person:a", right="person:b", left_name=name, right_name=HOSTILE["markup"], left_mention=said,
        right_mention=said, score=0.5, features=(),
    )  # fmt: skip
    monkeypatch.setattr("graphbuilder.pipeline.closest.closest_pairs", lambda *_: [pair, pair])
    done = run("entities", "review", *store, stdin=keys)
    assert (done.code, is_harmless(done.out + done.err)) == (FOUND, True)
    assert "[bold red]a[/]" in done.out
    assert "0 judgements made" in done.out
    assert Path("graph.jsonl").read_bytes() == before
    assert "left as it is" in run("entities", "review", *store, stdin=b"yn").out, "the pair is in no graph"


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize("number", ["1" * 5_000, "\u00b2", "\u0661", "1e5", "0x1", " 1"])
def test_a_number_of_a_judgement_is_a_number(number: str) -> None:
    ended(("entities", "undo", "--store", "file:graph.jsonl", "--", number), {SETTING})
    ended(("entities", "undo", "7", "--store", "file:graph.jsonl"), {JUDGEMENT})


def test_every_field_of_imported_knowledge_is_data_or_named(graph_file: Target, tmp_path: Path) -> None:
    whole = {"name": "Ana Ruiz", "position": "President", "of": "Chile", "start": "2014-01-01"}
    for field in (*whole, "end", "wikidata", "aliases"):
        write_rows(tmp_path / "own.jsonl", [{**whole, field: text} for text in HOSTILE.values()])
        done = run("kb", "import", "own.jsonl", "--store", graph_file.store)
        assert done.code in {FOUND, SKIPPED}, (field, done.err)
        assert is_harmless(done.out + done.err)
        ended(("kb", "list", "--store", graph_file.store), {FOUND})
    for name in FEW.values():
        ended(("kb", "import", "own.jsonl", "--name", name, "--store", graph_file.store), {FOUND, SKIPPED, WORKSPACE})
    assert graph_file.exported(tmp_path) == graph_file.held

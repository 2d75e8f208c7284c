"""The scorer gives what is right its due and counts what is missed and invented."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from codebook.score import DIMENSIONS, GOLD, main, read_lines, same_entity, score
from codebook.second.compare import kappa

Record = dict[str, Any]


@pytest.fixture(scope="module")
def gold() -> list[Record]:
    return read_lines(GOLD)


def as_predictions(gold: list[Record]) -> list[Record]:
    """Return the key itself in the format of predictions."""
    found = []
    for report in gold:
        number = {event["id"]: index for index, event in enumerate(report["events"])}
        events = [
            {key: event[key] for key in ("label", "plover", "status", "date", "args", "places")}
            | event["trigger"]
            | {"mode": event["modes"][0] if event["modes"] else None}
            | {"links": [{"kind": link["kind"], "to": number[link["to"]]} for link in event["links"]]}
            for event in report["events"]
        ]
        found.append({"id": report["id"], "events": events})
    return found


@pytest.mark.parametrize("coded_only", [False, True])
def test_the_key_itself_is_wholly_right(gold: list[Record], coded_only: bool) -> None:  # noqa: FBT001 - a parameter of the test
    figures = score(gold, as_predictions(gold), coded_only=coded_only)
    assert {name: figures[name]["f1"] for name in DIMENSIONS} == dict.fromkeys(DIMENSIONS, 1.0)
    assert figures["contrasts"]["both_right"] == figures["restraint"]["sentences_left_alone"] == 1.0
    assert figures["confusions"] == []
    assert {
        right for right, _, wanted in (said.partition("/") for said in figures["traps"].values()) if right != wanted
    } == set()


def test_silence_finds_nothing_and_asserts_nothing(gold: list[Record]) -> None:
    figures = score(gold, [])
    assert {figures[name]["f1"] for name in DIMENSIONS} == {0.0}
    assert figures["contrasts"]["both_right"] == 0.0
    assert figures["restraint"]["nothing_asserted"] == 1.0


def test_one_wrong_status_costs_its_code_and_its_contrasts(gold: list[Record]) -> None:
    predicted = as_predictions(gold)
    changed = next(report for report in predicted if report["id"] == "meet1")
    changed["events"][0]["status"] = "planned"
    figures = score(gold, predicted)
    wrong = [contrast for report in gold for contrast in report["contrasts"] if "meet1.1.1" in contrast]
    count = figures["contrasts"]["n"]
    assert figures["trigger"]["f1"] == 1.0
    assert figures["status"]["f1"] < 1.0 > figures["code"]["f1"]
    assert round(count * (1 - figures["contrasts"]["both_right"])) == len(wrong) == 3
    assert figures["confusions"] == [("status actual -> planned", 1)]


def test_an_invented_event_costs_precision_only(gold: list[Record]) -> None:
    predicted = as_predictions(gold)
    report = next(one for one in gold if one["id"] == "rst1")
    extra = {"start": report["sentences"][0]["start"], "end": report["sentences"][0]["start"] + 4, "label": "Assault",
             "plover": "ASSAULT", "status": "actual", "args": [], "places": []}  # fmt: skip
    next(one for one in predicted if one["id"] == "rst1")["events"].append(extra)
    figures = score(gold, predicted)
    assert figures["trigger"]["r"] == 1.0 > figures["trigger"]["p"]
    assert figures["restraint"]["nothing_asserted"] < 1.0


@pytest.mark.parametrize(
    ("gold_name", "guess", "same"),
    [
        ({"text": "She", "name": "Ana Ruiz", "start": 0, "end": 3}, {"text": "Ruiz"}, True),
        ({"text": "Kigali's envoy", "start": 5, "end": 19}, {"text": "x", "start": 5, "end": 11}, True),
        ({"text": "the president", "start": 0, "end": 13}, {"text": "the governor"}, False),
        ({"text": "the", "start": 0, "end": 3}, {"text": ""}, False),
    ],
)
def test_an_argument_is_the_same_by_span_or_by_name(gold_name: Record, guess: Record, same: bool) -> None:  # noqa: FBT001 - as above
    assert same_entity(gold_name, guess) is same


def test_kappa_takes_chance_away() -> None:
    assert kappa([("a", "a"), ("b", "b")]) == 1.0
    assert kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]) == 0.0
    assert kappa([]) == 0.0


def test_the_program_runs_on_its_own(gold: list[Record], tmp_path: Path) -> None:
    predictions = tmp_path / "predictions.jsonl"
    predictions.write_text("".join(json.dumps(one) + "\n" for one in as_predictions(gold)), encoding="utf-8")
    command = [sys.executable, "-I", str(GOLD.with_name("score.py")), "--pred", str(predictions)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert json.loads(output)["trigger"]["f1"] == 1.0


EVENT: Record = {"start": 27, "end": 30, "label": "Meeting"}
REFUSED: list[tuple[str, str]] = [
    ("no json", "not JSON"),
    ("[1, 2]", "a line is one JSON object"),
    ('{"events": []}', "'id' must be a string"),
    ('{"id": "meet1", "events": 3}', "'events' must be a list"),
    ('{"id": "meet1", "events": [7]}', "an event is an object"),
    ('{"id": "nowhere", "events": []}', "none of its reports is in the gold file"),
    ('{"id": "meet1", "events": []}\n{"id": "meet1", "events": []}', "stands there twice"),
    *(
        (json.dumps({"id": "meet1", "events": [EVENT | change]}), complaint)
        for change, complaint in (
            ({"label": "Gathering"}, "unknown label 'Gathering'"),
            ({"label": ["Meeting"]}, "unknown label"),
            ({"status": "done"}, "unknown status 'done'"),
            ({"plover": "TALK"}, "unknown plover 'TALK'"),
            ({"mode": "dance"}, "unknown mode 'dance'"),
            ({"start": 5000, "end": 5003}, "outside the text"),
            ({"start": 30, "end": 27}, "outside the text"),
            ({"start": None}, "must be whole numbers"),
            ({"args": [{"role": "boss", "text": "Vass"}]}, "unknown role 'boss'"),
            ({"args": [{"role": "actor", "text": "Vass", "start": -4, "end": 2}]}, "outside the text"),
            ({"args": "Vass"}, "'args' must be a list"),
            ({"links": [{"kind": "CONTENT", "to": 9}]}, "a link leads to 9"),
            ({"date": "2024"}, "'date' must be an object"),
        )
    ),
]


@pytest.mark.parametrize(("text", "complaint"), REFUSED, ids=[complaint for _, complaint in REFUSED])
def test_predictions_that_cannot_be_scored_are_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, complaint: str
) -> None:
    path = tmp_path / "pred.jsonl"
    path.write_text(text, encoding="utf-8")
    assert main(["--pred", str(path)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    (line,) = told.err.splitlines()
    assert complaint in line
    assert str(path) in line


def test_files_that_are_missing_or_no_text_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd, good = tmp_path / "odd", tmp_path / "good.jsonl"
    odd.write_bytes(b"\xff\xfe\x00")
    good.write_text(json.dumps({"id": "meet1", "events": [EVENT]}), encoding="utf-8")
    for arguments, complaint in (
        (["--pred", str(tmp_path / "none")], "No such file"),
        (["--pred", str(tmp_path)], "directory"),
        (["--pred", str(odd)], "not UTF-8"),
        (["--pred", str(good), "--gold", str(good)], "has no 'contrasts'"),
    ):
        assert main(arguments) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert complaint in line
    assert main(["--pred", str(good)]) == 0

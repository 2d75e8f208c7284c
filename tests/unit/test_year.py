"""The year of diplomacy: its reports are what its script writes, and its key is true of them."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graphbuilder.ontology import EVENT_LABELS
from graphbuilder.records.annotation import Status
from scripts.make_year import YEAR, load, main

KEY: dict[str, Any] = json.loads((YEAR / "key.json").read_text(encoding="utf-8"))
REPORTS: dict[str, dict[str, str]] = {
    row["url"]: row
    for path in sorted((YEAR / "reports").glob("*.jsonl"))
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
}


def test_the_files_are_what_the_script_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(tmp_path)

    assert capsys.readouterr().out.startswith(f"{len(REPORTS)} reports")
    for path in (YEAR / "key.json", *sorted((YEAR / "reports").iterdir())):
        assert (tmp_path / path.relative_to(YEAR)).read_bytes() == path.read_bytes()


def test_there_are_enough_reports_of_every_month_and_no_two_alike() -> None:
    assert len(REPORTS) >= 200
    months = Counter(row["date"][:7] for row in REPORTS.values())
    assert len(months) == 12
    assert min(months.values()) >= 10
    texts = Counter(row["text"] for row in REPORTS.values())
    assert set(texts.values()) == {1}


def test_no_brace_of_a_template_is_left_and_no_sentence_begins_small() -> None:
    for row in REPORTS.values():
        assert not set("{}") & set(row["title"] + row["text"]), row["url"]
        for paragraph in row["text"].split("\n\n"):
            assert not paragraph[0].islower(), paragraph
            assert ",," not in paragraph
            assert paragraph.endswith((".", '"')), paragraph


def test_every_event_is_told_by_reports_that_name_its_people_and_place() -> None:
    for event in KEY["events"]:
        assert set(event["types"]) <= set(EVENT_LABELS)
        assert event["status"] in {status.value for status in Status}
        assert len(event["reports"]) >= 2
        told = [REPORTS[url]["text"] for url in event["reports"]]
        for name in event["with"]:
            surname = name.rsplit(" ", 1)[-1]
            assert any(surname in text for text in told) or event["types"][0] == "Agreement", (event["id"], name)
        assert all(REPORTS[url]["date"] >= event["told"] for url in event["reports"])


def test_the_findings_name_events_and_people_of_the_scenario() -> None:
    events = {event["id"]: event for event in KEY["events"]}
    names = {person["name"] for person in load().people.values()}
    assert {KEY["broker"], KEY["travels_most"], *KEY["silent_dyad"]["with"]} <= names
    assert set(KEY["chain_to_treaty"]) | set(KEY["cancelled_then_held"]) | {KEY["split"]["event"]} <= set(events)
    days = [date.fromisoformat(events[key]["date"]) for key in KEY["chain_to_treaty"]]
    assert days == sorted(days)
    assert KEY["split"]["date"].startswith("2031-06")
    assert {len(states) for states in KEY["states"].values()} == {4}


def test_who_travels_most_and_who_falls_silent_are_true_of_the_events() -> None:
    trips = Counter(event["with"][0] for event in KEY["events"] if event["types"] == ["Trip"])
    assert trips.most_common(1)[0][0] == KEY["travels_most"]
    met = [e["date"] for e in KEY["events"] if set(KEY["silent_dyad"]["with"]) == set(e["with"])]
    assert len(met) >= 5
    assert max(met) == KEY["silent_dyad"]["last"]


def test_a_copy_repeats_what_it_copies_under_another_name() -> None:
    assert len(KEY["copies"]) >= 5
    for copy, original in KEY["copies"].items():
        assert REPORTS[copy]["source"] != REPORTS[original]["source"]
        last = REPORTS[original]["text"].split("\n\n")[-1]
        assert last in REPORTS[copy]["text"]

"""PLOVER records, the table with GDELT's columns and the table of visits, read back."""

import csv
import json
from pathlib import Path

import pytest

from graphbuilder.analysis.export import TABLES, ExportSummary, export_table
from graphbuilder.analysis.export.visits import rank_of
from graphbuilder.analysis.selection import Selection
from graphbuilder.graph.elements import Element
from graphbuilder.ontology import load_ontology
from tests.unit.analysis.diplomacy import ANA, BO, SUDIA, TRIP, year
from tests.unit.analysis.graphs import event, in_order, join, part, told


def coded() -> list[Element]:
    """The year, with a CAMEO code for the trip and one more trip that was called off."""
    trip = event(
        "trip", "Trip", start=TRIP.properties["start"], end=TRIP.properties["end"], cameo="042", plover="CONSULT",  # type: ignore[arg-type]  # days
        plover_mode="visit", quad="verbal cooperation", intensity=2.0,
    )  # fmt: skip
    off = event("off", "Trip", status="cancelled", cameo="1246", quad="verbal conflict")
    others = [element for element in year() if element.id != trip.id]
    return in_order(
        [*others, trip, off, part(BO, off, "traveller"), part(ANA, off, "companion"), join("DESTINATION", off, SUDIA),
         *told(trip, "Ana flew to Port.", "Port Post 2")]
    )  # fmt: skip


def test_plover_records_are_read_back_line_by_line(tmp_path: Path) -> None:
    summary = export_table(coded(), tmp_path / "p.jsonl", kind="plover", selection=Selection())

    records = {record["id"]: record for record in map(json.loads, (tmp_path / "p.jsonl").read_text().splitlines())}
    assert summary.rows == len(records) == 5
    trip = records["event:trip-trip"]
    assert (trip["type"], trip["mode"], trip["date"], trip["end_date"]) == (
        "CONSULT",
        "visit",
        "2031-03-01",
        "2031-03-02",
    )
    assert trip["actor"] == [
        {"name": "Ana", "id": "person:ana", "type": "Person", "countries": ["place:country:norland"]}
    ]
    assert [side["name"] for side in trip["recip"]] == ["Bo"]
    assert (trip["text"], trip["sources"][0]["title"]) == ("Ana flew to Port.", "Port Post 2")
    talks = records["event:meeting-talks"]
    assert [side["name"] for side in talks["actor"]] == [side["name"] for side in talks["recip"]] == ["Ana", "Bo"]
    assert talks["context"] == ["diplomatic"]
    assert {record["type"] for record in records.values()} <= set(load_ontology().plover)


def test_the_event_table_has_a_row_for_each_pair_of_sides(tmp_path: Path) -> None:
    export_table(coded(), tmp_path / "g.tsv", kind="gdelt", selection=Selection(statuses=None))

    with (tmp_path / "g.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert [(row["GLOBALEVENTID"], row["Actor1Name"], row["Actor2Name"], row["Status"]) for row in rows] == [
        ("event:trip-off", "Ana", "Bo", "cancelled"),
        ("event:trip-off", "Bo", "Ana", "cancelled"),
        ("event:trip-trip", "Ana", "Bo", "actual"),
    ]
    trip = rows[2]
    assert (trip["SQLDATE"], trip["MonthYear"], trip["Year"]) == ("20310301", "203103", "2031")
    assert (trip["EventCode"], trip["EventRootCode"], trip["QuadClass"], trip["GoldsteinScale"]) == (
        "042",
        "04",
        "1",
        "2.0",
    )
    assert (trip["ActionGeo_Fullname"], trip["NumArticles"], trip["IsRootEvent"]) == ("Port", "1", "1")
    assert rows[0]["QuadClass"] == "3"


def test_visits_say_who_went_where_and_whether_it_came_about(tmp_path: Path) -> None:
    export_table(coded(), tmp_path / "v.csv", kind="visits", selection=Selection(statuses=None))

    with (tmp_path / "v.csv").open(encoding="utf-8", newline="") as file:
        ana, bo = list(csv.DictReader(file))
    assert {name: ana[name] for name in list(ana)[:16]} == {
        "traveller": "Ana", "position": "Envoy", "rank": "envoy", "traveller_country": "Norland", "cities": "Port",
        "countries": "Sudia", "host": "Bo", "start": "2031-03-01", "end": "2031-03-02", "date_precision": "day",
        "type": "bilateral", "companions": "", "met": "Bo", "topics": "diplomatic", "outcome": "held",
        "sources": "Port Post; Port Post 2",
    }  # fmt: skip
    assert (bo["traveller"], bo["countries"], bo["outcome"], bo["companions"], bo["start"]) == (
        "Bo", "Sudia", "cancelled", "Ana", "",
    )  # fmt: skip


@pytest.mark.parametrize("kind", TABLES)
def test_the_order_of_the_stream_changes_no_byte(kind: str, tmp_path: Path) -> None:
    export_table(coded(), tmp_path / "one", kind=kind, selection=Selection())
    export_table(reversed(coded()), tmp_path / "two", kind=kind, selection=Selection())
    nothing = export_table([], tmp_path / "three", kind=kind, selection=Selection())

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert nothing == ExportSummary()


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("President", "head of state or government"),
        ("Norland's Deputy Prime Minister", "deputy"),
        ("Sudian Foreign Minister", "foreign minister"),
        ("Minister of Culture", "minister"),
        ("Special Envoy", "envoy"),
        ("former President of Norland", "former"),
        ("ex-foreign minister", "former"),
        ("spokesman", "other"),
        ("", None),
    ],
)
def test_ranks_of_titles(title: str, rank: str | None) -> None:
    assert rank_of(title) == rank


def test_the_table_of_weis_codes_enters_a_visit_from_either_side(tmp_path: Path) -> None:
    export_table(coded(), tmp_path / "w.tsv", kind="weis", selection=Selection())

    with (tmp_path / "w.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    trip = [row for row in rows if row["event_id"] == "event:trip-trip"]
    assert {(row["source"], row["code"], row["target"], row["weight"]) for row in trip} >= {
        ("Ana", "032", "Bo", "1.9"),
        ("Bo", "033", "Ana", "2.8"),
    }
    assert (trip[0]["date"], trip[0]["meaning"], trip[0]["source_countries"]) == (
        "2031-03-01",
        "visit",
        "place:country:norland",
    )
    assert len({(row["event_id"], row["source"], row["target"], row["code"]) for row in rows}) == len(rows)


def test_a_release_by_nobody_named_is_from_where_they_were_held(tmp_path: Path) -> None:
    freed = event(
        "freed", "Retreat", cameo="0841", plover="RETREAT", plover_mode="release", quad="material cooperation"
    )
    elements = in_order([*coded(), freed, part(ANA, freed, "recipient"), join("LOCATED_IN", freed, SUDIA)])

    export_table(elements, tmp_path / "w.tsv", kind="weis", selection=Selection())

    with (tmp_path / "w.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["code"] == "066"]
    assert [(row["source"], row["target"], row["meaning"]) for row in rows] == [
        (str(SUDIA.properties["name"]), "Ana", "release persons or property")
    ]

"""The examples and their key fit together: every report is read, has an entry, and the entry makes sense."""

import gzip
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from graphbuilder.ingest import FieldMapping, IngestOptions, find_duplicates, read_documents
from graphbuilder.ontology import EVENT_LABELS
from graphbuilder.records.annotation import Status
from graphbuilder.records.document import Document
from graphbuilder.records.identity import fold

EXAMPLES = Path(__file__).parents[2] / "examples"
NEWS = EXAMPLES / "news"
PACKED = EXAMPLES / "packed"
EXPECTED: dict[str, dict[str, Any]] = json.loads((EXAMPLES / "expected.json").read_text(encoding="utf-8"))
OTHER_FIELDS = FieldMapping(text="body", title="headline", date="published_at", url="link", source="publisher")
EVENT_KEYS = {"types", "with", "start", "end", "place", "status", "sources"}
PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
FORMATS = {".txt", ".html", ".jsonl", ".csv", ".parquet", ".txt.gz", ".jsonl.gz"}


def read(path: Path, options: IngestOptions | None = None) -> list[Document]:
    items = list(read_documents([str(path)], options or IngestOptions()))
    documents = [item for item in items if isinstance(item, Document)]
    assert documents == items, "a report was skipped"
    return documents


def test_the_search_that_the_readme_shows_has_an_answer(documents: dict[str, Document]) -> None:
    readme = (EXAMPLES.parent / "README.md").read_text(encoding="utf-8")
    (words,) = re.findall(r'graphbuilder search "(.+?)"', readme)
    assert any(
        all(word in fold(sentence) for word in fold(words).split())
        for document in documents.values()
        for sentence in document.text.split(". ")
    )


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {str(Path(document.origin).relative_to(NEWS)): document for document in read(NEWS)}


def test_every_report_has_an_entry_and_every_entry_a_report(documents: dict[str, Document]) -> None:
    assert sorted(documents) == sorted(EXPECTED)
    assert len(EXPECTED) >= 12


def test_all_formats_are_shown() -> None:
    assert {"".join(path.suffixes) for path in NEWS.iterdir()} == FORMATS


@pytest.mark.parametrize("name", EXPECTED)
def test_report_carries_its_own_date(name: str, documents: dict[str, Document]) -> None:
    document = documents[name]
    assert document.published == date.fromisoformat(EXPECTED[name]["date"])
    assert document.published_basis in {"metadata", "dateline"}
    assert document.title
    assert document.source


@pytest.mark.parametrize("name", EXPECTED)
def test_report_is_of_the_length_of_a_news_item(name: str, documents: dict[str, Document]) -> None:
    assert 120 <= len(documents[name].text.split()) <= 350


@pytest.mark.parametrize("name", EXPECTED)
def test_expected_people_are_named_in_their_report(name: str, documents: dict[str, Document]) -> None:
    text = fold(documents[name].text)
    entry = EXPECTED[name]
    assert entry["people"]
    for person in entry["people"]:
        assert re.search(rf"\b{re.escape(fold(person).split()[-1])}\b", text), person
    people = set(entry["people"])
    for holder, title, body in entry["roles"]:
        assert holder in people
        assert title == title.casefold()
        assert body


@pytest.mark.parametrize("name", EXPECTED)
def test_participants_of_expected_events_are_named_in_their_report(name: str, documents: dict[str, Document]) -> None:
    text = fold(documents[name].text)
    for event in EXPECTED[name]["events"]:
        for participant in event["with"]:
            assert fold(participant).split()[-1] in text, (participant, event)


@pytest.mark.parametrize("name", EXPECTED)
def test_events_use_the_labels_statuses_and_dates_of_the_model(name: str) -> None:
    entry = EXPECTED[name]
    for event in entry["events"] + entry["never"]:
        assert set(event) <= EVENT_KEYS
        assert event["types"]
        assert set(event["types"]) <= set(EVENT_LABELS)
        assert event["status"]
        assert set(event["status"]) <= set(Status)
        for key in ("start", "end"):
            if key in event:
                match = PARTIAL_DATE.fullmatch(event[key])
                assert match, event
                year, month, day = match.groups()
                date(int(year), int(month or 1), int(day or 1))


@pytest.mark.parametrize("name", EXPECTED)
def test_false_events_can_be_told_from_the_expected_ones(name: str) -> None:
    """A false event names somebody, a day or a place: "no arrest at all" would forbid a true one elsewhere."""
    for event in EXPECTED[name]["never"]:
        assert event["with"] or event.get("start") or event.get("place"), event


def allows(never: dict[str, Any], event: dict[str, Any]) -> bool:
    """Return whether `event` is told apart from the false event `never` by what the key says of it."""
    return (
        not set(never["types"]) & set(event["types"])
        or not set(never["status"]) & set(event["status"])
        or not set(never["with"]) <= set(event["with"])
        or not event.get("start", "").startswith(never.get("start", ""))
        or ("place" in never and not set(never["place"]) & set(event.get("place", ())))
    )


def test_no_expected_event_is_forbidden() -> None:
    expected = [event for entry in EXPECTED.values() for event in entry["events"]]
    for name, entry in EXPECTED.items():
        for never in entry["never"]:
            clashes = [event for event in expected if not allows(never, event)]
            assert not clashes, (name, never)


def test_scraped_report_is_taken_once_without_its_site(documents: dict[str, Document]) -> None:
    text = documents["envoy-mission.txt"].text
    assert text.count("foot-dragging") == 1
    for chrome in ("Connect with us", "You may also like", "Otavio Freire", "Shares in Lima", "All rights reserved"):
        assert chrome not in text
        assert chrome in (NEWS / "envoy-mission.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "chrome"),
    [("port-protest.html", "Bruno Salcedo"), ("port-protest.html", "214 partners"), ("lima-summit.html", "Villacis")],
)
def test_pages_are_read_without_teasers_and_banners(name: str, chrome: str, documents: dict[str, Document]) -> None:
    assert chrome in (NEWS / name).read_text(encoding="utf-8")
    assert chrome not in documents[name].text


def test_the_near_copies_are_those_of_the_key(documents: dict[str, Document]) -> None:
    names = {document.id: name for name, document in documents.items()}
    found = {frozenset((names[pair.copy_id], names[pair.original_id])) for pair in find_duplicates(documents.values())}
    said = {frozenset((name, entry["duplicate_of"])) for name, entry in EXPECTED.items() if "duplicate_of" in entry}
    assert found == said
    assert said


def test_other_field_names_give_the_same_documents() -> None:
    same = read(NEWS / "outlets.jsonl")
    other = read(EXAMPLES / "other-fields" / "outlets.jsonl", IngestOptions(fields=OTHER_FIELDS))
    assert [document.id for document in other] == [document.id for document in same]


@pytest.mark.parametrize("name", ["transit-agreement.txt", "whitcomb-trip.jsonl"])
def test_gzipped_report_is_what_its_source_says(name: str) -> None:
    assert gzip.decompress((NEWS / f"{name}.gz").read_bytes()) == (PACKED / name).read_bytes()


def test_parquet_rows_are_what_their_source_says() -> None:
    rows = [json.loads(line) for line in (PACKED / "archive.jsonl").read_text(encoding="utf-8").splitlines()]
    packed = pq.read_table(NEWS / "archive.parquet").to_pylist()
    assert [row | {"date": row["date"].isoformat()} for row in packed] == rows

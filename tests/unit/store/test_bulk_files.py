"""The files of a bulk import: headers, fields and the refusal of a folder in use. The import itself is an integration test."""

from datetime import date
from pathlib import Path

import pytest

from graphbuilder.errors import StoreError
from graphbuilder.store.bulk_files import LIST_SEPARATOR, write_bulk_files
from tests.factories import document, entity, event, relationship, sentence, small_graph


def test_a_file_for_each_set_of_labels_and_each_type(tmp_path: Path) -> None:
    elements = small_graph()
    done = write_bulk_files(elements, tmp_path / "bulk")
    names = sorted(path.name for path in (tmp_path / "bulk").glob("*.csv"))
    assert sorted(option.partition("=")[2] for option in done.options if option.endswith(".csv")) == names
    rows = sum(len(path.read_text("utf-8").splitlines()) - 1 for path in (tmp_path / "bulk").glob("*.csv"))
    assert rows == done.nodes + done.relationships == len(elements)


def test_the_advice_names_the_command_and_what_the_first_opening_adds(tmp_path: Path) -> None:
    done = write_bulk_files(small_graph(), tmp_path)
    advice = (tmp_path / "IMPORT.txt").read_text("utf-8")
    assert f"neo4j-admin database import full neo4j --overwrite-destination {' '.join(done.options)}" in advice
    assert (
        "adds the constraints, the indexes, and one node that notes the version of the schema (:SchemaVersion)"
        in advice
    )


def test_values_and_absent_properties(tmp_path: Path) -> None:
    person = entity("ann", 'Ann "Able", PhD', "Person", aliases=["A; Able", "Ann"], mention_count=3)
    meeting = event("m1", "Meeting", date(2021, 3, 4))
    write_bulk_files([person, meeting], tmp_path)
    head, row = (tmp_path / "nodes-Entity-Person.csv").read_text("utf-8").splitlines()
    columns = dict(zip(head.split(","), _fields(row), strict=True))
    assert columns["id:ID"] == '"person:ann"'
    assert columns[":LABEL"] == f'"Entity{LIST_SEPARATOR}Person"'
    assert columns["name:string"] == '"Ann ""Able"", PhD"'
    assert columns["aliases:string[]"] == f'"A; Able{LIST_SEPARATOR}Ann"'
    assert columns["mention_count:long"] == "3"
    assert columns["wikidata:string"] == ""
    head, row = (tmp_path / "nodes-Event-Meeting.csv").read_text("utf-8").splitlines()
    assert dict(zip(head.split(","), _fields(row), strict=True))["start:date"] == "2021-03-04"


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep", "utf-8")
    with pytest.raises(StoreError, match="is not empty"):
        write_bulk_files([document("1")], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_item_that_would_be_two_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"the sign '\\x1f' ends an item"):
        write_bulk_files([entity("a", "A", aliases=["one\x1ftwo"])], tmp_path / "bulk")


def test_relationships_name_their_ends(tmp_path: Path) -> None:
    said, ann = sentence("1", "Ann came."), entity("ann", "Ann")
    write_bulk_files([relationship("MENTIONS", said, ann)], tmp_path)
    head, row = (tmp_path / "relationships-MENTIONS.csv").read_text("utf-8").splitlines()
    columns = dict(zip(head.split(","), _fields(row), strict=True))
    assert (columns[":START_ID"], columns[":END_ID"], columns[":TYPE"]) == (
        '"sentence:1"',
        '"person:ann"',
        '"MENTIONS"',
    )


def _fields(row: str) -> list[str]:
    """Return the fields of a row as written, quotes and all."""
    fields, inside, start = [], False, 0
    for place, char in enumerate(row):
        if char == '"':
            inside = not inside
        elif char == "," and not inside:
            fields.append(row[start:place])
            start = place + 1
    return [*fields, row[start:]]

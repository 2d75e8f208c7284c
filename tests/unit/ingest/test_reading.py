import csv
import gzip
import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from graphbuilder.ingest import FieldMapping, IngestOptions, Skipped, read_documents
from graphbuilder.records.document import Document

DEFAULTS = IngestOptions()


def read(
    path: Path | str, options: IngestOptions = DEFAULTS, stdin: BinaryIO | None = None
) -> tuple[list[Document], list[Skipped]]:
    found = list(read_documents([str(path)], options, stdin=stdin))
    return [item for item in found if isinstance(item, Document)], [item for item in found if isinstance(item, Skipped)]


def rows(story: str) -> list[dict[str, str]]:
    return [
        {
            "text": f"{story}\n\nThis is number {number} of the stories that were written for this test.",
            "title": f"Story number {number} of two",
            "date": f"2021-03-0{number}",
            "url": f"https://courier.example/{number}",
            "source": "Courier",
        }
        for number in (1, 2)
    ]


def as_jsonl(found: list[dict[str, str]]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in found).encode()


def as_csv(found: list[dict[str, str]], delimiter: str = ",") -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(found[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(found)
    return text.getvalue().encode()


def as_parquet(found: list[dict[str, str]]) -> bytes:
    data = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(found), data)
    return data.getvalue()


FORMATS: dict[str, Callable[[list[dict[str, str]]], bytes]] = {
    "jsonl": as_jsonl,
    "ndjson": as_jsonl,
    "csv": as_csv,
    "tsv": lambda found: as_csv(found, "\t"),
    "parquet": as_parquet,
}


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("suffix", FORMATS)
def test_rows_give_the_same_documents_in_every_format(*, suffix: str, packed: bool, story: str, tmp_path: Path) -> None:
    found = rows(story)
    data = FORMATS[suffix](found)
    path = tmp_path / f"wire.{suffix}{'.gz' if packed else ''}"
    path.write_bytes(gzip.compress(data) if packed else data)
    documents, skipped = read(path)
    assert skipped == []
    assert [item.text for item in documents] == [row["text"] for row in found]
    assert [item.title for item in documents] == [row["title"] for row in found]
    assert [item.url for item in documents] == [row["url"] for row in found]
    assert [item.published for item in documents] == [date(2021, 3, 1), date(2021, 3, 2)]
    assert {item.published_basis for item in documents} == {"metadata"}
    assert {item.source for item in documents} == {"Courier"}
    assert all(item.origin.startswith(f"{path}:") for item in documents)


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_single_documents_packed_or_not(
    *, suffix: str, packed: bool, story: str, title: str, page: str, tmp_path: Path
) -> None:
    text = {"txt": f"{title}\n\n{story}", "md": f"# {title}\n\n{story}", "html": page}[suffix]
    path = tmp_path / f"a.{suffix}{'.gz' if packed else ''}"
    path.write_bytes(gzip.compress(text.encode()) if packed else text.encode())
    (document,), skipped = read(path)
    assert skipped == []
    assert (document.title, document.text, document.origin) == (title, story, str(path))


def test_standard_input_is_told_by_its_first_bytes(story: str, page: str, title: str) -> None:
    for data, count in (
        (page.encode(), 1),
        (as_jsonl(rows(story)), 2),
        (story.encode(), 1),
        (as_parquet(rows(story)), 2),
    ):
        for packed in (data, gzip.compress(data)):
            documents, skipped = read("-", stdin=io.BytesIO(packed))
            assert (len(documents), skipped) == (count, [])
            assert documents[0].origin.startswith("stdin")
    assert read("-", stdin=io.BytesIO(page.encode()))[0][0].title == title


def test_standard_input_stays_open_for_its_owner(story: str) -> None:
    stdin = io.BytesIO(story.encode())
    read("-", stdin=stdin)
    assert not stdin.closed
    assert read("-")[1] == [Skipped(origin="stdin", reason="standard input was not given")]


def test_any_field_names_can_be_given_nested_ones_too(story: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = {
        "body": story,
        "meta": {"when": 1615284900, "link": "https://x.example"},
        "head": "H",
        "outlet": {"name": "AFP"},
    }
    path.write_text(json.dumps(row))
    fields = FieldMapping(text="body", title="head", date="meta.when", url="meta.link", source="outlet")
    (document,), _ = read(path, IngestOptions(fields=fields))
    assert (document.title, document.url, document.source) == ("H", "https://x.example", "AFP")
    assert document.published == date(2021, 3, 9)


def test_a_bad_line_is_named_and_the_next_is_read(story: str, tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    good = as_jsonl(rows(story)[:1])
    bad = [b"[1, 2]", b'{"body": "x"}', b'{"text": 7}', b'{"text": "caf\xe9"}', b'{"text": "  "}']
    path.write_bytes(b'{"text": "cut of\n\n' + good + b"\n".join(bad) + b"\n" + good)
    documents, skipped = read(path, IngestOptions(encoding="utf-8"))
    assert [item.origin for item in documents] == [f"{path}:3", f"{path}:9"]
    assert [item.origin for item in skipped] == [f"{path}:{line}" for line in (1, 4, 5, 6, 7, 8)]
    assert skipped[0].reason.startswith("broken JSON: ")
    assert [item.reason for item in skipped[1:]] == [
        "this line is JSON but not an object",
        "no field 'text' for the text here, only body; name the field that holds it",
        "the field 'text' holds no text",
        "this is not utf-8: byte 13 cannot be read",
        "the field 'text' holds no text",
    ]


def test_a_csv_row_over_several_lines_is_named_by_its_first(tmp_path: Path) -> None:
    path = tmp_path / "wire.csv"
    path.write_text('text,date\n"One.\n\nTwo minute silence.",2021-03-01\na,b,c\n"Three boats sank.",bad\n')
    documents, skipped = read(path)
    assert [(item.origin, item.published) for item in documents] == [
        (f"{path}:2", date(2021, 3, 1)),
        (f"{path}:6", None),
    ]
    assert skipped == [Skipped(origin=f"{path}:5", reason="3 values in this row, 2 in the first")]


@pytest.mark.parametrize("name", ["wire.jsonl", "wire.csv", "wire.parquet"])
def test_a_day_that_does_not_exist_is_told_and_the_row_is_read(name: str, tmp_path: Path, story: str) -> None:
    path = tmp_path / name
    path.write_bytes(FORMATS[path.suffix[1:]]([{"text": story, "date": "2020-13-45"}]))
    documents, skipped = read(path)
    assert [item.published for item in documents] == [None]
    (told,) = skipped
    assert told.reason == "its date '2020-13-45' is no day of the calendar; the rest of it is read"
    assert told.origin == documents[0].origin


def test_a_table_without_the_text_field_is_refused_once(tmp_path: Path, story: str) -> None:
    found = [{"body": story, "n": "1"}] * 3
    for suffix, write in FORMATS.items():
        if write is as_jsonl:
            continue
        path = tmp_path / f"a.{suffix}"
        path.write_bytes(write(found))
        documents, skipped = read(path)
        assert documents == []
        assert [item.reason for item in skipped] == [
            "no field 'text' for the text here, only body, n; name the field that holds it"
        ]


def test_parquet_dates_of_every_kind_are_read(story: str, tmp_path: Path) -> None:
    moment = datetime(2021, 3, 9, 10, tzinfo=UTC)
    for kind, value in (
        (pa.date32(), date(2021, 3, 9)),
        (pa.timestamp("ns"), moment),
        (pa.timestamp("ms", tz="UTC"), moment),
    ):
        path = tmp_path / "a.parquet"
        pq.write_table(pa.table({"text": [story], "date": pa.array([value], kind)}), path)
        (document,), _ = read(path)
        assert document.published == date(2021, 3, 9)


def test_fields_that_hold_html_are_read_as_html(story: str, body: list[str], page: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    pieces = "".join(f"<p>{line}</p>" for line in body)
    path.write_text(json.dumps({"text": pieces}) + "\n" + json.dumps({"text": page, "date": "2020-01-01"}) + "\n")
    (piece, whole), _ = read(path)
    assert piece.text == whole.text == story
    assert whole.published == date(2020, 1, 1)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "this file is empty"),
        ("a.txt", b" \n\n ", "no text in this document"),
        ("a.txt", b"ab\x00cd", "this is binary data, not text"),
        ("a.txt", b"%PDF-1.7 ...", "this is a PDF file, not text"),
        ("a.html", b"\x89PNG\r\n\x1a\n", "this is a picture, not text"),
        ("a.txt", bytes(range(1, 9)) * 50, "this is binary data, not text"),
        ("a.html", b"<html><body></body></html>", "no article found in this page"),
        ("a.jsonl.gz", gzip.compress(b'{"text": "x"}\n' * 9)[:-9], "this gzip file is broken or cut off"),
        ("a.parquet", b"PAR1 and no more", "this is no Parquet file that can be read"),
        ("a.csv", b"", "this file is empty"),
    ],
)
def test_a_bad_file_gives_one_message_with_its_name(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    documents, skipped = read(path)
    assert [item for item in documents if item.text != "x"] == []
    assert [(item.origin, item.reason.startswith(reason)) for item in skipped] == [(str(path), True)]


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path, story: str) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01")
    (tmp_path / "b.txt").write_text(story)
    found = list(read_documents([str(tmp_path), "no/such/file.txt"], DEFAULTS))
    assert [type(item) for item in found] == [Skipped, Document, Skipped]
    assert found[2] == Skipped(origin="no/such/file.txt", reason="no such file or folder")


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    link = tmp_path / "a.txt"
    link.symlink_to(tmp_path / "gone.txt")
    assert read(link)[1] == [Skipped(origin=str(link), reason="this file cannot be read: No such file or directory")]


class Endless(io.BufferedReader):
    """A stream of as many bytes as are asked for, that counts them."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO())
        self.given = 0

    def peek(self, size: int = 0, /) -> bytes:
        """Give the first bytes without counting them."""
        return b"word " * (size // 5 + 1)

    def read(self, size: int | None = -1, /) -> bytes:
        """Give what is asked for; a reader that asks for everything would never end."""
        assert size is not None
        assert size >= 0
        self.given += size
        return (b"word " * (size // 5 + 1))[:size]


def test_a_document_beyond_the_limit_is_refused_without_reading_it_all() -> None:
    stream = Endless()
    documents, skipped = read("-", IngestOptions(max_bytes=200_000), stream)
    assert documents == []
    assert skipped == [Skipped(origin="stdin", reason="one document of more than 0.2 MB, the limit; split it")]
    assert stream.given == 200_001


def test_a_file_of_fifty_megabytes_and_a_gzip_bomb_are_refused(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    big.write_bytes(b"word " * 10_000_000)
    bomb = tmp_path / "bomb.txt.gz"
    bomb.write_bytes(gzip.compress(b"word " * 10_000_000, 9))
    for path in (big, bomb):
        assert read(path)[1] == [
            Skipped(origin=str(path), reason="one document of more than 20 MB, the limit; split it")
        ]


@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
def test_one_line_beyond_the_limit_is_refused_and_the_next_is_read(suffix: str, story: str, tmp_path: Path) -> None:
    found = rows(story)
    found.insert(1, found[0] | {"text": "word " * 2000})
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(FORMATS[suffix](found))
    documents, skipped = read(path, IngestOptions(max_bytes=3000))
    assert [item.title for item in documents] == [found[0]["title"], found[2]["title"]]
    assert len(skipped) == 1
    assert skipped[0].reason.startswith("one document of more than 3000 bytes")
    assert skipped[0].origin.startswith(f"{path}:")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("suffix", ["jsonl", "csv", "txt"])
def test_encodings_are_told_in_every_format(suffix: str, encoding: str, story: str, tmp_path: Path) -> None:
    text = story.replace("Tomas Ilk", "Tomás Ilkö")
    found = [rows(text)[0] | {"text": text}]
    data = {
        "jsonl": json.dumps(found[0], ensure_ascii=False).encode(encoding),
        "csv": as_csv(found).decode().encode(encoding),
        "txt": text.encode(encoding),
    }[suffix]
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(data)
    options = IngestOptions(encoding="cp1252") if encoding == "cp1252" else DEFAULTS
    assert [item.text for item in read(path, options)[0]] == [text]


def test_memory_holds_one_line_at_a_time(story: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(as_jsonl(rows(story)) * 3)
    stream = read_documents([str(path)], DEFAULTS)
    first = next(stream)
    with path.open("ab") as file:
        file.write(b"x" * 40_000 + b"\n" + as_jsonl(rows(story)[:1]))
    assert isinstance(first, Document)
    assert sum(isinstance(item, Document) for item in stream) == 6


def test_the_same_bytes_give_the_same_documents(story: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(as_jsonl(rows(story)))
    assert read(path) == read(path)

"""Annotating without a graph: documents with their annotations in order, spelled out with the words of every span."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graphbuilder.ingest import IngestOptions, Skipped
from graphbuilder.pipeline.annotating import annotate, spelled_out
from graphbuilder.records.annotation import (
    Annotation,
    Argument,
    EntityMention,
    EventLink,
    EventMention,
    Extractor,
    LocalEntity,
    Namesake,
    PlaceArgument,
    PositionMention,
    Sentence,
    TimeMention,
)
from graphbuilder.records.base import Record
from graphbuilder.records.document import Document
from tests.builds import Remembering


def annotated(folder: Path, annotator: Remembering, skipped: list[Skipped]) -> Iterator[dict[str, Any]]:
    found = annotate([str(folder)], annotator=annotator, options=IngestOptions(), skipped=skipped)
    return (spelled_out(item) for item in found)


def test_every_span_says_its_words_and_every_field_is_there(tmp_path: Path, annotator: Remembering) -> None:
    text = "Karen Holm met Pablo Rojas in Lisbon. She did not meet Amos Kiptoo."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (one,) = annotated(tmp_path, annotator, [])
    assert one["document"]["text"] == text
    annotation = one["annotation"]
    spans = [span for kind in ("sentences", "mentions", "times", "positions", "events") for span in annotation[kind]]
    assert spans
    assert all(span["text"] == text[span["start_char"] : span["end_char"]] for span in spans)
    assert [(event["text"], event["type"], event["status"]) for event in annotation["events"]] == [
        ("met", "Meeting", "actual"),
        ("meet", "Meeting", "negated"),
    ]


@pytest.mark.parametrize(
    "before",
    [
        "",
        "The hall was full.\r\n\r\n",
        "\U0001f6a8 The hall was full. \U0001f468\u200d\U0001f469\u200d\U0001f467\n\n",
        "The cafe\u0301 of Z\u0323a\u030ac was full.\r\n",
        "\ufeffThe hall was full.\r",
    ],
    ids=["nothing", "crlf", "emoji", "combining marks", "byte order mark"],
)
def test_offsets_count_characters_whatever_stands_before(tmp_path: Path, annotator: Remembering, before: str) -> None:
    text = f"{before}On Friday, Jose\u0301 Rojas met Amos Kiptoo in Lisbon.\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    (one,) = annotated(tmp_path, annotator, [])
    cleaned, found = one["document"]["text"], one["annotation"]
    spans = [span for kind in ("mentions", "times", "events") for span in found[kind]]
    words = {cleaned[span["start_char"] : span["end_char"]] for span in spans}
    name = unicodedata.normalize("NFC", "Jose\u0301 Rojas")
    assert {unicodedata.normalize("NFC", word) for word in words} >= {name, "Amos Kiptoo", "Lisbon", "Friday", "met"}
    assert all(span["text"] == cleaned[span["start_char"] : span["end_char"]] for span in spans)
    last = cleaned[found["sentences"][-1]["start_char"] : found["sentences"][-1]["end_char"]]
    assert last.startswith("On Friday")
    assert last.endswith("Lisbon.")


def test_what_cannot_be_read_costs_nothing_else(tmp_path: Path, annotator: Remembering) -> None:
    (tmp_path / "a.txt").write_text("Karen Holm met Pablo Rojas in Lisbon.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text("Pablo Rojas flew to Oslo.", encoding="utf-8")
    skipped: list[Skipped] = []
    found = list(annotated(tmp_path, annotator, skipped))
    assert [Path(one["document"]["origin"]).name for one in found] == ["a.txt", "c.txt"]
    assert [Path(one.origin).name for one in skipped] == ["b.txt"]


@pytest.mark.parametrize(
    "record",
    [
        Document, Annotation, Sentence, EntityMention, LocalEntity, Namesake, PositionMention, TimeMention, EventMention,
        Argument, PlaceArgument, EventLink, Extractor,
    ],
)  # fmt: skip
def test_the_reference_tells_every_field(record: type[Record]) -> None:
    page = (Path(__file__).parents[3] / "docs" / "reference" / "annotations.md").read_text(encoding="utf-8")
    assert [name for name in record.__struct_fields__ if f"`{name}`" not in page] == []

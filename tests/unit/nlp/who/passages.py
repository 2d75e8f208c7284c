"""The passages of tests/gold/who, parts positions and coreference: how to read them, and how a set of answers is counted."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from graphbuilder.records.annotation import Annotation, EntityMention, PositionMention
from graphbuilder.records.document import Document
from graphbuilder.records.identity import fold

GOLD = Path(__file__).parents[3] / "gold" / "who"
_MARK = re.compile(r"\[|\|([0-9,-]+)\]")


def read(name: str) -> list[dict[str, Any]]:
    """Return the passages of one file."""
    return [msgspec.json.decode(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def document(passage: dict[str, Any], text: str) -> Document:
    """Return a passage as a document published on its day."""
    return Document(  # the digest of no bytes: nobody reads it here
        id=passage["id"],
        text=text,
        title=passage.get("title", ""),
        published=date.fromisoformat(passage["date"]),
        filed=passage.get("filed"),
        sha256="0" * 64,
    )


@dataclass
class Count:
    """Right, given and wanted answers, and the misses in words."""

    right: int = 0
    given: int = 0
    wanted: int = 0
    misses: list[str] = field(default_factory=list)

    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.right / max(self.given + self.wanted, 1)

    def told(self) -> str:
        """Return figures and misses, one a line."""
        return "\n".join([f"{self.right} right, {self.given} given, {self.wanted} wanted", *self.misses])


def marked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return a text without its marks, and (start, end, chains) of each mark; marks may lie inside one another."""
    plain = ""
    open_marks: list[int] = []
    spans: list[tuple[int, int, str]] = []
    last = 0
    for found in _MARK.finditer(text):
        plain += text[last : found.start()]
        last = found.end()
        if found[1] is None:
            open_marks.append(len(plain))
        else:
            spans.append((open_marks.pop(), len(plain), found[1]))
    return plain + text[last:], sorted(spans)


def count_chains(passage: dict[str, Any], annotation: Annotation, count: Count) -> None:
    """Count the pairs of marked mentions that are one: an answer counts for a mark with the same end or beginning."""
    text, spans = marked(passage["text"])
    referring = [mention for mention in annotation.mentions if mention.entities]
    keys = [_key(_answer(referring, start, end)) for start, end, _ in spans]
    for first in range(len(spans)):
        for second in range(first + 1, len(spans)):
            chain, other = spans[first][2], spans[second][2]
            wanted = chain == other != "-"
            given = keys[first] is not None and keys[first] == keys[second]
            count.wanted += wanted
            count.given += given
            count.right += wanted and given
            if wanted != given:
                words = [text[start:end] for start, end, _ in (spans[first], spans[second])]
                what = "missed" if wanted else "wrong"
                count.misses.append(f"{passage['id']} {passage['construction']}: {what} {words[0]!r} = {words[1]!r}")


def _answer(mentions: list[EntityMention], start: int, end: int) -> EntityMention | None:
    """Return the mention of a mark: the very same words, else the longest inside with the same end or beginning."""
    inside = [one for one in mentions if start <= one.start_char and one.end_char <= end]
    fitting = [one for one in inside if one.end_char == end or one.start_char == start]
    return min(fitting, key=lambda one: one.start_char - one.end_char, default=None)


def _key(mention: EntityMention | None) -> tuple[tuple[int, ...], bool] | None:
    return None if mention is None else (tuple(sorted(mention.entities)), mention.with_others)


def count_positions(passage: dict[str, Any], annotation: Annotation, count: Count) -> None:
    """Count positions: holder, title, of what, former, acting, first and last day all have to be right."""
    wanted = [_row(row) for row in passage["positions"]]
    given = sorted({_given(annotation, position) for position in annotation.positions}, key=str)
    count.wanted += len(wanted)
    count.given += len(given)
    count.right += sum(row in wanted for row in given)
    for what, rows, others in (("missed", wanted, given), ("wrong", given, wanted)):
        for row in rows:
            if row not in others:
                count.misses.append(f"{passage['id']} {passage['construction']}: {what} {row}")


def _row(row: dict[str, Any]) -> tuple[Any, ...]:
    of = fold(row["of"]) if row["of"] else None
    return (fold(row["holder"]), row["title"], of, row["former"], row["acting"], row["start"], row["end"])


def _given(annotation: Annotation, position: PositionMention) -> tuple[Any, ...]:
    entities = annotation.entities
    of = None if position.of is None else fold(entities[position.of].name)
    days = [None if day is None else day.isoformat() for day in (position.start, position.end)]
    return (fold(entities[position.holder].name), position.kind, of, position.former, position.acting, *days)


def by_construction(rows: list[dict[str, Any]]) -> dict[str, int]:
    """Return how many passages each construction has."""
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        counts[row["construction"].removesuffix(", near miss")] += 1
    return counts

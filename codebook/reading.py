"""Reads chapters (plain text for people) into reports with character offsets.

It refuses what it cannot place, with file and line; whether the names used are known is for validate.py to say.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from codebook.scheme import LINKS, PLACES, ROLES

HOME: Final = Path(__file__).parent
Report = dict[str, Any]
SEASONS: Final = {"SP": 3, "SU": 6, "AU": 9, "WI": 12}


class ChapterError(ValueError):
    """A line of a chapter that cannot be read; the message gives file and line."""


def read_chapters(folder: Path = HOME / "chapters") -> list[Report]:
    """Return all reports of a folder of chapters, in file order, as in compiled.jsonl.

    Raises:
        ChapterError: A line that is not in the format of README.md, or words that do not stand in their sentence.
    """
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise ChapterError(f"{folder}: no chapters (*.txt) in it")
    return [report for path in paths for report in read_chapter(path)]


def read_chapter(path: Path) -> Iterator[Report]:
    """Yield the reports of one file."""
    builder: _Builder | None = None
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ChapterError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ChapterError(f"{path.name}: not UTF-8 text") from error
    for number, raw in enumerate(lines, 1):
        line = raw.strip()
        if not line or line.startswith("//"):
            continue
        try:
            if line.startswith("# "):
                if builder:
                    yield builder.finish()
                builder = _Builder(path.stem, line[2:])
            elif builder is None:
                raise ChapterError("a report starts with '# id | date | title'")
            else:
                builder.add(line)
        except (ValueError, KeyError, IndexError) as error:
            raise ChapterError(f"{path.name}:{number}: {error}") from error
    if builder:
        try:
            yield builder.finish()
        except ValueError as error:
            raise ChapterError(f"{path.name}: end of file: {error}") from error


class _Builder:
    """One report while its lines come in."""

    def __init__(self, chapter: str, header: str) -> None:
        parts = [part.strip() for part in header.split("|")]
        if len(parts) != len(("id", "date", "title")):
            raise ChapterError("a report starts with '# id | date | title'")
        key, published, title = parts
        date.fromisoformat(published)
        self.report: Report = {
            "id": key, "chapter": chapter, "published": published, "title": title, "text": "", "sentences": [],
            "events": [], "restraint": [], "contrasts": [],
        }  # fmt: skip
        self.pending: list[tuple[dict[str, Any], str, str, int]] = []
        self.contrasts: list[tuple[str, str, str]] = []

    def add(self, line: str) -> None:
        """Take a sentence (>), an event or "none" (*), or a contrast (!)."""
        sign, rest = line[0], line[1:].strip()
        if sign == ">":
            self._sentence(rest)
        elif sign == "*" and rest.startswith("none"):
            kind = rest.partition("restraint=")[2].strip() or None
            self.report["restraint"].append({"sentence": len(self.report["sentences"]) - 1, "kind": kind})
        elif sign == "*":
            self._event([part.strip() for part in rest.split("|")])
        elif sign == "!":
            pair, _, what = rest.partition(" = ")
            first, _, second = pair.partition(" / ")
            self.contrasts.append((first.strip(), second.strip(), what.strip()))
        else:
            raise ValueError(f"a line starts with > * ! or #, not {line[:20]!r}")

    def _sentence(self, text: str) -> None:
        report = self.report
        start = len(report["text"]) + (1 if report["text"] else 0)
        report["text"] = f"{report['text']} {text}".strip()
        report["sentences"].append({"start": start, "end": start + len(text)})

    def _span(self, words: str, sentence: int | None = None) -> dict[str, Any]:
        """Return the span of words, "words@2" for their second occurrence, in a sentence (the last one)."""
        index = len(self.report["sentences"]) - 1 if sentence is None else sentence
        bounds = self.report["sentences"][index]
        text = self.report["text"][bounds["start"] : bounds["end"]]
        phrase, _, count = words.partition("@")
        found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)]
        place = int(count or 1) - 1
        if place >= len(found):
            raise ValueError(f"{words!r} does not stand in {text!r}")
        start = bounds["start"] + found[place]
        return {"text": phrase, "start": start, "end": start + len(phrase)}

    def _argument(self, words: str) -> dict[str, Any]:
        phrase, _, name = words.partition("~")
        return self._span(phrase.strip()) | ({"name": name.strip()} if name else {})

    def _event(self, parts: list[str]) -> None:
        if len(parts) < len(("trigger", "label", "code", "status")):
            raise ChapterError("an event is '* trigger | label | PLOVER code | status', then its fields")
        if not self.report["sentences"]:
            raise ChapterError("an event stands below its sentence ('> ...')")
        trigger, label, code, status, *fields = parts
        plover, _, modes = code.partition("/")
        sentence = len(self.report["sentences"]) - 1
        number = sum(event["sentence"] == sentence for event in self.report["events"]) + 1
        event: dict[str, Any] = {
            "id": f"{self.report['id']}.{sentence + 1}.{number}", "sentence": sentence, "trigger": self._span(trigger),
            "label": label, "plover": None if plover in {"-", "?"} else plover, "plover_scored": plover != "?",
            "modes": modes.split("+") if modes else [], "status": status, "date": None, "args": [], "places": [],
            "links": [], "traps": [],
        }  # fmt: skip
        for field in fields:
            name, _, value = (piece.strip() for piece in field.partition("="))
            if name in ROLES:
                event["args"] += [{"role": name} | self._argument(words.strip()) for words in value.split(" + ")]
            elif name in PLACES:
                event["places"] += [
                    {"relation": PLACES[name]} | self._argument(words.strip()) for words in value.split(" + ")
                ]
            elif name == "on":
                event["date"] = date_of(value, self.report["published"])
            elif name in LINKS:
                self.pending += [(event, LINKS[name], words.strip(), sentence) for words in value.split(" + ")]
            elif name == "trap":
                event["traps"] += [one.strip() for one in value.split(" + ")]
            else:
                raise ValueError(f"unknown field {name!r}")
        self.report["events"].append(event)

    def _refer(self, words: str, sentence: int) -> str:
        """Return the id that "3.visit" (an event), "visit" (of this sentence) or "3.none" (a sentence) means."""
        match = re.match(r"(\d+)\.(.+)", words)
        if match:
            sentence, words = int(match[1]) - 1, match[2]
        if words == "none":
            if not any(one["sentence"] == sentence for one in self.report["restraint"]):
                raise ValueError(f"sentence {sentence + 1} has no line '* none'")
            return f"{self.report['id']}.{sentence + 1}"
        span = self._span(words, sentence)
        for event in self.report["events"]:
            trigger = event["trigger"]
            if (trigger["start"], trigger["end"]) == (span["start"], span["end"]):
                return str(event["id"])
        raise ValueError(f"no event {words!r} in sentence {sentence + 1} of {self.report['id']}")

    def finish(self) -> Report:
        """Resolve what points to other events and return the report."""
        for event, kind, words, sentence in self.pending:
            event["links"].append({"kind": kind, "to": self._refer(words, sentence)})
        for first, second, what in self.contrasts:
            self.report["contrasts"].append([self._refer(first, -1), self._refer(second, -1), what])
        return self.report


def date_of(value: str, published: str) -> dict[str, Any]:
    """Return first and last day, precision and basis of a date as a chapter writes it.

    2024-03-14 (day), 2024-03-14..2024-03-16, 2024-W11, 2024-03, 2024-Q1, 2024-SU (season), 2024, 199x (decade), unknown;
    then "published" or "inherited", else stated. "published" alone is the day of publication.
    """
    text, _, basis = value.partition(" ")
    if text == "published":
        text, basis = published, "published"
    if text == "unknown":
        return {"start": None, "end": None, "precision": "unknown", "basis": None}
    first, last, precision = _bounds(text)
    return {"start": first.isoformat(), "end": last.isoformat(), "precision": precision, "basis": basis or "stated"}


def _bounds(text: str) -> tuple[date, date, str]:
    if ".." in text:
        first, last = text.split("..")
        return date.fromisoformat(first), date.fromisoformat(last), "day"
    if match := re.fullmatch(r"(\d{4})-W(\d\d)", text):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday, monday + timedelta(days=6), "week"
    if match := re.fullmatch(r"(\d{4})-(\d\d)", text):
        return (*_months(int(match[1]), int(match[2]), 1), "month")
    if match := re.fullmatch(r"(\d{4})-Q(\d)", text):
        return (*_months(int(match[1]), int(match[2]) * 3 - 2, 3), "quarter")
    if match := re.fullmatch(r"(\d{4})-(SP|SU|AU|WI)", text):
        return (*_months(int(match[1]), SEASONS[match[2]], 3), "season")
    if re.fullmatch(r"\d{4}", text):
        return date(int(text), 1, 1), date(int(text), 12, 31), "year"
    if match := re.fullmatch(r"(\d{3})x", text):
        return date(int(match[1]) * 10, 1, 1), date(int(match[1]) * 10 + 9, 12, 31), "decade"
    day = date.fromisoformat(text)
    return day, day, "day"


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    after = year * 12 + month - 1 + count
    return date(year, month, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)

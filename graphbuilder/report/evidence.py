"""The sentences that each event rests on, and the reports they stand in, noted while a graph streams by.

It keeps texts as they are and links nothing to the outside.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from graphbuilder.graph.elements import Element, Node, Relationship
from graphbuilder.records.base import Record


class Report(Record, frozen=True):
    """A document as a reader knows it: title, address, source and day (ISO), empty where unknown."""

    id: str
    title: str
    url: str = ""
    source: str = ""
    published: str = ""


class Quote(Record, frozen=True, order=True):
    """One mention: the sentence, and where in it the words stand (half-open, in characters)."""

    sentence: str
    start: int
    end: int


class Evidence:
    """What was noted of a stream of elements."""

    def __init__(self) -> None:
        self.reports: dict[str, Report] = {}
        self.sentences: dict[str, str] = {}
        self.copies: dict[str, str] = {}
        """The id of a near-duplicate, and of what it repeats."""
        self._begins: dict[str, int] = {}
        self._report_of: dict[str, str] = {}
        self._mentions: dict[str, list[tuple[str, int, int]]] = {}

    def noting(self, elements: Iterable[Element]) -> Iterator[Element]:
        """Yield `elements` unchanged and note what is evidence."""
        for element in elements:
            if isinstance(element, Node):
                self._note_node(element)
            else:
                self._note_relationship(element)
            yield element

    def quotes(self, event: str) -> tuple[Quote, ...]:
        """Return the mentions of an event, oldest report first; a sentence that tells of it twice counts once."""
        found: dict[str, Quote] = {}
        for sentence, start, end in sorted(self._mentions.get(event, ())):
            begin = self._begins.get(sentence)
            if begin is not None and sentence not in found:
                found[sentence] = Quote(sentence=sentence, start=start - begin, end=end - begin)
        return tuple(sorted(found.values(), key=lambda quote: (self._day(quote.sentence), quote)))

    def first_told(self, event: str) -> str:
        """Return the day (ISO) of the first dated report that tells of an event; empty where there is none."""
        days = (self._day(sentence) for sentence, _, _ in self._mentions.get(event, ()))
        return min((day for day in days if day), default="")

    def report_of(self, sentence: str) -> Report | None:
        """Return the report a sentence stands in."""
        return self.reports.get(self._report_of.get(sentence, ""))

    def _day(self, sentence: str) -> str:
        report = self.report_of(sentence)
        return report.published if report else ""

    def _note_node(self, node: Node) -> None:
        values = node.properties
        if "Document" in node.labels:
            day = values.get("published")
            self.reports[node.id] = Report(
                id=node.id,
                title=str(values.get("title") or values["name"]),
                url=str(values.get("url") or ""),
                source=str(values.get("source") or ""),
                published=day.isoformat() if isinstance(day, date) else "",
            )
        elif "Sentence" in node.labels:
            self.sentences[node.id] = str(values["text"])
            self._begins[node.id] = int(str(values["start_char"]))

    def _note_relationship(self, edge: Relationship) -> None:
        if edge.type == "IN_DOCUMENT":
            self._report_of[edge.start_id] = edge.end_id
        elif edge.type == "DUPLICATE_OF":
            self.copies[edge.start_id] = edge.end_id
        elif edge.type == "MENTIONS" and "Event" in edge.end_labels:
            place = (edge.start_id, int(str(edge.properties["start_char"])), int(str(edge.properties["end_char"])))
            self._mentions.setdefault(edge.end_id, []).append(place)

"""What each event rests on: its sentences and their documents, gathered from the same stream as the participations."""

from collections.abc import Iterable, Iterator
from datetime import date

from graphbuilder.analysis.participations import Participations
from graphbuilder.analysis.reading import read_participations
from graphbuilder.graph.elements import Element, Node
from graphbuilder.records.base import Record


class Evidence(Record, frozen=True, order=True):
    """A sentence that tells of an event, and the document it stands in."""

    document: str
    index: int
    text: str
    title: str = ""
    source: str = ""
    url: str = ""
    published: date | None = None


def read_with_evidence(elements: Iterable[Element]) -> tuple[Participations, dict[str, tuple[Evidence, ...]]]:
    """Read a stream of elements, once; return the participations and each event's sentences, in the order of documents.

    Memory grows with the text of the sentences too.
    """
    nodes: dict[str, Node] = {}
    home: dict[str, str] = {}
    told: list[tuple[str, str]] = []

    def watched() -> Iterator[Element]:
        for element in elements:
            if isinstance(element, Node):
                if element.labels[0] in {"Document", "Sentence"}:
                    nodes[element.id] = element
            elif element.type == "IN_DOCUMENT":
                home[element.start_id] = element.end_id
            elif element.type == "MENTIONS" and "Event" in element.end_labels:
                told.append((element.end_id, element.start_id))
            yield element

    participations = read_participations(watched())
    evidence: dict[str, list[Evidence]] = {}
    for event, sentence in sorted(set(told)):
        evidence.setdefault(event, []).append(_evidence(nodes[sentence], nodes[home[sentence]]))
    return participations, {
        event: tuple(sorted(evidence[event], key=lambda one: (one.document, one.index))) for event in evidence
    }


def _evidence(sentence: Node, document: Node) -> Evidence:
    values = document.properties
    published = values.get("published")
    return Evidence(
        document=document.id,
        index=int(str(sentence.properties["index"])),
        text=str(sentence.properties["text"]),
        title=str(values.get("title", "")),
        source=str(values.get("source", "")),
        url=str(values.get("url", "")),
        published=published if isinstance(published, date) else None,
    )

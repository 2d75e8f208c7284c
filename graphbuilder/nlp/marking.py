"""Annotated documents as a page to look at: the text with all spans marked (displaCy), and under each sentence its events.

Every text, name and title is escaped; the page needs no script and no network. It must not find anything itself.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final, NamedTuple

from spacy import displacy

from graphbuilder.records.annotation import Annotation, EntityMention, EntityType, EventMention, Sentence
from graphbuilder.records.base import Span
from graphbuilder.records.document import Document

COLOURS: Final = {
    EntityType.PERSON: "#7db1f0",
    EntityType.ORGANIZATION: "#bfa1ec",
    EntityType.PLACE: "#7fd1c9",
    EntityType.GROUP: "#aebaf0",
    "position": "#dcc7f7",
    "time": "#f4e3a1",
    "event": "#f2a98f",
}
"""Colour of the line under each kind of span."""

_WORD: Final = re.compile(r"\S+")
_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 58rem; margin: 2rem auto; padding: 0 1rem; }
article { border-top: 1px solid #8886; padding-top: 1rem; margin-bottom: 3rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-bottom: 0; }
.facts, .key { opacity: .75; font-size: .875rem; }
.key span { display: inline-block; margin-right: 1rem; border-bottom: 4px solid; }
.spans span span { color: #111; }
ul { margin: 0 0 1.25rem; padding-left: 1.25rem; font-size: .875rem; }
.status { border: 1px solid; border-radius: .6em; padding: 0 .4em; font-size: .8em; }
"""


class _Mark(NamedTuple):
    start_char: int
    end_char: int
    label: str
    colour: str


def marked_page(items: Sequence[tuple[Document, Annotation]]) -> str:
    """Return one HTML page with every document; it stands alone."""
    key = " ".join(f'<span style="border-color:{colour}">{escape(kind)}</span>' for kind, colour in COLOURS.items())
    articles = "".join(_article(document, annotation) for document, annotation in items)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Annotated documents</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<style>{_STYLE}</style></head><body><h1>Annotated documents</h1><p class="key">{key}</p>{articles}</body></html>\n'
    )


def _article(document: Document, annotation: Annotation) -> str:
    facts = [
        fact for fact in (document.source, document.published and document.published.isoformat(), document.url) if fact
    ]
    marks = sorted(_marks(annotation))
    body = "".join(_sentence(document.text, annotation, sentence, marks) for sentence in annotation.sentences)
    topics = f'<p class="facts">Topics: {escape(", ".join(annotation.topics))}</p>' if annotation.topics else ""
    return (
        f'<article><h2>{escape(document.title or document.origin)}</h2><p class="facts">{escape(" · ".join(facts))}</p>'
        f"{body}{topics}</article>"
    )


def _marks(annotation: Annotation) -> Iterator[_Mark]:
    for mention in annotation.mentions:
        if mention.entities:
            yield _mark(
                mention, _refers_to(annotation, mention), COLOURS[annotation.entities[mention.entities[0]].type]
            )
    for position in annotation.positions:
        yield _mark(position, position.kind, COLOURS["position"])
    for time in annotation.times:
        yield _mark(time, time.value, COLOURS["time"])
    for event in annotation.events:
        label = event.type if event.status == "actual" else f"{event.type} ({event.status})"
        yield _Mark(event.start_char, event.end_char, label, COLOURS["event"])


def _mark(span: Span, label: str, colour: str) -> _Mark:
    return _Mark(span.start_char, span.end_char, label, colour)


def _refers_to(annotation: Annotation, mention: EntityMention) -> str:
    """Return the label of a mention: the type of a name, whom another form stands for."""
    entities = [annotation.entities[index] for index in mention.entities]
    return entities[0].type if mention.form == "name" else "= " + ", ".join(entity.name for entity in entities)


def _sentence(text: str, annotation: Annotation, sentence: Sentence, marks: Sequence[_Mark]) -> str:
    inside = [mark for mark in marks if sentence.start_char <= mark.start_char < sentence.end_char]
    tokens = list(_WORD.finditer(text, sentence.start_char, sentence.end_char))
    spans = [
        {
            "start_token": next(i for i, token in enumerate(tokens) if token.end() > mark.start_char),
            "end_token": next((i for i, token in enumerate(tokens) if token.start() >= mark.end_char), len(tokens)),
            "label": escape(mark.label),
        }
        for mark in inside
    ]
    colours = {escape(mark.label): mark.colour for mark in inside}
    drawn = displacy.render(
        {"text": "", "tokens": [token.group() for token in tokens], "spans": spans},
        style="span",
        manual=True,
        jupyter=False,
        options={"colors": colours},
    )
    events = "".join(
        f"<li>{_event(annotation, event)}</li>" for event in annotation.events if event.sentence == sentence.index
    )
    return str(drawn) + (f"<ul>{events}</ul>" if events else "")


def _event(annotation: Annotation, event: EventMention) -> str:
    """Return an event in words: "Meeting planned - participant: Ana Ruiz; in: Lima; 2019-03-04"."""
    facts = [f"{argument.role}: {annotation.entities[argument.entity].name}" for argument in event.arguments]
    facts += [
        f"{place.relation.lower().replace('_', ' ')}: {annotation.entities[place.entity].name}"
        for place in event.places
    ]
    if event.start is not None:
        last = event.end or event.start
        facts.append(event.start.isoformat() + (f" to {last.isoformat()}" if last != event.start else ""))
    facts += [f"{link.kind.lower().replace('_', ' ')}: {annotation.events[link.target].type}" for link in event.links]
    facts += [code for code in (event.plover, event.rule and f"rule {event.rule}") if code]
    return (
        f'<b>{escape(event.type)}</b> <span class="status">{escape(event.status)}</span> {escape("; ".join(facts))} '
        f"({event.confidence:.2f})"
    )

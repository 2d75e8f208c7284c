"""Annotated documents as a page to look at: the text with all spans marked (displaCy), and under each sentence its events.

Every text, name and title is escaped; the page needs no script and no network. It must not find anything itself.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final, NamedTuple

from spacy import displacy

from graphbuilder.records.annotation import Annotation, EntityMention, EntityType, EventMention, Sentence, Status
from graphbuilder.records.base import Span
from graphbuilder.records.document import Document

COLOURS: Final = {
    EntityType.PERSON: "#7db1f0",
    EntityType.ORGANIZATION: "#bfa1ec",
    EntityType.PLACE: "#7fd1c9",
    EntityType.GROUP: "#aebaf0",
    "position": "#dcc7f7",
    "time": "#f4e3a1",
}
"""Colour of the line under each kind of span."""
STATUS_COLOURS: Final = {
    Status.ACTUAL: "#f2a98f",
    Status.PLANNED: "#b9dc8c",
    Status.HYPOTHETICAL: "#d9d2c3",
    Status.NEGATED: "#c3c7cd",
    Status.CANCELLED: "#f3b0cd",
}
"""Colour of an event, in the text and beside its facts, by what became of it."""

_WORD: Final = re.compile(r"\S+")
_BOLD: Final = "font-weight: bold; display: inline-block; position: relative;"
"""How displaCy begins the style of a marked word."""
_LABEL: Final = re.compile(r'border-radius: 3px">\s*([^<]*?)\s*</span>')
_WIDTH: Final = 0.4
"""Width of a letter of a label in em of the text; a word is made as wide as its label, so that no label hides another."""
_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 58rem; margin: 2rem auto; padding: 0 1rem; }
article { border-top: 1px solid #8886; padding-top: 1rem; margin-bottom: 3rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-bottom: 0; }
.facts, .key { opacity: .75; font-size: .875rem; }
.key span { display: inline-block; margin-right: 1rem; border-bottom: 4px solid; }
.spans { line-height: 2.2 !important; }
.spans span span { color: #111; white-space: nowrap; }
ul { margin: 0 0 1.25rem; padding-left: 1.25rem; font-size: .875rem; }
.status { border-radius: .6em; padding: .1em .5em; font-size: .85em; color: #111; }
.role { opacity: .7; }
.how { opacity: .6; }
"""


class _Mark(NamedTuple):
    start_char: int
    end_char: int
    label: str
    colour: str


def marked_page(items: Sequence[tuple[Document, Annotation]]) -> str:
    """Return one HTML page with every document; it stands alone."""
    key = " ".join(f'<span style="border-color:{colour}">{escape(kind)}</span>' for kind, colour in COLOURS.items())
    statuses = " ".join(_badge(status) for status in STATUS_COLOURS)
    articles = "".join(_article(document, annotation) for document, annotation in items)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Annotated documents</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<style>{_STYLE}</style></head><body><h1>Annotated documents</h1><p class="key">{key}</p>'
        f'<p class="facts">Events: {statuses} A mark "= name" says whom the words stand for.</p>{articles}</body></html>\n'
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
        yield _Mark(event.start_char, event.end_char, label, STATUS_COLOURS[event.status])


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
    return _widened(str(drawn)) + (f"<ul>{events}</ul>" if events else "")


def _widened(drawn: str) -> str:
    """Make each marked word as wide as the longest label that begins under it."""
    start, *words = drawn.split(_BOLD)
    widths = (max(map(len, _LABEL.findall(word)), default=0) for word in words)
    return start + "".join(
        f"{_BOLD}{f' min-width: {_WIDTH * width + 0.6:.1f}em;' if width else ''}{word}"
        for word, width in zip(words, widths, strict=True)
    )


def _badge(status: Status) -> str:
    return f'<span class="status" style="background:{STATUS_COLOURS[status]}">{escape(status)}</span>'


def _event(annotation: Annotation, event: EventMention) -> str:
    """Return an event in words: "Meeting planned participant Ana Ruiz, Lu Hale · in Lima · 2019-03-04"."""
    roles: dict[str, list[str]] = {}
    for argument in event.arguments:
        roles.setdefault(argument.role, []).append(annotation.entities[argument.entity].name)
    for place in event.places:
        name = annotation.entities[place.entity].name
        roles.setdefault(place.relation.lower().replace("_", " "), []).append(name)
    for link in event.links:
        roles.setdefault(link.kind.lower().replace("_", " "), []).append(annotation.events[link.target].type)
    facts = [
        f'<span class="role">{escape(role)}</span> {escape(", ".join(dict.fromkeys(names)))}'
        for role, names in roles.items()
    ]
    if event.start is not None:
        last = event.end or event.start
        facts.append(event.start.isoformat() + (f" to {last.isoformat()}" if last != event.start else ""))
    how = [code for code in (event.plover, event.rule and f"rule {event.rule}", f"{event.confidence:.2f}") if code]
    return (
        f"<b>{escape(event.type)}</b> {_badge(event.status)} {' · '.join(facts)}"
        f' <span class="how">{escape(" · ".join(how))}</span>'
    )

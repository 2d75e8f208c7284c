"""Small property graphs by hand, of valid elements, for the tests of the analysis room."""

from collections.abc import Iterable, Iterator
from datetime import date

from graphbuilder.graph.elements import Element, Node, PropertyValue, Relationship, sort_key

WHOLE_DAY = date(2031, 4, 2)


def entity(name: str, kind: str = "Person", *, key: str | None = None) -> Node:
    """Return an entity; its id is the prefix of its kind and its name in lower case, unless `key` is given."""
    labels = ("Country", "Entity", "Place") if kind == "Country" else tuple(sorted(("Entity", kind)))
    prefix = "place:country:" if kind == "Country" else f"{kind}:"
    return Node(id=key or f"{prefix}{name}".lower(), labels=labels, properties={"name": name, "mention_count": 1})


def event(
    key: str,
    label: str = "Meeting",
    *,
    status: str = "actual",
    confidence: float = 0.9,
    start: date | None = None,
    end: date | None = None,
    **codes: PropertyValue,
) -> Node:
    """Return an event of one label; `codes` are further properties (quad, intensity, plover ...)."""
    days = {name: day for name, day in (("start", start), ("end", end or start)) if day}
    return Node(
        id=f"event:{label.lower()}-{key}",
        labels=tuple(sorted(("Event", label))),
        properties={
            "name": f"{label} {key}", "type": label, "date_precision": "day" if days else "unknown", "status": status,
            "confidence": confidence, "mention_count": 1, "source_count": 1, "rule": "by hand", **days, **codes,
        },
    )  # fmt: skip


def part(who: Node, what: Node, role: str = "participant", *, confidence: float = 1.0) -> Relationship:
    """Return `who`'s participation in `what`."""
    return Relationship(
        id=f"participated_in:{who.id}:{role}:{what.id}", type="PARTICIPATED_IN", start_id=who.id, start_labels=who.labels,
        end_id=what.id, end_labels=what.labels, properties={"role": role, "confidence": confidence},
    )  # fmt: skip


def in_order(elements: Iterable[Element]) -> list[Element]:
    """Return `elements`, each id once, in the order a store reads them."""
    return sorted({element.id: element for element in elements}.values(), key=sort_key)


def gathering(who: Iterable[str], what: Node) -> Iterator[Element]:
    """Yield the people called `who`, the event `what`, and their participations."""
    yield what
    for name in who:
        yield (person := entity(name))
        yield part(person, what)


def network(ties: Iterable[tuple[str, str]], alone: Iterable[str] = ()) -> list[Element]:
    """Return a graph in which each of `ties` is one meeting of two people, and each of `alone` one of one person."""
    elements: list[Element] = []
    for place, tie in enumerate(ties):
        elements.extend(gathering(tie, event(f"{place:03}")))
    for name in alone:
        elements.extend(gathering((name,), event(f"alone-{name}")))
    return in_order(elements)


def told(what: Node, text: str, title: str) -> Iterator[Element]:
    """Yield a report called `title` whose one sentence is `text`, and its mention of the event `what`."""
    report = Node(
        id=f"doc:{title}".lower(),
        labels=("Document",),
        properties={"name": title, "title": title, "sha256": "0" * 64, "extractor": "by hand 1"},
    )
    sentence = Node(
        id=f"sentence:{title}".lower(),
        labels=("Sentence",),
        properties={"name": text, "text": text, "index": 0, "start_char": 0, "end_char": len(text)},
    )
    yield report
    yield sentence
    yield join("IN_DOCUMENT", sentence, report)
    yield join("MENTIONS", sentence, what, text=text, start_char=0, end_char=len(text))


def join(kind: str, start: Node, end: Node, number: int = 0, **properties: PropertyValue) -> Relationship:
    """Return a relationship of a type; `number` tells parallel ones apart."""
    return Relationship(
        id=f"{kind.lower()}:{start.id}:{end.id}:{number}", type=kind, start_id=start.id, start_labels=start.labels,
        end_id=end.id, end_labels=end.labels, properties={"confidence": 1.0, **properties},
    )  # fmt: skip


def one_of_each() -> list[Element]:
    """Return a graph with every property type: lists, dates, flags, numbers, parallel relationships, odd characters."""
    who = Node(
        id="person:ana-soto",
        labels=("Entity", "Person"),
        properties={"name": "Ana Soto", "aliases": ["Ms. Soto", "A. Soto & Co. <aide>"], "mention_count": 2},
    )
    where = Node(
        id="place:country:xx",
        labels=("Country", "Entity", "Place"),
        properties={"name": "Övland", "mention_count": 1, "latitude": -3.25, "longitude": 0.0, "kind": "country"},
    )
    what = event("e1", "Trip", start=WHOLE_DAY)
    position = Node(
        id="position:1", labels=("Position",), properties={"name": "envoy", "title": "Envoy", "kind": "envoy"}
    )
    topic = Node(id="topic:diplomatic", labels=("Topic",), properties={"name": "diplomatic"})
    document = Node(
        id="doc:1",
        labels=("Document",),
        properties={
            "name": "A trip", "title": "A trip", "published": WHOLE_DAY, "sha256": "0" * 64, "extractor": "by hand 1",
        },
    )  # fmt: skip
    text = 'Soto\x0b said "yes"\r\nto Soto\t& left for Övland.'
    sentence = Node(
        id="sentence:1",
        labels=("Sentence",),
        properties={"name": text, "text": text, "index": 0, "start_char": 0, "end_char": len(text)},
    )

    return in_order(
        [
            who, where, what, position, topic, document, sentence,
            part(who, what, "traveller"),
            join("DESTINATION", what, where),
            join("ABOUT", what, topic),
            join("HOLDS", who, position, former=False, observed_first=WHOLE_DAY),
            join("OF", position, where),
            join("IN_DOCUMENT", sentence, document),
            join("MENTIONS", sentence, who, 0, text="Soto", start_char=0, end_char=4),
            join("MENTIONS", sentence, who, 1, text="Soto", start_char=22, end_char=26),
            join("MENTIONS", sentence, what, 2, text="left", start_char=29, end_char=33),
        ]
    )  # fmt: skip


FLORENTINE_MARRIAGES = (
    ("Acciaiuoli", "Medici"), ("Castellani", "Peruzzi"), ("Castellani", "Strozzi"), ("Castellani", "Barbadori"),
    ("Medici", "Barbadori"), ("Medici", "Ridolfi"), ("Medici", "Tornabuoni"), ("Medici", "Albizzi"),
    ("Medici", "Salviati"), ("Salviati", "Pazzi"), ("Peruzzi", "Strozzi"), ("Peruzzi", "Bischeri"),
    ("Strozzi", "Ridolfi"), ("Strozzi", "Bischeri"), ("Ridolfi", "Tornabuoni"), ("Tornabuoni", "Guadagni"),
    ("Albizzi", "Ginori"), ("Albizzi", "Guadagni"), ("Bischeri", "Guadagni"), ("Guadagni", "Lamberteschi"),
)  # fmt: skip
"""Marriages among Florentine families: J. F. Padgett, C. K. Ansell, American Journal of Sociology 98 (1993), 1259-1319."""

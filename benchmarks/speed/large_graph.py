"""A made-up graph of any size in the shapes and shares of a news graph: a few names are in most of it.

The same seed gives the same graph. Participations, places and mentions follow a steep curve: the first of 8,000 people is in
about one event of twenty, the middle one in a handful.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from graphbuilder.graph.elements import Element, Node, PropertyValue, Relationship, sort_key
from graphbuilder.graph.identifiers import labels_of
from graphbuilder.ontology import EVENT_LABELS, load_ontology

FIRST_DAY = date(2012, 1, 1)
DAYS = 3_650
_STATUSES = ("actual",) * 14 + ("planned",) * 2 + ("cancelled", "negated", "hypothetical", "actual")
_SHARES = {"Meeting": 15, "Statement": 25, "Trip": 7, "Accusation": 6, "Promise": 4, "PhoneCall": 4, "Agreement": 4}
_ONE, _TWO = (
    ("Ba", "Ke", "Lo", "Mi", "Nu", "Ra", "Se", "Ti", "Vo", "Za"),
    ("dra", "lin", "mos", "nek", "per", "rit", "sun", "tova"),
)
SYLLABLES = ["".join(parts) for parts in product(_ONE, _TWO)]
"""Eighty invented words that names are made of."""


def make_graph(events: int, seed: int = 1) -> list[Element]:
    """Return a graph of so many events, about 8 elements for each, in the order that stores want."""
    return sorted(_Maker(events, seed).make(), key=sort_key)


def person_name(number: int) -> str:
    """Return the name of a person by rank: 0 is in most events."""
    first, rest = number % len(SYLLABLES), number // len(SYLLABLES)
    return f"{SYLLABLES[first]} {SYLLABLES[rest % len(SYLLABLES)]}{SYLLABLES[(first + rest) % len(SYLLABLES)].lower()}"


class _Maker:
    def __init__(self, events: int, seed: int) -> None:
        self._draw = random.Random(seed)  # noqa: S311 - the same graph each time is the point
        self._events = events
        self._actors: list[Node] = []

    def make(self) -> Iterator[Element]:
        documents, sentences = max(self._events // 16, 2), max(self._events * 6 // 10, 4)
        people = self._entities("person:", max(self._events * 8 // 100, 20), person_name)
        bodies = self._entities(
            "organization:", max(self._events * 2 // 100, 8), lambda i: f"{SYLLABLES[i % 80]} Union {i}"
        )
        countries = self._entities("place:country:", 60, lambda i: f"{SYLLABLES[i]}land")
        cities = self._entities(
            "place:", max(self._events // 60, 10), lambda i: f"Port {SYLLABLES[i % 80]} {i // 80 or ''}".strip()
        )
        positions = [
            self._node("position:", i, f"Minister {i}", title=f"Minister of {SYLLABLES[i % 80]}", kind="minister")
            for i in range(max(self._events // 200, 6))
        ]
        topics = [self._node("topic:", i, f"topic {i}") for i in range(37)]
        reports = [self._document(i) for i in range(documents)]
        lines = [self._sentence(i) for i in range(sentences)]
        happened = [self._event(i) for i in range(self._events)]
        for group in (people, bodies, countries, cities, positions, topics, reports, lines, happened):
            yield from group
        yield from self._within(cities, countries)
        for number, person in enumerate(people):
            yield self._joined("AFFILIATED_WITH", number, person, self._pick(countries))
        for number, position in enumerate(positions):
            yield self._joined("OF", number, position, countries[number % len(countries)])
        for number in range(len(people) // 2):
            seen = FIRST_DAY + timedelta(days=self._draw.randrange(DAYS))
            yield self._joined(
                "HOLDS", number, people[number], positions[number % len(positions)],
                observed_first=seen, observed_last=seen + timedelta(days=400), former=number % 5 == 0,
            )  # fmt: skip
        for number, line in enumerate(lines):
            yield self._joined("IN_DOCUMENT", number, line, reports[number * len(reports) // len(lines)])
            yield self._joined("MENTIONS", 2 * number, line, self._pick(people), text="name", start_char=0, end_char=4)
        self._actors = [*people[: len(people) // 2], *bodies, *countries]
        yield from self._told(happened, people, cities, topics)
        for number, event in enumerate(happened):
            line = lines[number * len(lines) // len(happened)]
            yield self._joined("MENTIONS", 2 * number + 1, line, event, text="word", start_char=5, end_char=9)

    def _told(
        self, happened: list[Node], people: list[Node], cities: list[Node], topics: list[Node]
    ) -> Iterator[Element]:
        roles = {
            "Trip": ("traveller", "companion"),
            "Statement": ("speaker", "addressee"),
            "Promise": ("speaker", "addressee"),
        }
        for number, event in enumerate(happened):
            kind = str(event.properties["type"])
            pair = roles.get(
                kind, ("participant", "participant") if kind in {"Meeting", "PhoneCall"} else ("actor", "recipient")
            )
            who = [self._pick(people), self._pick(self._actors if self._draw.random() < 0.4 else people)]
            who += [self._pick(people)] * (self._draw.random() < 0.3)
            for place, node in enumerate(dict.fromkeys(node.id for node in who)):
                yield Relationship(
                    id=f"participated_in:{number:07}-{place}", type="PARTICIPATED_IN",
                    start_id=node, start_labels=labels_of(node), end_id=event.id, end_labels=event.labels,
                    properties={"role": pair[min(place, 1)], "confidence": 0.8},
                )  # fmt: skip
            if kind == "Trip" or self._draw.random() < 0.5:
                yield self._joined("DESTINATION" if kind == "Trip" else "LOCATED_IN", number, event, self._pick(cities))
            if self._draw.random() < 0.5:
                yield self._joined("ABOUT", number, event, self._pick(topics))
            if kind in {"Statement", "Promise", "Accusation", "Rejection"} and number and self._draw.random() < 0.4:
                yield self._joined("CONTENT", number, event, happened[self._draw.randrange(number)])
            if number and self._draw.random() < 0.05:
                yield self._joined("AFTER", number, event, happened[number - 1], gap="P1D")
            if number and self._draw.random() < 0.03:
                yield self._joined("PART_OF", number, event, happened[number - 1])

    def _within(self, cities: list[Node], countries: list[Node]) -> Iterator[Element]:
        for number, city in enumerate(cities):
            yield self._joined("WITHIN", number, city, countries[number % len(countries)])

    def _pick(self, nodes: list[Node]) -> Node:
        return nodes[int(len(nodes) * self._draw.random() ** 3)]

    def _entities(self, prefix: str, count: int, name: object) -> list[Node]:
        assert callable(name)  # noqa: S101 - what this module passes
        more: dict[str, PropertyValue] = (
            {"kind": "country" if "country" in prefix else "city"} if "place" in prefix else {}
        )
        return [
            self._node(prefix, i, name(i), mention_count=1 + (count - i) * 20 // count, **more) for i in range(count)
        ]

    def _document(self, number: int) -> Node:
        return self._node(
            "doc:", number, f"Report {number}", sha256=f"{number:064x}", extractor="bench 1", url=f"news:{number}",
            source=f"Source {number % 40}", published=FIRST_DAY + timedelta(days=number % DAYS),
        )  # fmt: skip

    def _sentence(self, number: int) -> Node:
        words = " ".join(self._draw.choice(SYLLABLES).lower() for _ in range(14))
        return self._node(
            "sentence:", number, words[:40], text=words, index=number % 40, start_char=0, end_char=len(words)
        )

    def _event(self, number: int) -> Node:
        label = self._draw.choices(EVENT_LABELS, [_SHARES.get(label, 1) for label in EVENT_LABELS])[0]
        day = FIRST_DAY + timedelta(days=self._draw.randrange(DAYS))
        plover = load_ontology().labels[label].plover
        quad, score = load_ontology().quad(plover), load_ontology().intensity(plover, None)
        dated: dict[str, PropertyValue] = {"date_precision": "unknown"}
        if self._draw.random() < 0.85:
            dated = {"date_precision": "day", "start": day, "end": day}
        return self._node(
            f"event:{label.lower()}-", number, f"{label} {number}", type=label, status=self._draw.choice(_STATUSES),
            confidence=round(0.4 + 0.6 * self._draw.random(), 2), mention_count=1,
            source_count=1 + int(3 * self._draw.random() ** 3), rule="bench", **dated,
            **({"quad": quad} if quad else {}), **({"intensity": float(score)} if score is not None else {}),
        )  # fmt: skip

    def _node(self, prefix: str, number: int, name: str, **properties: PropertyValue) -> Node:
        node_id = f"{prefix}{number:06}"
        return Node(id=node_id, labels=labels_of(node_id), properties={"name": name, **properties})

    def _joined(self, kind: str, number: int, start: Node, end: Node, **properties: PropertyValue) -> Relationship:
        return Relationship(
            id=f"{kind.lower()}:{number:07}", type=kind, start_id=start.id, start_labels=start.labels, end_id=end.id,
            end_labels=end.labels, properties={"confidence": 0.8, **properties},
        )  # fmt: skip

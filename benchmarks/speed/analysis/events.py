"""A graph of any number of events, made up: countries with their people, blocs, visits, threats, sources.

A few people are in most events, company is kept within blocs, and what is said outnumbers what is done, as in news.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random

from graphbuilder.graph.elements import Element, Node, PropertyValue, Relationship
from graphbuilder.graph.identifiers import labels_of
from graphbuilder.ontology import load_ontology

COUNTRIES = 60
PEOPLE_FOR_EVENTS = 5
"""Events for each person: a fifth as many people as events."""

SHARES = {
    "Statement": 30, "Meeting": 20, "Trip": 8, "Accusation": 8, "Request": 6, "Support": 6, "Threat": 4, "Promise": 4,
    "Agreement": 4, "Sanction": 3, "Assault": 3, "Aid": 2, "Protest": 2,
}  # fmt: skip
"""How many of each hundred events have a label."""

ALONE = {"Statement": ("speaker", "addressee"), "Trip": ("traveller", "host")}
TOGETHER = ("Meeting", "Agreement")


def make_events(events: int, seed: int = 1) -> Iterator[Element]:
    """Yield a graph with so many events, nodes first, the same for the same seed."""
    draw = Random(seed)  # noqa: S311 - the same graph each time is the point
    people = max(events // PEOPLE_FOR_EVENTS, 20)
    labels, weights = list(SHARES), list(SHARES.values())
    countries = [_node("place:country:", place, mention_count=9, kind="country") for place in range(COUNTRIES)]
    persons = [_node("person:", place, mention_count=3) for place in range(people)]
    documents = [
        _node("doc:", place, sha256=f"{place:064x}", extractor="made up", source=f"Paper {place % 40}")
        for place in range(events // 20 + 1)
    ]
    yield from countries
    yield from documents
    chosen = draw.choices(labels, weights, k=events)
    happenings = [_event(draw, place, label) for place, label in enumerate(chosen)]
    yield from happenings
    yield from persons
    text = "They met."
    sentences = [
        _node("sentence:", place, text=text, index=0, start_char=0, end_char=len(text)) for place in range(events)
    ]
    yield from sentences
    for place, who in enumerate(persons):
        yield _join("AFFILIATED_WITH", who, countries[place % COUNTRIES])
    for place, what in enumerate(happenings):
        yield _join("IN_DOCUMENT", sentences[place], documents[place // 20])
        yield _join("MENTIONS", sentences[place], what, text="met", start_char=5, end_char=8)
        label = str(what.properties["type"])
        first = _pick(draw, people)
        if label in TOGETHER:
            size = 2 + min(int(draw.expovariate(0.7)), 6)
            for other in {first, *(_partner(draw, first, people) for _ in range(size - 1))}:
                yield _join("PARTICIPATED_IN", persons[other], what, role="participant")
        else:
            acting, receiving = ALONE.get(label, ("actor", "recipient"))
            other = _partner(draw, first, people)
            yield _join("PARTICIPATED_IN", persons[first], what, role=acting)
            if other != first:
                yield _join("PARTICIPATED_IN", persons[other], what, role=receiving)
        if label == "Trip":
            yield _join("DESTINATION", what, countries[draw.randrange(COUNTRIES)])


def _pick(draw: Random, people: int) -> int:
    return int(people * draw.random() ** 2.5)


def _partner(draw: Random, one: int, people: int) -> int:
    """Mostly someone of the same bloc of countries (of which there are five), else anyone."""
    other = _pick(draw, people)
    bloc = one % COUNTRIES % 5
    if draw.random() < 0.8:
        other += (bloc - other % COUNTRIES % 5) % 5
    return min(other, people - 1)


def _event(draw: Random, number: int, label: str) -> Node:
    day = date(2020, 1, 1) + timedelta(days=draw.randrange(1800))
    ontology = load_ontology()
    meaning = ontology.labels[label]
    codes: dict[str, PropertyValue] = {}
    if meaning.plover:
        codes = {"plover": meaning.plover, "quad": ontology.plover[meaning.plover].quad}
        codes["intensity"] = float(ontology.plover[meaning.plover].score)
    return _node(
        f"event:{label.lower()}-", number, type=label, start=day, end=day, date_precision="day", status="actual",
        confidence=0.8, mention_count=1, source_count=1, rule="made up", **codes,
    )  # fmt: skip


def _node(prefix: str, number: int, **properties: PropertyValue) -> Node:
    node_id = f"{prefix}{number:06}"
    return Node(id=node_id, labels=labels_of(node_id), properties={"name": f"{prefix}{number}", **properties})


def _join(kind: str, start: Node, end: Node, **properties: PropertyValue) -> Relationship:
    values: Mapping[str, PropertyValue] = {"confidence": 0.9, **properties}
    return Relationship(
        id=f"{kind.lower()}:{start.id}:{end.id}", type=kind, start_id=start.id, start_labels=start.labels,
        end_id=end.id, end_labels=end.labels, properties=values,
    )  # fmt: skip

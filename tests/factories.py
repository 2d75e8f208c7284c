"""Small graphs of valid elements for tests, and hypothesis strategies that draw them.

Each function returns one element with everything the schema requires; keyword arguments replace or add properties, and
None takes one away. The people, places and events are invented.
"""

from collections.abc import Iterable
from datetime import date

from hypothesis import strategies as st

from graphbuilder.graph.elements import Element, Node, PropertyValue, Relationship, encode, sort_key

Values = PropertyValue | None


def _properties(defaults: dict[str, Values], changes: dict[str, Values]) -> dict[str, PropertyValue]:
    return {name: value for name, value in {**defaults, **changes}.items() if value is not None and value != []}


def document(key: str, **changes: Values) -> Node:
    """Return the node of a document, "doc:KEY"."""
    defaults: dict[str, Values] = {
        "name": f"Report {key}", "title": f"Report {key}", "sha256": "0" * 64, "extractor": "test 1", "language": "en",
        "published": date(2017, 7, 7), "source": "Daily Test",
    }  # fmt: skip
    return Node(id=f"doc:{key}", labels=("Document",), properties=_properties(defaults, changes))


def sentence(key: str, text: str, *, index: int = 0, **changes: Values) -> Node:
    """Return the node of a sentence, "sentence:KEY"."""
    defaults: dict[str, Values] = {
        "name": text[:40] or "(empty)", "text": text, "index": index, "start_char": 0, "end_char": len(text),
    }  # fmt: skip
    return Node(id=f"sentence:{key}", labels=("Sentence",), properties=_properties(defaults, changes))


def entity(key: str, name: str, *labels: str, **changes: Values) -> Node:
    """Return the node of an entity, "person:KEY", "place:country:KEY" and so on; `labels` without "Entity"."""
    kinds = labels or ("Person",)
    prefix = "place:country:" if "Country" in kinds else f"{kinds[0].lower()}:"
    return Node(
        id=f"{prefix}{key}",
        labels=tuple(sorted({"Entity", *kinds})),
        properties=_properties({"name": name, "mention_count": 1}, changes),
    )


def position(key: str, title: str, **changes: Values) -> Node:
    """Return the node of a position, "position:KEY"."""
    defaults: dict[str, Values] = {"name": title, "title": title, "kind": title.lower()}
    return Node(id=f"position:{key}", labels=("Position",), properties=_properties(defaults, changes))


def topic(key: str) -> Node:
    """Return the node of a topic, "topic:KEY"."""
    return Node(id=f"topic:{key}", labels=("Topic",), properties={"name": key})


def event(key: str, label: str, day: date | None, *, status: str = "actual", **changes: Values) -> Node:
    """Return the node of an event on `day`, "event:LABEL-KEY"."""
    defaults: dict[str, Values] = {
        "name": f"{label} {key}", "type": label, "start": day, "end": day, "status": status,
        "date_precision": "day" if day else "unknown", "confidence": 0.9, "mention_count": 1, "source_count": 1,
        "rule": "test", "intensity": 1.0,
    }  # fmt: skip
    labels = tuple(sorted({"Event", label}))
    return Node(id=f"event:{label.lower()}-{key}", labels=labels, properties=_properties(defaults, changes))


def relationship(kind: str, start: Node, end: Node, /, *, as_: str | None = None, **changes: Values) -> Relationship:
    """Return a relationship whose id names its type and ends; `as_` is the property "as"."""
    defaults: dict[str, Values] = {"confidence": 0.9, "as": as_}
    if kind == "MENTIONS":
        defaults.update(text="word", start_char=0, end_char=4)
    if kind == "PARTICIPATED_IN":
        defaults.update(role="participant")
    if kind == "DUPLICATE_OF":
        defaults.update(similarity=1.0)
    return Relationship(
        id=f"{kind.lower()}:{start.id}>{end.id}",
        type=kind,
        start_id=start.id,
        start_labels=start.labels,
        end_id=end.id,
        end_labels=end.labels,
        properties=_properties(defaults, changes),
    )


def ordered(elements: Iterable[Element]) -> list[Element]:
    """Return `elements` in the order that stores want."""
    return sorted(elements, key=sort_key)


def lines(elements: Iterable[Element]) -> bytes:
    """Return the graph file of `elements`."""
    return b"".join(encode(element) + b"\n" for element in elements)


def small_graph() -> list[Element]:
    """Return two documents about a minister's trip: meetings held, planned and cancelled, a promise, an accusation."""
    first, second = document("a"), document("b", source="Evening Test", published=date(2017, 7, 9))
    berg = entity("anna-berg", "Anna Berg", aliases=["Berg", "Minister Berg"], mention_count=4)
    kral = entity("tomas-kral", "Tomas Kral", mention_count=3)
    silva = entity("rui-silva", "Rui Silva")
    norland = entity("norland", "Norland", "Place", "Country", kind="country", latitude=60.0, longitude=10.0)
    harbour = entity("harbour-city", "Harbour City", "Place", kind="city", country="Norland")
    union = entity("dock-union", "Dock Union", "Organization")
    minister = position("foreign-minister-norland", "Foreign Minister")
    trade = topic("trade")
    trip = event("1", "Trip", date(2017, 7, 5), end=date(2017, 7, 7), source_count=2)
    met = event("2", "Meeting", date(2017, 7, 5), source_count=2, plover="CONSULT", quad="verbal cooperation")
    call = event("3", "PhoneCall", date(2017, 7, 6))
    planned = event("4", "Meeting", date(2017, 8, 1), status="planned")
    cancelled = event("5", "Meeting", date(2017, 7, 6), status="cancelled", polarity_cue="called off")
    promise = event("6", "Promise", date(2017, 7, 6))
    aid = event("7", "Aid", None, status="planned")
    accusation = event("8", "Accusation", date(2017, 7, 7))
    said = event("9", "Statement", date(2017, 7, 7))
    one = sentence("a1", "Anna Berg met Tomas Kral in Harbour City on Wednesday.", index=0)
    two = sentence("a2", "She promised aid.", index=1)
    other = sentence("b1", "Ms Berg, on a trip to Norland, met Mr Kral.", index=0)

    def took_part(who: Node, what: Node, role: str, as_: str | None = None) -> Relationship:
        return relationship("PARTICIPATED_IN", who, what, role=role, as_=as_)

    return ordered([
        first, second, berg, kral, silva, norland, harbour, union, minister, trade, trip, met, call, planned, cancelled,
        promise, aid, accusation, said, one, two, other,
        took_part(berg, trip, "traveller"), took_part(silva, trip, "companion"), took_part(kral, trip, "host"),
        took_part(berg, met, "participant", "Foreign Minister"), took_part(kral, met, "participant"),
        took_part(kral, call, "participant"), took_part(union, call, "participant"),
        took_part(berg, planned, "participant"), took_part(silva, planned, "participant"),
        took_part(berg, cancelled, "participant"), took_part(union, cancelled, "participant"),
        took_part(berg, promise, "speaker"), took_part(kral, promise, "addressee"),
        took_part(norland, aid, "recipient"),
        took_part(union, accusation, "actor"), took_part(berg, accusation, "recipient"),
        took_part(berg, said, "speaker"),
        relationship("CONTENT", promise, aid), relationship("PART_OF", met, trip), relationship("ABOUT", said, trade),
        relationship("DESTINATION", trip, norland), relationship("LOCATED_IN", met, harbour),
        relationship("WITHIN", harbour, norland), relationship("AFTER", call, met, gap="P1D"),
        relationship("HOLDS", berg, minister, start=date(2015, 1, 1), observed_first=date(2017, 7, 7), former=False),
        relationship("OF", minister, norland), relationship("AFFILIATED_WITH", berg, norland),
        relationship("IN_DOCUMENT", one, first), relationship("IN_DOCUMENT", two, first),
        relationship("IN_DOCUMENT", other, second),
        relationship("MENTIONS", one, berg, text="Anna Berg", end_char=9),
        relationship("MENTIONS", one, met, text="met", start_char=10, end_char=13),
        relationship("MENTIONS", two, promise, text="promised", start_char=4, end_char=12),
        relationship("MENTIONS", two, aid, text="aid", start_char=13, end_char=16),
        relationship("MENTIONS", other, met, text="met", start_char=31, end_char=34),
        relationship("MENTIONS", other, trip, text="trip", start_char=14, end_char=18),
    ])  # fmt: skip


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
_NAMES = TEXTS.filter(bool)
_KEYS = st.sampled_from([f"k{number}" for number in range(6)])
_DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
_SHARES = st.floats(min_value=0, max_value=1, width=64)


@st.composite
def graphs(draw: st.DrawFn) -> list[Element]:
    """Draw a small valid graph; two draws often share ids, with other properties and ends."""
    nodes: dict[str, Node] = {}
    for key in draw(st.sets(_KEYS)):
        label = draw(st.sampled_from(["Person", "Organization", "Group", "Place"]))
        drawn = entity(
            key, draw(_NAMES), label, aliases=draw(st.lists(_NAMES, max_size=2)),
            latitude=draw(st.none() | st.floats(-90, 90)), mention_count=draw(st.integers(0, 2**53)),
        )  # fmt: skip
        nodes[drawn.id] = drawn
    for key in draw(st.sets(_KEYS)):
        label = draw(st.sampled_from(["Meeting", "Trip", "Promise"]))
        happened = event(key, label, draw(st.none() | _DAYS), confidence=draw(_SHARES), rule=draw(TEXTS))
        nodes[happened.id] = happened
    things = [node for node in nodes.values() if "Entity" in node.labels]
    events = [node for node in nodes.values() if "Event" in node.labels]
    found: list[Element] = list(nodes.values())
    if things and events:
        for key in draw(st.sets(_KEYS)):
            kind = draw(st.sampled_from(["PARTICIPATED_IN", "LOCATED_IN", "CONTENT"]))
            who, what = draw(st.sampled_from(things)), draw(st.sampled_from(events))
            ends = {"PARTICIPATED_IN": (who, what), "LOCATED_IN": (what, who), "CONTENT": (what, what)}[kind]
            drawn_rel = relationship(kind, *ends, confidence=draw(_SHARES))
            found.append(
                Relationship(
                    id=f"{kind.lower()}:{key}", type=kind, start_id=ends[0].id, start_labels=ends[0].labels, end_id=ends[1].id,
                    end_labels=ends[1].labels, properties=drawn_rel.properties,
                )
            )  # fmt: skip
    return ordered(found)

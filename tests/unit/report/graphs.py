"""Small graphs with countries, reports and sentences, for the tests of the report room."""

from collections.abc import Iterator
from datetime import date

from graphbuilder.graph.elements import Element, Node, PropertyValue
from tests.unit.analysis.graphs import entity, event, in_order, join, part, told

NASTY = "Soto</script><img src=x onerror=alert(1)> \u2028 & Co"
"""A name as no text should hold one."""


def report_on(what: Node, text: str, title: str, url: str = "", *, day: date | None = None) -> Iterator[Element]:
    """Yield what `told` yields, with an address, a source and a day of publication."""
    for element in told(what, text, title):
        if isinstance(element, Node) and "Document" in element.labels:
            extra: dict[str, PropertyValue] = {"source": f"The {title}"}
            if url:
                extra["url"] = url
            if day:
                extra["published"] = day
            yield Node(id=element.id, labels=element.labels, properties={**element.properties, **extra})
        else:
            yield element


def person_of(name: str, country: Node) -> Iterator[Element]:
    """Yield a person and their country."""
    who = entity(name)
    yield from (who, country, join("AFFILIATED_WITH", who, country))


def meeting(key: str, names: list[str], day: date | None, status: str = "actual") -> list[Element]:
    """Return a meeting of people, told by a report of its own."""
    what = event(key, start=day, status=status)
    people = [entity(name) for name in names]
    text = f"{' and '.join(names)} met."
    return [
        what,
        *people,
        *(part(who, what) for who in people),
        *report_on(what, text, f"Report {key}", f"https://paper.example/{key}", day=day),
    ]


def two_camps() -> list[Element]:
    """Return four countries: all meet until March, from April on two and two; an envoy without a country; a nasty name."""
    lands = {name: entity(name, "Country") for name in ("Arland", "Borland", "Corland", "Dorland")}
    of = {"Ana": "Arland", "Bo": "Borland", "Cy": "Corland", "Di": "Dorland"}
    elements: list[Element] = [x for name, land in of.items() for x in person_of(name, lands[land])]
    pairs = [("Ana", "Cy"), ("Bo", "Di"), ("Ana", "Di"), ("Bo", "Cy")]
    for number, (one, other) in enumerate(pairs):
        elements += meeting(f"early{number}", [one, other], date(2031, 1 + number % 3, 5))
    for month in range(4, 10):
        elements += meeting(f"ab{month}", ["Ana", "Bo"], date(2031, month, 9))
        elements += meeting(f"cd{month}", ["Cy", "Di"], date(2031, month, 11))
    elements += meeting("off", ["Ana", "Cy"], date(2031, 2, 1), status="cancelled")
    elements += meeting("late", ["Ana", "Cy"], date(2031, 9, 20))
    elements += meeting("nasty", [NASTY, "Ana"], date(2031, 9, 21))
    return in_order(elements)

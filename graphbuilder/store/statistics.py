"""What a store holds, counted: asked of the server where there is one, read through where the store is a file."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

from graphbuilder.graph.elements import Element, Node
from graphbuilder.records.base import Record
from graphbuilder.store.base import GraphStore
from graphbuilder.store.queries import Answering, load_query
from graphbuilder.store.values import DECLARED_LABELS, Plain

_ALL: Final = 1_000_000
"""More rows than there are labels, types or sources."""
_SECONDS: Final = 600.0

Row = tuple[Plain, ...]


class Statistics(Record, frozen=True, kw_only=True):
    """Counts of a graph.

    `labels` counts nodes by each label they carry, `types` relationships, `events` events by label and status, `sources`
    documents by source ("" where none is known). `first` and `last` are the days that the events span.
    """

    nodes: int
    relationships: int
    labels: dict[str, int]
    types: dict[str, int]
    events: dict[str, dict[str, int]]
    sources: dict[str, int]
    first: date | None = None
    last: date | None = None


def statistics_of(store: GraphStore) -> Statistics:
    """Return the counts of what `store` holds.

    Raises:
        StoreError: It cannot be read.
    """
    if isinstance(store, Answering):
        return _asked(store)
    return _read(store.read())


def _asked(store: Answering) -> Statistics:
    def rows(name: str) -> tuple[Row, ...]:
        return store.answer(load_query(f"stats/{name}").text, {}, limit=_ALL, timeout=_SECONDS).rows

    nodes: list[tuple[list[str], int]] = []
    for labels, count in rows("nodes"):
        names = labels if isinstance(labels, list) else []
        nodes.append(([str(name) for name in names if name in DECLARED_LABELS], _number(count)))
    events = [(str(kind), str(status), _number(count)) for kind, status, count, _, _ in rows("events")]
    days = [(str(first), str(last)) for _, _, _, first, last in rows("events") if first]
    return _made(
        nodes,
        {str(kind): _number(count) for kind, count in rows("relationships")},
        events,
        {str(source or ""): _number(count) for source, count in rows("sources")},
        (min((date.fromisoformat(first) for first, _ in days), default=None),
         max((date.fromisoformat(last) for _, last in days), default=None)),
    )  # fmt: skip


def _read(elements: Iterable[Element]) -> Statistics:
    nodes: Counter[tuple[str, ...]] = Counter()
    types: Counter[str] = Counter()
    events: Counter[tuple[str, str]] = Counter()
    sources: Counter[str] = Counter()
    first: date | None = None
    last: date | None = None
    for element in elements:
        if not isinstance(element, Node):
            types[element.type] += 1
            continue
        nodes[element.labels] += 1
        if "Document" in element.labels:
            sources[str(element.properties.get("source", ""))] += 1
        if "Event" in element.labels:
            events[str(element.properties["type"]), str(element.properties["status"])] += 1
            start, end = element.properties.get("start"), element.properties.get("end")
            if isinstance(start, date):
                first = min(first or start, start)
            if isinstance(end, date):
                last = max(last or end, end)
    return _made(
        [(list(labels), count) for labels, count in nodes.items()],
        types,
        [(kind, status, count) for (kind, status), count in events.items()],
        sources,
        (first, last),
    )


def _made(
    nodes: list[tuple[list[str], int]],
    types: dict[str, int],
    events: list[tuple[str, str, int]],
    sources: dict[str, int],
    days: tuple[date | None, date | None],
) -> Statistics:
    labels: Counter[str] = Counter()
    for names, count in nodes:
        for name in names:
            labels[name] += count
    by_label: dict[str, dict[str, int]] = {}
    for kind, status, count in sorted(events):
        by_label.setdefault(kind, {})[status] = count
    return Statistics(
        nodes=sum(count for _, count in nodes),
        relationships=sum(types.values()),
        labels=dict(sorted(labels.items())),
        types=dict(sorted(types.items())),
        events=by_label,
        sources=dict(sorted(sources.items(), key=lambda item: (-item[1], item[0]))),
        first=days[0],
        last=days[1],
    )


def _number(value: Plain) -> int:
    return value if isinstance(value, int) else 0

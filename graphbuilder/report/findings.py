"""What a reader should know first: a few sentences, each resting on events. Numbers are the analyses'; the words are ours."""

from calendar import month_name
from collections import Counter
from collections.abc import Mapping

from graphbuilder.analysis.measures.camps import Blocs, count_by
from graphbuilder.analysis.measures.shares import find_change
from graphbuilder.analysis.naming import is_named
from graphbuilder.analysis.participations import Participations
from graphbuilder.analysis.selection import Selection, select
from graphbuilder.analysis.view import MEETING_LABELS
from graphbuilder.records.base import Record
from graphbuilder.report.networks import Picture
from graphbuilder.report.span import Span


class Finding(Record, frozen=True):
    """A card: what it is about, the answer, a sentence of explanation, and the events it rests on."""

    about: str
    answer: str
    text: str
    events: tuple[str, ...]


def find(
    participations: Participations,
    *,
    people: Picture,
    scores: Mapping[str, tuple[float, float]],
    blocs: Blocs,
    span: Span,
    unmet: tuple[tuple[str, str | None], ...],
) -> tuple[Finding, ...]:
    """Return the cards that the graph gives cause for, in the order they are shown."""
    happened = select(participations, Selection())
    cards = [
        *_broker(happened, scores),
        *_pair(happened, people),
        *_traveller(happened),
        *_break(blocs, participations, span),
        *_conflict(happened, span),
        *_called_off(participations, unmet),
    ]
    return tuple(cards)


def _broker(happened: Participations, scores: Mapping[str, tuple[float, float]]) -> list[Finding]:
    first = max(scores, key=lambda key: (scores[key][0], key), default=None)
    if first is None or not scores[first][0]:
        return []
    events = tuple(sorted({part.event for part in happened.parts if part.entity == first}))
    text = f"Most shortest paths between two others run through here (betweenness {scores[first][0]:.2f}); {len(events)} events."
    return [Finding(about="Connects the others", answer=happened.name_of(first), text=text, events=events)]


def _pair(happened: Participations, people: Picture) -> list[Finding]:
    # "the two had met before" without a day may be a meeting that is already counted
    met = {key for key, event in happened.events.items() if event.label in MEETING_LABELS and event.first}
    shared = [(tuple(event for event in tie.events if event in met), tie) for tie in people.ties]
    events, tie = max(shared, key=lambda item: (len(item[0]), -item[1].one, -item[1].other), default=((), None))
    if tie is None or not events:
        return []
    names = " and ".join(sorted(happened.name_of(people.dots[end].entity) for end in (tie.one, tie.other)))
    days = sorted(day.isoformat() for event in events if (day := happened.events[event].last))
    text = f"{_count(len(events), 'meeting')}{f', the last on {days[-1]}' if days else ''}."
    return [Finding(about="Met most often", answer=names, text=text, events=events)]


def _traveller(happened: Participations) -> list[Finding]:
    trips: dict[str, set[str]] = {}
    for part in happened.parts:
        if happened.events[part.event].label == "Trip" and part.role == "traveller":
            trips.setdefault(part.entity, set()).add(part.event)
    trips = {key: events for key, events in trips.items() if is_named(happened.name_of(key))}
    if not trips:
        return []
    first = max(trips, key=lambda key: (len(trips[key]), key))
    places = {place for event in trips[first] for place in happened.events[event].destinations}
    text = f"{_count(len(trips[first]), 'trip')} to {_count(len(places), 'place')}."
    return [
        Finding(about="Travelled most", answer=happened.name_of(first), text=text, events=tuple(sorted(trips[first])))
    ]


def _break(blocs: Blocs, participations: Participations, span: Span) -> list[Finding]:
    buckets = {event: bucket for event, _ in blocs.contacts if (bucket := span.bucket(participations.events[event]))}
    change = find_change(count_by(blocs.contacts, buckets, span.buckets))
    if change is None or not change.beyond_chance or len(blocs.members) < 2:
        return []
    begin = span.buckets[change.place]
    way = "fell" if change.after < change.before else "rose"
    text = f"The share of contacts that cross the blocs {way} from {change.before:.0%} to {change.after:.0%}."
    events = tuple(event for event, across in blocs.contacts if across and event in buckets)
    return [Finding(about="Turn in the contacts", answer=f"From {spell(begin)} on", text=text, events=events)]


def _conflict(happened: Participations, span: Span) -> list[Finding]:
    found: dict[str, list[str]] = {}
    for key, event in happened.events.items():
        if "conflict" in (event.quad or "") and (bucket := span.bucket(event)):
            found.setdefault(bucket, []).append(key)
    if not found:
        return []
    worst = max(sorted(found), key=lambda bucket: len(found[bucket]))
    kinds = Counter(happened.events[key].label for key in found[worst])
    said = ", ".join(
        f"{label} {count}" for label, count in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))[:3]
    )
    text = f"{_count(len(found[worst]), 'event')} of conflict: {said}."
    return [Finding(about="Most conflict", answer=spell(worst), text=text, events=tuple(found[worst]))]


def _called_off(participations: Participations, unmet: tuple[tuple[str, str | None], ...]) -> list[Finding]:
    off = [(key, later) for key, later in unmet if participations.events[key].status == "cancelled"]
    if not off:
        return []
    held = sum(later is not None for _, later in off)
    text = (
        f"{held} of them took place later, between the same people."
        if held
        else "None is known to have been held later."
    )
    return [
        Finding(
            about="Did not take place",
            answer=f"{_count(len(off), 'meeting')} called off",
            text=text,
            events=tuple(key for key, _ in off),
        )
    ]


def spell(bucket: str) -> str:
    """Return a bucket as people write it: "2031-06" as "June 2031"."""
    year, _, rest = bucket.partition("-")
    month, _, day = rest.partition("-")
    return " ".join(part for part in (day.lstrip("0"), month_name[int(month)] if month else "", year) if part)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"

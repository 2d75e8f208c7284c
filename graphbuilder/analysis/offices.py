"""Who is told to hold one office at the same time. Reads offices and their days; takes nobody's side."""

from datetime import date
from itertools import combinations

from graphbuilder.analysis.participations import Office, Participations
from graphbuilder.records.base import Record
from graphbuilder.records.offices import is_single


class Rivals(Record, frozen=True, order=True):
    """Two people who hold one office from `first` to `last`, by name and id; `of` is the name of what the office is of."""

    title: str
    of: str
    first: date
    last: date
    holder: str
    other: str
    holder_id: str
    other_id: str


def rival_holders(chosen: Participations) -> list[Rivals]:
    """Return the pairs of people in one office at one time, by office and day.

    Only offices that one person holds at a time count. Where no first or last day is told, the days of the reports that say so
    count. Who is called former counts only with a told first and last day. A day, month or year in which one leaves and the
    other follows is a handing over.
    """
    held: dict[tuple[str, tuple[str, ...]], list[tuple[str, Office]]] = {}
    for person, offices in chosen.offices.items():
        for office in offices:
            if office.of and is_single(office.kind) and (not office.former or (office.begun and office.ended)):
                held.setdefault((office.kind, office.of), []).append((person, office))
    found = []
    for (_, of), spells in held.items():
        for (person, ours), (other, theirs) in combinations(spells, 2):
            days = _together(ours, theirs)
            if person != other and days:
                one, two = sorted((person, other), key=lambda key: (chosen.name_of(key), key))
                body = ", ".join(chosen.name_of(key) for key in of)
                names = chosen.name_of(one), chosen.name_of(two)
                found.append(Rivals(ours.title, body, *days, *names, one, two))
    return sorted(found)


def _together(ours: Office, theirs: Office) -> tuple[date, date] | None:
    if ours.since is None or theirs.since is None:
        return None
    earlier, later = sorted((ours, theirs), key=lambda office: str(office.since))
    first = max(ours.since, theirs.since)
    last = min(ours.until or ours.since, theirs.until or theirs.since)
    if last < first or ((earlier.ended or later.begun) and _hands_over(first, last)):
        return None
    return first, last


def _hands_over(first: date, last: date) -> bool:
    """Return whether these days are one day, one whole month or one whole year: "succeeded him in April 2016"."""
    month = first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day >= 28
    year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year
    return first == last or month or year

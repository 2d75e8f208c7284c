"""Ranges and open ends: "from Monday to Wednesday", "between March and June", "since 2014", "until Friday", "by May 1".

Joins atoms that `times` found; knows prepositions only, resolves nothing by itself.
"""

import re
from typing import Final, Literal

from graphbuilder.nlp.when.calendar import Period, between
from graphbuilder.nlp.when.rules import Scene

Lead = Literal["since", "until", "by", "before", "after"]

_TO: Final = re.compile(
    r"\s*(?:to|through|thru|until|till|up\s+to|–|—|-|and\s+(?:ending|ends)\s+(?:on\s+)?)\s*(?:the\s+)?$"
)
_AND: Final = re.compile(r"\s*and\s*$")
_FROM: Final = re.compile(r"\b(from|between)\s+(?:the\s+)?(?:about\s+)?$", re.IGNORECASE)
_LEAD: Final = re.compile(
    r"\b(since|until|till|by|before|after|through)\s+(?:at\s+least\s+)?(?:the\s+)?$", re.IGNORECASE
)
_LEADS: Final[dict[str, Lead]] = {
    "since": "since", "until": "until", "till": "until", "through": "until", "by": "by", "before": "before", "after": "after",
}  # fmt: skip
_MOVED: Final = re.compile(
    r"\b(?:postpone|move|delay|reschedul|push|shift|brought?|bring|advance|chang)\w*\W+(?:\w+\W+){0,6}?from\s+$",
    re.IGNORECASE,
)


def joins(text: str, sentence_start: int, first: tuple[int, int], second: tuple[int, int]) -> int | None:
    """Return where a range of two atoms begins ("from", "between" or the first atom); None where they are no range.

    "between March and June" needs its "between"; "moved from Monday to Wednesday" names two dates, not a range.
    """
    gap = text[first[1] : second[0]]
    before = text[sentence_start : first[0]]
    opening = _FROM.search(before)
    if opening and opening[1].lower() == "between":
        return sentence_start + opening.start() if _AND.fullmatch(gap) else None
    if not _TO.fullmatch(gap) or _MOVED.search(before):
        return None
    return sentence_start + opening.start() if opening else first[0]


def lead_of(text: str, sentence_start: int, start: int) -> tuple[Lead, int] | None:
    """Return the preposition right before an atom and where it begins."""
    found = _LEAD.search(text, sentence_start, start)
    return (_LEADS[found[1].lower()], found.start()) if found else None


def ranged(first: Period, last: Period) -> Period | None:
    """Return the interval of two periods; None where they do not follow each other."""
    if first.start is None or last.end is None:
        return between(first, last)
    return between(first, last) if first.start <= last.end else None


def opened(lead: Lead, period: Period, scene: Scene, *, at_end: bool) -> Period | None:
    """Return `period` as its preposition bends it; None where the plain period says it best.

    "since Monday" runs to the day of publication, "until Friday" and "by Friday" from that day where Friday is ahead.
    "before Friday" and "after Friday" keep the day and say the relation. `at_end` says that the end of the period was
    named: "by the end of the year" is due on its last day.
    """
    if period.kind not in {"DATE", "TIME"} or period.relation is not None or "/" in period.value:
        return None
    if lead in {"before", "after"}:
        return period._replace(relation="before" if lead == "before" else "after")
    today = scene.published
    if period.start is None or period.end is None or today is None:
        return None
    if lead == "since":
        return period._replace(value=f"{period.value}/..", end=today) if period.start <= today else None
    if period.end < today:
        return None
    value = period.end.isoformat() if at_end else period.value
    return period._replace(value=f"../{value}", start=min(today, period.start))

"""What speaks for two profiles being one person: each a score from 0 to 1, 0 where nothing is known, and a sentence."""

from math import exp2, log10

from graphbuilder.resolve.conflicts import shared_offices
from graphbuilder.resolve.deeds import SAID_BY_ALL
from graphbuilder.resolve.profiles import Profile

SERVICE = frozenset({"politics", "army", "police", "bench", "law"})
"""Walks of life whose offices of one country are steps of one career: a foreign minister becomes prime minister."""

ONE_OFFICE_DAYS = 1500
"""So far apart, one surname in one office can be two people: "President Bush" in 1990 and in 2003."""
TIMES = ((10, 1.0), (90, 0.7), (365, 0.5))
LONG_AFTER = 0.3
"""How much it tells that two reports are at most so many days apart, and else."""
FOLLOWED_DAYS = 7
MANY = 12
"""Of more countries or topics than this, in all reports of somebody together, one in common is chance."""
MANY_NAMES = 500
"""The same for names beside it; in ten times as many each one in common weighs half."""


def position(left: Profile, right: Profile) -> float:
    """Return 1 where both hold one office of one country or body, less where many years lie between."""
    if not shared_offices(left, right):
        return 0.0
    return 1.0 if (gap_days(left, right) or 0) <= ONE_OFFICE_DAYS else 0.4


def position_words(left: Profile, right: Profile) -> str:
    """Return the office, or that there is none."""
    shared = shared_offices(left, right)
    return f"same position ({shared[0].kind} of {shared[0].of})" if shared else "no position in common"


def service(left: Profile, right: Profile) -> float:
    """Return 1 where both hold offices of one country that are steps of one career."""
    return float(bool(left.homes & right.homes and left.careers() & SERVICE and right.careers() & SERVICE))


def company(left: Profile, right: Profile) -> float:
    """Return how much the names that stand beside both tell: half for one, more for each other."""
    count = len(left.company & right.company)
    chance = log10(max(MANY_NAMES, len(left.company), len(right.company)) / MANY_NAMES)
    return round(1.0 - exp2(-count / (1.0 + chance)), 4)


def company_words(left: Profile, right: Profile) -> str:
    """Return how many names stand beside both, and the first of them."""
    shared = sorted(left.company & right.company)
    shown = ", ".join(shared[:3]) + (" ..." if len(shared) > 3 else "")
    return f"{len(shared)} names in common beside it" + (f" ({shown})" if shared else "")


def _open_kinds(left: Profile, right: Profile) -> list[str]:
    """Return the kinds of office that both hold, where one report does not say of what: "Chancellor Weber"."""
    ours, theirs = ({(fact.kind, fact.of) for fact in side.positions} for side in (left, right))
    return sorted({k for k, of in ours for o, other in theirs if k == o and (of is None or other is None)})


def title(left: Profile, right: Profile) -> float:
    """Return 1 where both bear one title, and one report does not say of what."""
    return float(bool(_open_kinds(left, right)))


def title_words(left: Profile, right: Profile) -> str:
    """Return that title."""
    kinds = _open_kinds(left, right)
    return f"same title ({kinds[0]}), once without saying of what" if kinds else "no such title in common"


def deeds(left: Profile, right: Profile) -> float:
    """Return 1 where both take part in one event: kind, day, and a place or partner agree."""
    return float(not left.deeds.isdisjoint(right.deeds))


def _homes_told(left: Profile, right: Profile) -> set[str]:
    beside = left.company & right.company
    ours, theirs = left.homes & right.countries, right.homes & left.countries
    return {c for c in ours if right.tells_of(c, beside)} | {c for c in theirs if left.tells_of(c, beside)}


def home(left: Profile, right: Profile) -> float:
    """Return 1 where one report names the country that the other says somebody holds an office of.

    "Danish Foreign Minister Karen Holm met Kenyan officials", "Karen Holm flew home to Copenhagen". Where both name but the same
    town of it, the names beside have told that already.
    """
    return float(bool(_homes_told(left, right)))


def home_words(left: Profile, right: Profile) -> str:
    """Return the countries of an office that both reports name."""
    both = sorted(_homes_told(left, right))
    return (
        f"the country of the office is named in both ({', '.join(both)})" if both else "no country of an office in both"
    )


def state(left: Profile, right: Profile) -> float:
    """Return 1 where one holds an office of state and the other deals with states, wherever: ministers meet abroad."""
    return float(
        any(a.deals and not a.careers() and "politics" in b.careers() for a, b in ((left, right), (right, left)))
    )


def acts(left: Profile, right: Profile) -> float:
    """Return 1 where both take part in events of one kind, in surroundings that can be one; everybody says something."""
    return float(bool(left.acts & right.acts - SAID_BY_ALL) and not _apart(left, right))


def _overlap(left: set[str], right: set[str]) -> float:
    if not left or not right:
        return 0.0
    share = len(left & right) / min(len(left), len(right))
    return share * min(1.0, MANY / max(len(left), len(right)))


def countries(left: Profile, right: Profile) -> float:
    """Return how much the countries that both reports name tell, but for those that only a town beside both tells of."""
    beside = left.company & right.company
    both = left.countries & right.countries
    count = sum(left.tells_of(country, beside) and right.tells_of(country, beside) for country in both)
    return _overlap(left.countries, right.countries) * count / (count + 1)


def topics(left: Profile, right: Profile) -> float:
    """Return how many of the topics of the report that has fewer both are about."""
    return _overlap(left.topics, right.topics)


def career(left: Profile, right: Profile) -> float:
    """Return 1 where both are of one walk of life."""
    return float(bool(left.careers() & right.careers()))


def known_same(left: Profile, right: Profile) -> float:
    """Return 1 where imported knowledge has both as one person."""
    return float(bool(left.known & right.known))


def _apart(left: Profile, right: Profile) -> bool:
    """Return whether the surroundings share no name, country or topic; who is told of without any shares none either.

    A minister meets ministers of other countries from one day to the next: that is no other surroundings.
    """
    return (
        not state(left, right)
        and left.company.isdisjoint(right.company)
        and left.countries.isdisjoint(right.countries)
        and left.topics.isdisjoint(right.topics)
    )


def gap_days(left: Profile, right: Profile) -> int | None:
    """Return how many days lie between the two spans of reports; None where a date is missing."""
    if left.first is None or right.first is None or left.last is None or right.last is None:
        return None
    return max(0, (right.first - left.last).days, (left.first - right.last).days)


def near_in_time(left: Profile, right: Profile) -> float:
    """Return how much it tells that the reports are near in time; nothing in other surroundings."""
    gap = gap_days(left, right)
    if gap is None or _apart(left, right):
        return 0.0
    return next((score for days, score in TIMES if gap <= days), LONG_AFTER)


def time_words(left: Profile, right: Profile) -> str:
    """Return how many days lie between."""
    gap = gap_days(left, right)
    if gap is None:
        return "a date is missing"
    return f"reports {gap} days apart" + (", in other surroundings" if _apart(left, right) else "")


def outlet(left: Profile, right: Profile) -> float:
    """Return 1 where one outlet follows a story within days; in other surroundings it is another story."""
    gap = gap_days(left, right)
    near = gap is not None and gap <= FOLLOWED_DAYS and not _apart(left, right)
    return float(near and bool(left.sources & right.sources))

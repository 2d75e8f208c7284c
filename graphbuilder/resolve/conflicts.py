"""What speaks against two profiles being one person: each a score from 0 to 1, 0 where nothing is known, and a sentence."""

from graphbuilder.records.annotation import Generation
from graphbuilder.records.resolution import PositionFact
from graphbuilder.resolve.careers import careers_apart
from graphbuilder.resolve.names import GENERATION_SUFFIXES
from graphbuilder.resolve.profiles import Profile

ONE_SIDED = 0.3
"""Only one report says that there are father and son of the name: the other may tell of either."""
OTHER_BODY = 0.7
MAYBE_OF_IT = 0.3
"""An office of a country and one of a body: the foreign minister may lead a party of the country."""


def shared_offices(left: Profile, right: Profile) -> list[PositionFact]:
    """Return the offices of one body or country that both hold."""
    if left.positions.isdisjoint(right.positions):
        return []
    return sorted((f for f in left.positions & right.positions if f.of), key=lambda fact: (fact.kind, fact.of or ""))


def other_offices(left: Profile, right: Profile) -> float:
    """Return how much offices of other countries or bodies speak against: most of one kind, or of two countries."""
    ours = {fact.of for fact in left.positions if fact.of}
    theirs = {fact.of for fact in right.positions if fact.of}
    if left.homes and right.homes and not left.homes & right.homes and not shared_offices(left, right):
        return 1.0
    if not ours or not theirs or ours & theirs:
        return 0.0
    kinds = {fact.kind for fact in left.positions if fact.of} & {fact.kind for fact in right.positions if fact.of}
    if kinds:
        return 1.0
    served = "politics" in left.careers() and "politics" in right.careers()
    near = bool(left.homes & right.countries or right.homes & left.countries)
    return MAYBE_OF_IT if served and near else OTHER_BODY


def other_life(left: Profile, right: Profile) -> float:
    """Return how much walks of life speak against: a minister and a striker."""
    return careers_apart(left.careers(), right.careers())


def other_life_words(left: Profile, right: Profile) -> str:
    """Return the walks of life of both."""
    if not other_life(left, right):
        return "walks of life that one person can be of, or not known"
    return f"of {' and '.join(sorted(left.careers()))} here, of {' and '.join(sorted(right.careers()))} there"


def other_generation(left: Profile, right: Profile) -> float:
    """Return 1 where one is told to be the elder of a name and one the younger, less where only one is told to be either."""
    ours, theirs = _generations(left), _generations(right)
    if ours and theirs:
        return float(not ours & theirs)
    return ONE_SIDED if ours or theirs else 0.0


def _generations(profile: Profile) -> set[Generation]:
    """Return what is told beside the name; "Jr." and "Sr." in it are compared as names."""
    return set() if GENERATION_SUFFIXES.intersection(profile.tokens) else profile.generations


def other_gender(left: Profile, right: Profile, *, whole: bool) -> float:
    """Return 1 for he and she; two of one whole name in one office are not that, one report's pronoun was misread."""
    if whole and shared_offices(left, right):
        return 0.0
    return float(bool(left.genders) and bool(right.genders) and not left.genders & right.genders)


def elsewhere(left: Profile, right: Profile) -> float:
    """Return 1 where both were in other countries on one day, and no office tells that it is one who travels."""
    if not left.seen or not right.seen or shared_offices(left, right):
        return 0.0
    ours, theirs = _by_day(left), _by_day(right)
    return float(any(not ours[day] & theirs[day] for day in ours.keys() & theirs.keys()))


def elsewhere_words(left: Profile, right: Profile) -> str:
    """Return the first day on which both were elsewhere."""
    ours, theirs = _by_day(left), _by_day(right)
    days = sorted(day for day in ours.keys() & theirs.keys() if not ours[day] & theirs[day])
    return f"in other countries on {days[0]}" if days and elsewhere(left, right) else "nowhere else on one day"


def _by_day(profile: Profile) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entry in profile.seen:
        day, _, country = entry.partition(" ")
        found.setdefault(day, set()).add(country)
    return found


def one_report(left: Profile, right: Profile) -> float:
    """Return 1 where one report tells of both as two: "his son, Anton Gehrer, ..."."""
    return float(not left.documents.isdisjoint(right.documents))


def known_apart(left: Profile, right: Profile) -> float:
    """Return 1 where imported knowledge has them as two people."""
    return float(bool(left.known) and bool(right.known) and not left.known & right.known)

"""Evidence that two sets of mentions are one person: a table of named features, each from 0 to 1, each with a sentence.

A name is necessary and never enough: what joins is the evidence beside it, more for a short name or one that many bear (`needed`),
less what speaks against (`judge`). Pure functions.
"""

from collections.abc import Callable
from math import log10
from typing import NamedTuple

from graphbuilder.resolve import conflicts
from graphbuilder.resolve.deeds import SAID_BY_ALL
from graphbuilder.resolve.names import NameRelation, relate_names
from graphbuilder.resolve.profiles import Profile
from graphbuilder.resolve.rarity import rarity

NAME_SCORES = {
    NameRelation.DIFFERENT: 0.0, NameRelation.SURNAME: 0.4, NameRelation.INITIAL: 0.6, NameRelation.PARTIAL: 0.8,
    NameRelation.MIDDLE: 0.9, NameRelation.EQUAL: 1.0,
}  # fmt: skip
NAME_WORDS = {
    NameRelation.DIFFERENT: "the names differ", NameRelation.SURNAME: "only a last name agrees",
    NameRelation.INITIAL: "last name and initial agree", NameRelation.PARTIAL: "one name is the end of the other",
    NameRelation.MIDDLE: "first and last name agree", NameRelation.EQUAL: "same full name",
}  # fmt: skip
NEEDED = {
    NameRelation.SURNAME: (0.38, 0.45), NameRelation.INITIAL: (0.45, 0.45), NameRelation.PARTIAL: (0.3, 0.3),
    NameRelation.MIDDLE: (0.25, 0.6), NameRelation.EQUAL: (0.25, 0.6),
}  # fmt: skip
"""How much evidence beside it each kind of name needs, a rare one and one that many bear; what is between lies between."""

WHOLE = frozenset({NameRelation.EQUAL, NameRelation.MIDDLE})
"""Names for which weak evidence counts; "Weber" in a report on the same country is not yet the Weber we know."""

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


def relation_of(left: Profile, right: Profile) -> NameRelation:
    """Return how the names relate; one word alone is a last name only, even where both use the same."""
    relation = relate_names(left.tokens, right.tokens)
    if relation is NameRelation.EQUAL and len(left.tokens) == 1:
        return NameRelation.SURNAME
    return relation


def needed(left: Profile, right: Profile, relation: NameRelation) -> float:
    """Return how much evidence beside their names two profiles need."""
    rare, common = NEEDED[relation]
    return round(common - rarity(min(left.tokens, right.tokens, key=lambda tokens: (len(tokens), tokens))) * (common - rare), 4)


Score = Callable[[Profile, Profile], float]
Sentence = Callable[[Profile, Profile], str]


class Feature(NamedTuple):
    """A feature: how much it weighs, its score from 0 to 1, and a sentence about two profiles.

    `kind` is "name", "strong" or "weak" (which count for), or "against".
    """

    name: str
    kind: str
    weight: float
    score: Score
    sentence: Sentence


def _name(left: Profile, right: Profile) -> float:
    return NAME_SCORES[relation_of(left, right)]


def _name_words(left: Profile, right: Profile) -> str:
    return NAME_WORDS[relation_of(left, right)]


def _position(left: Profile, right: Profile) -> float:
    if not conflicts.shared_offices(left, right):
        return 0.0
    return 1.0 if (gap_days(left, right) or 0) <= ONE_OFFICE_DAYS else 0.4


def _position_words(left: Profile, right: Profile) -> str:
    shared = conflicts.shared_offices(left, right)
    return f"same position ({shared[0].kind} of {shared[0].of})" if shared else "no position in common"


def _service(left: Profile, right: Profile) -> float:
    return float(bool(left.homes & right.homes and left.careers() & SERVICE and right.careers() & SERVICE))


def _company(left: Profile, right: Profile) -> float:
    count = len(left.company & right.company)
    chance = log10(max(MANY_NAMES, len(left.company), len(right.company)) / MANY_NAMES)
    return round(1.0 - 0.5 ** (count / (1.0 + chance)), 4)


def _company_words(left: Profile, right: Profile) -> str:
    shared = sorted(left.company & right.company)
    shown = ", ".join(shared[:3]) + (" ..." if len(shared) > 3 else "")
    return f"{len(shared)} names in common beside it" + (f" ({shown})" if shared else "")


def _open_kinds(left: Profile, right: Profile) -> list[str]:
    """Return the kinds of office that both hold, where one report does not say of what: "Chancellor Weber"."""
    ours, theirs = ({(fact.kind, fact.of) for fact in side.positions} for side in (left, right))
    return sorted({k for k, of in ours for o, other in theirs if k == o and (of is None or other is None)})


def _title(left: Profile, right: Profile) -> float:
    return float(bool(_open_kinds(left, right)))


def _title_words(left: Profile, right: Profile) -> str:
    kinds = _open_kinds(left, right)
    return f"same title ({kinds[0]}), once without saying of what" if kinds else "no such title in common"


def _deeds(left: Profile, right: Profile) -> float:
    return float(not left.deeds.isdisjoint(right.deeds))


def _home(left: Profile, right: Profile) -> float:
    """Return 1 where one report names the country that the other says somebody holds an office of.

    "Danish Foreign Minister Karen Holm met Kenyan officials", "Karen Holm flew home to Copenhagen".
    """
    return float(bool(left.homes & right.countries or right.homes & left.countries))


def _home_words(left: Profile, right: Profile) -> str:
    both = sorted(left.homes & right.countries | right.homes & left.countries)
    return (
        f"the country of the office is named in both ({', '.join(both)})" if both else "no country of an office in both"
    )


def _acts(left: Profile, right: Profile) -> float:
    """Return 1 where both take part in events of one kind, in surroundings that can be one; everybody says something."""
    return float(bool(left.acts & right.acts - SAID_BY_ALL) and not _apart(left, right))


def _overlap(left: set[str], right: set[str]) -> float:
    if not left or not right:
        return 0.0
    share = len(left & right) / min(len(left), len(right))
    return share * min(1.0, MANY / max(len(left), len(right)))


def _countries(left: Profile, right: Profile) -> float:
    count = len(left.countries & right.countries)
    return _overlap(left.countries, right.countries) * count / (count + 1)


def _topics(left: Profile, right: Profile) -> float:
    return _overlap(left.topics, right.topics)


def _career(left: Profile, right: Profile) -> float:
    return float(bool(left.careers() & right.careers()))


def _known_same(left: Profile, right: Profile) -> float:
    return float(bool(left.known & right.known))


def _apart(left: Profile, right: Profile) -> bool:
    """Return whether the surroundings share no name, country or topic; who is told of without any shares none either."""
    return (
        left.company.isdisjoint(right.company)
        and left.countries.isdisjoint(right.countries)
        and left.topics.isdisjoint(right.topics)
    )


def gap_days(left: Profile, right: Profile) -> int | None:
    """Return how many days lie between the two spans of reports; None where a date is missing."""
    if left.first is None or right.first is None or left.last is None or right.last is None:
        return None
    return max(0, (right.first - left.last).days, (left.first - right.last).days)


def _time(left: Profile, right: Profile) -> float:
    gap = gap_days(left, right)
    if gap is None or _apart(left, right):
        return 0.0
    return next((score for days, score in TIMES if gap <= days), LONG_AFTER)


def _time_words(left: Profile, right: Profile) -> str:
    gap = gap_days(left, right)
    if gap is None:
        return "a date is missing"
    return f"reports {gap} days apart" + (", in other surroundings" if _apart(left, right) else "")


def _outlet(left: Profile, right: Profile) -> float:
    """Return 1 where one outlet follows a story within days; in other surroundings it is another story."""
    gap = gap_days(left, right)
    near = gap is not None and gap <= FOLLOWED_DAYS and not _apart(left, right)
    return float(near and bool(left.sources & right.sources))


def _gender(left: Profile, right: Profile) -> float:
    return conflicts.other_gender(left, right, whole=relation_of(left, right) in WHOLE)


def _one_report(left: Profile, right: Profile) -> float:
    return conflicts.one_report(left, right) if relation_of(left, right) in WHOLE else 0.0


def _shared(what: str, pick: Callable[[Profile], set[str]]) -> Sentence:
    def sentence(left: Profile, right: Profile) -> str:
        both = sorted(pick(left) & pick(right))
        return f"{what} in common: {', '.join(both[:4])}" if both else f"no {what} in common"

    return sentence


def _said(score: Score, words: str, otherwise: str = "nothing against it") -> Sentence:
    return lambda left, right: words if score(left, right) else otherwise


FEATURES: tuple[Feature, ...] = (
    Feature("name", "name", 1.0, _name, _name_words),
    Feature("known", "strong", 0.99, _known_same, _shared("known people", lambda p: p.known)),
    Feature("position", "strong", 0.9, _position, _position_words),
    Feature("company", "strong", 0.7, _company, _company_words),
    Feature("same event", "strong", 0.6, _deeds, _shared("events", lambda p: p.deeds)),
    Feature("service", "strong", 0.5, _service, _said(_service, "offices of one country", "no offices of one country")),
    Feature("title", "strong", 0.3, _title, _title_words),
    Feature("home", "weak", 0.3, _home, _home_words),
    Feature("countries", "weak", 0.4, _countries, _shared("countries", lambda p: p.countries)),
    Feature("career", "weak", 0.2, _career, _shared("walks of life", lambda p: {*p.careers()})),
    Feature("topics", "weak", 0.15, _topics, _shared("topics", lambda p: p.topics)),
    Feature("time", "weak", 0.15, _time, _time_words),
    Feature("outlet", "weak", 0.15, _outlet, _said(_outlet, "one outlet within days", "no outlet that follows a story")),
    Feature("acts", "weak", 0.08, _acts, _shared("kinds of events", lambda p: p.acts - SAID_BY_ALL)),
    Feature("other life", "against", 0.95, conflicts.other_life, conflicts.other_life_words),
    Feature("other positions", "against", 0.9, conflicts.other_offices, _said(conflicts.other_offices, "positions of different countries or bodies")),
    Feature("other generation", "against", 1.0, conflicts.other_generation, _said(conflicts.other_generation, "father and son of one name are told of")),
    Feature("elsewhere", "against", 0.6, conflicts.elsewhere, conflicts.elsewhere_words),
    Feature("one report", "against", 1.0, _one_report, _said(_one_report, "one report tells of both as two")),
    Feature("other gender", "against", 1.0, _gender, _said(_gender, "he and she")),
    Feature("known apart", "against", 1.0, conflicts.known_apart, _said(conflicts.known_apart, "imported knowledge has them as two people")),
)  # fmt: skip
"""What speaks for and against two profiles being one person. Add a row to teach another kind of evidence."""


_AGAINST = next(place for place, feature in enumerate(FEATURES) if feature.kind == "against")
"""Where the features against begin; they stand last."""


class Verdict(NamedTuple):
    """What `judge` found: the features' scores in order, their sum from 0 to 1, and whether that joins."""

    scores: tuple[float, ...]
    score: float
    joined: bool
    relation: NameRelation


def judge(left: Profile, right: Profile) -> Verdict:
    """Return whether two profiles are one person.

    Features of one kind add up as independent witnesses (noisy or). Weak ones count for whole names only, and not against
    something that speaks against; the name multiplies all.
    """
    relation = relation_of(left, right)
    scores = tuple(feature.score(left, right) for feature in FEATURES)
    doubt, against = 1.0, 0.0
    hostile = any(scores[_AGAINST:])
    for feature, score in zip(FEATURES, scores, strict=True):
        if feature.kind == "against":
            against = max(against, feature.weight * score)
        elif feature.kind == "strong" or (feature.kind == "weak" and relation in WHOLE and not hostile):
            doubt *= 1.0 - feature.weight * score
    evidence = (1.0 - doubt) * (1.0 - against)
    same_known = bool(left.known & right.known) and relation is NameRelation.DIFFERENT
    name = NAME_SCORES[relation] if not same_known else NAME_SCORES[NameRelation.SURNAME]
    joined = same_known or (relation is not NameRelation.DIFFERENT and evidence >= needed(left, right, relation))
    joined = joined and against < 1.0
    return Verdict(scores, round(name * evidence, 4), joined, relation)


def reason(left: Profile, right: Profile, verdict: Verdict) -> str:
    """Return the sentences of the name and of all that counted for one person."""
    scores, relation = verdict.scores, verdict.relation
    kinds = {"name", "strong", "weak"} if relation in WHOLE else {"name", "strong"}
    said = [f.sentence(left, right) for f, score in zip(FEATURES, scores, strict=True) if score and f.kind in kinds]
    return "; ".join(said) or FEATURES[0].sentence(left, right)

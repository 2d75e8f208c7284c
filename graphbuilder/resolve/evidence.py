"""Evidence that two sets of mentions are one person: a table of named features, each from 0 to 1, each with a sentence.

A name is necessary and never enough: what joins is the evidence beside it, less what speaks against (`judge`), and more of
it for a short name or one that many bear (`needed`). Pure functions.
"""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from graphbuilder.records.offices import is_single
from graphbuilder.resolve import agreements, conflicts
from graphbuilder.resolve.deeds import SAID_BY_ALL
from graphbuilder.resolve.names import NameRelation, relate_names
from graphbuilder.resolve.profiles import Profile
from graphbuilder.resolve.rarity import rarity

NAME_SCORES = {
    NameRelation.DIFFERENT: 0.0, NameRelation.SURNAME: 0.4, NameRelation.INITIAL: 0.6, NameRelation.PARTIAL: 0.8,
    NameRelation.SPELLING: 0.7, NameRelation.MIDDLE: 0.9, NameRelation.EQUAL: 1.0,
}  # fmt: skip
NAME_WORDS = {
    NameRelation.DIFFERENT: "the names differ", NameRelation.SURNAME: "only a last name agrees",
    NameRelation.INITIAL: "last name and initial agree", NameRelation.PARTIAL: "one name is the end of the other",
    NameRelation.SPELLING: "last name agrees, given names that are spellings of one",
    NameRelation.MIDDLE: "first and last name agree", NameRelation.EQUAL: "same full name",
}  # fmt: skip
NEEDED = {
    NameRelation.SURNAME: (0.38, 0.45), NameRelation.INITIAL: (0.45, 0.45), NameRelation.PARTIAL: (0.3, 0.3),
    NameRelation.SPELLING: (0.88, 0.88), NameRelation.MIDDLE: (0.23, 0.6), NameRelation.EQUAL: (0.23, 0.6),
}  # fmt: skip
"""How much evidence beside it each kind of name needs, a rare one and one that many bear; what is between lies between.

Another spelling needs an office of one country or body at that time: "Sergei Ivankov" and "Sergey Ivankov", the foreign minister.
"""

OTHER_SPELLING = 0.98
"""The same where no office is shared that one person holds at a time: there are many members of a parliament."""

WHOLE = frozenset({NameRelation.EQUAL, NameRelation.MIDDLE})
"""Names for which weak evidence counts; "Weber" in a report on the same country is not yet the Weber we know."""


def relation_of(left: Profile, right: Profile) -> NameRelation:
    """Return how the names relate; one word alone is a last name only, even where both use the same."""
    relation = relate_names(left.tokens, right.tokens)
    if relation is NameRelation.EQUAL and len(left.tokens) == 1:
        return NameRelation.SURNAME
    return relation


def needed(left: Profile, right: Profile, relation: NameRelation) -> float:
    """Return how much evidence beside their names two profiles need."""
    if relation is NameRelation.SPELLING and not any(is_single(f.kind) for f in conflicts.shared_offices(left, right)):
        return OTHER_SPELLING
    rare, common = NEEDED[relation]
    return round(
        common - rarity(min(left.tokens, right.tokens, key=lambda tokens: (len(tokens), tokens))) * (common - rare), 4
    )


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


def _gender(left: Profile, right: Profile) -> float:
    return conflicts.other_gender(left, right, whole=relation_of(left, right) in WHOLE)


def _one_report(left: Profile, right: Profile) -> float:
    whole = relation_of(left, right) in {*WHOLE, NameRelation.SPELLING}
    return conflicts.one_report(left, right) if whole else 0.0


def _shared(what: str, pick: Callable[[Profile], AbstractSet[str]]) -> Sentence:
    def sentence(left: Profile, right: Profile) -> str:
        both = sorted(pick(left) & pick(right))
        return f"{what} in common: {', '.join(both[:4])}" if both else f"no {what} in common"

    return sentence


def _said(score: Score, words: str) -> Sentence:
    return lambda left, right: words if score(left, right) else f"not told: {words}"


OTHER_OFFICES = "positions of different countries or bodies"
FATHER_AND_SON = "father and son of one name"
KNOWN_APART = "imported knowledge has them as two people"


FEATURES: tuple[Feature, ...] = (
    Feature("name", "name", 1.0, _name, _name_words),
    Feature("known", "strong", 0.99, agreements.known_same, _shared("known people", lambda p: p.known)),
    Feature("position", "strong", 0.9, agreements.position, agreements.position_words),
    Feature("company", "strong", 0.7, agreements.company, agreements.company_words),
    Feature("same event", "strong", 0.6, agreements.deeds, _shared("events", lambda p: p.deeds)),
    Feature("service", "strong", 0.5, agreements.service, _said(agreements.service, "offices of one country")),
    Feature("title", "strong", 0.3, agreements.title, agreements.title_words),
    Feature("home", "weak", 0.3, agreements.home, agreements.home_words),
    Feature("countries", "weak", 0.4, agreements.countries, _shared("countries", lambda p: p.countries)),
    Feature("career", "weak", 0.2, agreements.career, _shared("walks of life", lambda p: p.careers())),
    Feature("state", "weak", 0.3, agreements.state, _said(agreements.state, "an office of state, dealings with states")),
    Feature("topics", "weak", 0.15, agreements.topics, _shared("topics", lambda p: p.topics)),
    Feature("time", "weak", 0.15, agreements.near_in_time, agreements.time_words),
    Feature("outlet", "weak", 0.15, agreements.outlet, _said(agreements.outlet, "one outlet within days")),
    Feature("acts", "weak", 0.08, agreements.acts, _shared("kinds of events", lambda p: p.acts - SAID_BY_ALL)),
    Feature("other life", "against", 0.95, conflicts.other_life, conflicts.other_life_words),
    Feature("other positions", "against", 0.9, conflicts.other_offices, _said(conflicts.other_offices, OTHER_OFFICES)),
    Feature("other generation", "against", 1.0, conflicts.other_generation, _said(conflicts.other_generation, FATHER_AND_SON)),
    Feature("elsewhere", "against", 0.6, conflicts.elsewhere, conflicts.elsewhere_words),
    Feature("one report", "against", 1.0, _one_report, _said(_one_report, "one report tells of both as two")),
    Feature("other gender", "against", 1.0, _gender, _said(_gender, "he and she")),
    Feature("known apart", "against", 1.0, conflicts.known_apart, _said(conflicts.known_apart, KNOWN_APART)),
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

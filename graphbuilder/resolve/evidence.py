"""Evidence that two sets of mentions are one person: a table of named features, each from 0 to 1, each with a sentence.

A name is necessary and never enough: what joins is the name times the evidence beside it (`judge`). Pure functions.
"""

from collections.abc import Callable
from typing import NamedTuple

from graphbuilder.records.resolution import PositionFact
from graphbuilder.resolve.names import NameRelation, relate_names
from graphbuilder.resolve.profiles import Profile

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
    NameRelation.EQUAL: 0.1, NameRelation.MIDDLE: 0.12, NameRelation.PARTIAL: 0.3, NameRelation.INITIAL: 0.45,
    NameRelation.SURNAME: 0.45,
}  # fmt: skip
"""How much evidence beside it each kind of name needs; the shorter the name, the more."""

WHOLE = frozenset({NameRelation.EQUAL, NameRelation.MIDDLE})
"""Names for which weak evidence counts; "Weber" in a report on the same country is not yet the Weber we know."""

SAID_BY_ALL = frozenset({"Statement"})
"""Events that tell nothing of who takes part."""

ONE_OFFICE_DAYS = 1500
"""So far apart, one surname in one office can be two people: "President Bush" in 1990 and in 2003."""
TIME_DAYS = 365


def relation_of(left: Profile, right: Profile) -> NameRelation:
    """Return how the names relate; one word alone is a last name only, even where both use the same."""
    relation = relate_names(left.tokens, right.tokens)
    if relation is NameRelation.EQUAL and len(left.tokens) == 1:
        return NameRelation.SURNAME
    return relation


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


def _shared_offices(left: Profile, right: Profile) -> list[PositionFact]:
    return sorted((f for f in left.positions & right.positions if f.of), key=lambda fact: (fact.kind, fact.of or ""))


def _position(left: Profile, right: Profile) -> float:
    if not _shared_offices(left, right):
        return 0.0
    return 1.0 if (gap_days(left, right) or 0) <= ONE_OFFICE_DAYS else 0.4


def _position_words(left: Profile, right: Profile) -> str:
    shared = _shared_offices(left, right)
    return f"same position ({shared[0].kind} of {shared[0].of})" if shared else "no position in common"


def _company(left: Profile, right: Profile) -> float:
    count = len(left.company & right.company)
    return count / (count + 1)


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


def _acts(left: Profile, right: Profile) -> float:
    """Return 1 where both take part in public events, of the same kind where an office is foreign to the other's report.

    "Danish Foreign Minister Karen Holm met ..." and "Karen Holm met ... in Nairobi" are one; "Tom Hale, Ireland's defence
    minister, met ..." and "Tom Hale signed for Perth" need more, and everybody says something.
    """
    if not left.acts or not right.acts:
        return 0.0
    if left.acts & right.acts - SAID_BY_ALL:
        return 1.0
    for one, other in ((left, right), (right, left)):
        owners = {fact.of for fact in one.positions if fact.of}
        if owners and not owners & (other.countries | other.company) and not _title(left, right):
            return 0.0
    return 1.0


def _acts_words(left: Profile, right: Profile) -> str:
    if not _acts(left, right):
        return "not both known to take part in public events"
    return f"both take part in public events ({min(left.acts)}, {min(right.acts)})"


def _overlap(left: set[str], right: set[str]) -> float:
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def _countries(left: Profile, right: Profile) -> float:
    return _overlap(left.countries, right.countries)


def _topics(left: Profile, right: Profile) -> float:
    return _overlap(left.topics, right.topics)


def _known_same(left: Profile, right: Profile) -> float:
    return float(bool(left.known & right.known))


def _apart(left: Profile, right: Profile) -> bool:
    """Return whether the surroundings are known on both sides and share no name, country or topic."""
    ours = left.company | left.countries | left.topics
    theirs = right.company | right.countries | right.topics
    return bool(ours) and bool(theirs) and not ours & theirs


def gap_days(left: Profile, right: Profile) -> int | None:
    """Return how many days lie between the two spans of reports; None where a date is missing."""
    if left.first is None or right.first is None or left.last is None or right.last is None:
        return None
    return max(0, (right.first - left.last).days, (left.first - right.last).days)


def _time(left: Profile, right: Profile) -> float:
    gap = gap_days(left, right)
    if gap is None or _apart(left, right):
        return 0.0
    return 1.0 if gap <= TIME_DAYS else 0.7


def _time_words(left: Profile, right: Profile) -> str:
    gap = gap_days(left, right)
    if gap is None:
        return "a date is missing"
    return f"reports {gap} days apart" + (", in other surroundings" if _apart(left, right) else "")


def _clash(left: Profile, right: Profile) -> float:
    """Return how much positions of entities that differ speak against: a minister and a footballer, most of all two ministers."""
    ours = {fact.of for fact in left.positions if fact.of}
    theirs = {fact.of for fact in right.positions if fact.of}
    if not ours or not theirs or ours & theirs:
        return 0.0
    kinds = {fact.kind for fact in left.positions if fact.of} & {fact.kind for fact in right.positions if fact.of}
    return 1.0 if kinds else 0.7


def _gender(left: Profile, right: Profile) -> float:
    """Return 1 for he and she; two of one whole name in one office are not that, one report's pronoun was misread."""
    if relation_of(left, right) in WHOLE and _shared_offices(left, right):
        return 0.0
    return float(bool(left.genders) and bool(right.genders) and not left.genders & right.genders)


def _known_apart(left: Profile, right: Profile) -> float:
    return float(bool(left.known) and bool(right.known) and not left.known & right.known)


def _shared(what: str, pick: Callable[[Profile], set[str]]) -> Sentence:
    def sentence(left: Profile, right: Profile) -> str:
        both = sorted(pick(left) & pick(right))
        return f"{what} in common: {', '.join(both[:4])}" if both else f"no {what} in common"

    return sentence


def _said(score: Score, words: str) -> Sentence:
    return lambda left, right: words if score(left, right) else "nothing against it"


FEATURES: tuple[Feature, ...] = (
    Feature("name", "name", 1.0, _name, _name_words),
    Feature("known", "strong", 0.99, _known_same, _shared("known people", lambda p: p.known)),
    Feature("position", "strong", 0.9, _position, _position_words),
    Feature("company", "strong", 0.7, _company, _company_words),
    Feature("title", "strong", 0.3, _title, _title_words),
    Feature("acts", "weak", 0.12, _acts, _acts_words),
    Feature("countries", "weak", 0.2, _countries, _shared("countries", lambda p: p.countries)),
    Feature("topics", "weak", 0.15, _topics, _shared("topics", lambda p: p.topics)),
    Feature("time", "weak", 0.15, _time, _time_words),
    Feature("other positions", "against", 0.9, _clash, _said(_clash, "positions of different countries or bodies")),
    Feature("other gender", "against", 1.0, _gender, _said(_gender, "he and she")),
    Feature("known apart", "against", 1.0, _known_apart, _said(_known_apart, "imported knowledge has them as two people")),
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
    joined = same_known or (relation is not NameRelation.DIFFERENT and evidence >= NEEDED[relation])
    joined = joined and against < 1.0
    return Verdict(scores, round(name * evidence, 4), joined, relation)


def reason(left: Profile, right: Profile, verdict: Verdict) -> str:
    """Return the sentences of the name and of all that counted for one person."""
    scores, relation = verdict.scores, verdict.relation
    kinds = {"name", "strong", "weak"} if relation in WHOLE else {"name", "strong"}
    said = [f.sentence(left, right) for f, score in zip(FEATURES, scores, strict=True) if score and f.kind in kinds]
    return "; ".join(said) or FEATURES[0].sentence(left, right)

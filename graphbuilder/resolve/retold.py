"""When two accounts in one story are one occurrence: less need agree than between any two accounts, but nothing may differ.

"Gunmen killed nine soldiers near Tilde" and "Nine troops died in an attack at Tilde" name nobody who could be compared; that both
reports tell one story makes the town and the wording enough. It does not say which reports are compared (`events`).
"""

from collections.abc import Callable
from typing import NamedTuple

from graphbuilder.records.annotation import Role
from graphbuilder.records.resolution import EventCandidate
from graphbuilder.resolve.compatibility import AGENTS, FOCUS, PATIENTS, named, share_crowd, share_town
from graphbuilder.resolve.stories import COMMON_WORDS, likeness, one_story

NEEDED = 0.5
"""How much two accounts in reports of one story must be alike."""
NEEDED_AGAIN = 0.7
"""The same for two accounts of one report, which may list several events of a kind."""
MIN_WORDING = 0.3
"""Share of telling words for what people say, of which a story holds much."""
MIN_SHARED_WORDS = 3
VAGUE_MODES = frozenset({None, "violence", "targeted"})
"""Kinds of attack that say nothing of the means."""


def known(candidate: EventCandidate, roles: frozenset[Role] | None = None) -> frozenset[str]:
    """Return who takes part (in these roles) by name; "a gunman" could be anybody."""
    return named(candidate.participants, roles) - set(candidate.nameless)


def wording(left: EventCandidate, right: EventCandidate) -> float:
    """Return the share of the shorter account's telling words found in the other; 0 where fewer than three are shared."""
    ours, theirs = set(left.words) - COMMON_WORDS, set(right.words) - COMMON_WORDS
    shared = len(ours & theirs)
    return shared / min(len(ours), len(theirs)) if shared >= MIN_SHARED_WORDS else 0.0


class Witness(NamedTuple):
    """A likeness of two accounts: how much it weighs, its score from 0 to 1, and the words for it."""

    weight: float
    score: Callable[[EventCandidate, EventCandidate], float]
    words: str


WITNESSES: tuple[Witness, ...] = (
    Witness(0.8, lambda a, b: likeness(a.story, b.story), "one story"),
    Witness(0.8, wording, "like wording"),
    Witness(0.6, lambda a, b: float(bool(known(a) & known(b))), "somebody in common"),
    Witness(0.4, lambda a, b: float(share_town(a, b)), "same town"),
    Witness(0.3, lambda a, b: float(share_crowd(a, b)), "the same people without a name"),
    Witness(0.3, lambda a, b: float(a.rule == b.rule), "told by the same verb or noun"),
)
"""What speaks for two accounts being one, as independent witnesses. Add a row to teach another kind of evidence."""


def alike(left: EventCandidate, right: EventCandidate) -> float:
    """Return how alike two accounts are, from 0 to 1 (noisy or)."""
    doubt = 1.0
    for witness in WITNESSES:
        doubt *= 1.0 - witness.weight * witness.score(left, right)
    return 1.0 - doubt


def retold(left: EventCandidate, right: EventCandidate) -> str | None:
    """Return why two accounts of one label and status are one, in two reports of one story, or None.

    What people say needs a speaker or an addressee in common and like wording beside.
    """
    if not one_story(left.story, right.story) or differ(left, right) or alike(left, right) < NEEDED:
        return None
    if FOCUS[left.type] == "words" and (not _share_side(left, right) or wording(left, right) < MIN_WORDING):
        return None
    shown = [witness.words for witness in WITNESSES if witness.score(left, right)]
    return f"same label and status, nothing differs: {', '.join(shown)}"


def told_again(left: EventCandidate, right: EventCandidate) -> bool:
    """Return whether one report tells an event a second time: its headline, then "Two leaders of the sect were arrested"."""
    if left.type != right.type or differ(left, right):
        return False
    somebody = known(left) & known(right) or share_crowd(left, right)
    return bool(somebody) and alike(left, right) >= NEEDED_AGAIN


def contrary(left: EventCandidate, right: EventCandidate) -> bool:
    """Return whether two accounts name others, so that no third account can make them one."""
    if _other_count(left, right) or _other_means(left, right):
        return True
    kind = FOCUS[left.type]
    sides = {"patient": (PATIENTS,), "pair": (AGENTS, PATIENTS)}.get(kind, ())
    return any(_others(known(left, side), known(right, side)) for side in sides)


def differ(left: EventCandidate, right: EventCandidate) -> bool:
    """Return whether something that two accounts say of an event speaks against its being one.

    "Nine soldiers" and "12 soldiers" of undated reports, a shooting and a bombing, an arrest of Ruiz and one of Hale.
    """
    if _other_count(left, right) or _other_means(left, right):
        return True
    kind = FOCUS[left.type]
    if kind == "together":
        ours, theirs = known(left), known(right)
        return len(ours & theirs) < min(2, len(ours), len(theirs))
    sides = (PATIENTS,) if kind == "patient" else (AGENTS, PATIENTS)
    return any(_others(known(left, side), known(right, side)) for side in sides)


def _share_side(left: EventCandidate, right: EventCandidate) -> bool:
    speakers = known(left, AGENTS), known(right, AGENTS)
    if speakers[0] & speakers[1] or known(left, PATIENTS) & known(right, PATIENTS):
        return True
    return not any(speakers) and share_crowd(left, right)


def _others(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Return whether these are known to be others: two places, or two of a kind without a word of their names in common.

    "Officer Ortega" may be Luis Ortega, and Woodvale Bank the bank in Woodvale.
    """
    if ours & theirs:
        return False
    left, right = _by_kind(ours), _by_kind(theirs)
    return any(kind == "place" or not _tokens(left[kind]) & _tokens(right[kind]) for kind in left.keys() & right.keys())


def _by_kind(ids: frozenset[str]) -> dict[str, set[str]]:
    kinds: dict[str, set[str]] = {}
    for entity in ids:
        kinds.setdefault(entity.partition(":")[0], set()).add(entity)
    return kinds


def _tokens(ids: set[str]) -> set[str]:
    return {token for entity in ids for token in entity.rpartition(":")[2].split("-")}


def _other_count(left: EventCandidate, right: EventCandidate) -> bool:
    """Return whether two accounts count others: "nine soldiers", "two traders"; without a day also "23 pirates", "26 pirates".

    Within a day, counts of the dead still change, and "nine soldiers" may be "nine men".
    """
    ours, theirs = _numbers(left), _numbers(right)
    both = ours.keys() & theirs.keys()
    if not both:
        return bool(ours) and bool(theirs) and not _all(ours) & _all(theirs)
    return not (left.start and right.start) and any(not ours[head] & theirs[head] for head in both)


def _all(numbers: dict[str, set[str]]) -> set[str]:
    return set().union(*numbers.values())


def _numbers(candidate: EventCandidate) -> dict[str, set[str]]:
    heads: dict[str, set[str]] = {}
    for count in candidate.counts:
        head, _, number = count.partition(":")
        heads.setdefault(head, set()).add(number)
    return heads


def _other_means(left: EventCandidate, right: EventCandidate) -> bool:
    """Return whether an attack is by other means, or one an explosion and the other shares nobody with it."""
    if left.type != "Assault":
        return False
    modes = {left.plover_mode, right.plover_mode} - VAGUE_MODES
    if len(modes) > 1:
        return True
    if modes != {"explosives"} or left.plover_mode == right.plover_mode:
        return False
    return not share_crowd(left, right) and not known(left, PATIENTS) & known(right, PATIENTS)

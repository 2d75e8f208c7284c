"""When two accounts in reports of one story are one occurrence: less need agree, but nothing may differ.

"Gunmen killed nine soldiers near Tilde" and "Nine troops died in an attack at Tilde" name nobody who could be compared; that both
reports tell one story makes the town and the wording enough.
"""

from graphbuilder.records.resolution import EventCandidate
from graphbuilder.resolve.compatibility import AGENTS, FOCUS, PATIENTS, named, share_crowd, share_town
from graphbuilder.resolve.stories import COMMON_WORDS, likeness, one_story

PARTS: dict[str, float] = {"people": 0.6, "town": 0.4, "crowd": 0.3, "act": 0.3, "words": 0.8, "story": 0.8}
"""How much each likeness of two accounts weighs as one of several witnesses."""
NEEDED = 0.5
NEEDED_AGAIN = 0.7
MIN_WORDING = 0.3


def known(candidate: EventCandidate, roles: frozenset | None = None) -> frozenset[str]:
    return named(candidate.participants, roles) - set(candidate.nameless)


def _kinds(ids: frozenset[str]) -> dict[str, set[str]]:
    kinds: dict[str, set[str]] = {}
    for entity in ids:
        kinds.setdefault(entity.partition(":")[0], set()).add(entity)
    return kinds


def _tokens(ids: set[str]) -> set[str]:
    return {token for entity in ids for token in entity.rpartition(":")[2].split("-")}


def excluded(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Return whether two sides are known to be others: two people, two countries, two bodies without a word of a name in common."""
    if ours & theirs:
        return False
    left, right = _kinds(ours), _kinds(theirs)
    return any(kind == "place" or not _tokens(left[kind]) & _tokens(right[kind]) for kind in left.keys() & right.keys())


def _other_count(left: EventCandidate, right: EventCandidate) -> bool:
    """Return whether undated accounts count the same people otherwise: "23 pirates", "26 pirates"."""
    if left.start and right.start:
        return False
    ours, theirs = (_heads(side.counts) for side in (left, right))
    return any(not ours[head] & theirs[head] for head in ours.keys() & theirs.keys())


def _heads(counts: tuple[str, ...]) -> dict[str, set[str]]:
    heads: dict[str, set[str]] = {}
    for count in counts:
        head, _, number = count.partition(":")
        heads.setdefault(head, set()).add(number)
    return heads


def _other_means(left: EventCandidate, right: EventCandidate) -> bool:
    """Return whether two attacks are said to be of different kinds: a shooting, an explosion."""
    modes = {left.plover_mode, right.plover_mode} - {None, "violence", "targeted"}
    return left.type == "Assault" and len(modes) > 1


def contrary(left: EventCandidate, right: EventCandidate) -> bool:
    """Return whether two accounts name others, so that no third can make them one."""
    kind = FOCUS[left.type]
    if kind == "patient":
        return excluded(known(left, PATIENTS), known(right, PATIENTS))
    if kind == "pair":
        return any(excluded(known(left, side), known(right, side)) for side in (AGENTS, PATIENTS))
    return False


def wording(left: EventCandidate, right: EventCandidate) -> float:
    """Return the share of the shorter account's telling words found in the other; 0 where fewer than three are shared."""
    ours, theirs = set(left.words) - COMMON_WORDS, set(right.words) - COMMON_WORDS
    shared = len(ours & theirs)
    return shared / min(len(ours), len(theirs)) if shared >= 3 else 0.0


def differ(left: EventCandidate, right: EventCandidate) -> bool:
    if _other_count(left, right) or _other_means(left, right):
        return True
    kind = FOCUS[left.type]
    agents = known(left, AGENTS), known(right, AGENTS)
    patients = known(left, PATIENTS), known(right, PATIENTS)
    if kind in {"together", "agent", "words"}:
        everyone = known(left), known(right)
        if kind == "together":
            need = min(2, len(everyone[0]), len(everyone[1]))
            return len(everyone[0] & everyone[1]) < need
        return excluded(*agents) or excluded(*patients)
    if kind == "patient":
        return excluded(*patients)
    return excluded(*agents) or excluded(*patients)


def alike(left: EventCandidate, right: EventCandidate) -> float:
    doubt = 1.0
    shared = known(left) & known(right)
    scores = {
        "people": float(bool(shared)),
        "town": float(share_town(left, right)),
        "crowd": float(share_crowd(left, right)),
        "act": float(left.rule == right.rule),
        "words": wording(left, right),
        "story": likeness(left.story, right.story),
    }
    for part, weight in PARTS.items():
        doubt *= 1.0 - weight * scores[part]
    return 1.0 - doubt


def retold(left: EventCandidate, right: EventCandidate) -> bool:
    if not one_story(left.story, right.story) or differ(left, right):
        return False
    if FOCUS[left.type] == "words":
        agents = known(left, AGENTS), known(right, AGENTS)
        patients = known(left, PATIENTS), known(right, PATIENTS)
        side = agents[0] & agents[1] or patients[0] & patients[1] or (not any(agents) and share_crowd(left, right))
        return bool(side) and wording(left, right) >= MIN_WORDING
    return alike(left, right) >= NEEDED


def told_again(left: EventCandidate, right: EventCandidate) -> bool:
    """Return whether one report tells an event a second time: its headline, then "Two leaders of the sect were arrested"."""
    return left.type == right.type and not differ(left, right) and alike(left, right) >= NEEDED_AGAIN

"""Stances: a statement of what its speaker will do to others, or yield, is itself a threat or a concession.

"Riga said it would close the port to the ships" threatens; "announced that its troops would leave the valley" gives in. It works
on drafts that are linked already and changes nothing but the frame and the roles of the outer one.
"""

from typing import TYPE_CHECKING

import msgspec

from graphbuilder.nlp.what.clauses import subjects
from graphbuilder.nlp.what.plover import HOSTILE, YIELDING
from graphbuilder.ontology import load_ontology
from graphbuilder.records.annotation import Role, Status

if TYPE_CHECKING:
    from graphbuilder.nlp.what.actors import Actors
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.tree import Tree

AHEAD = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
SELF = frozenset({"it", "he", "she", "they", "we", "i"})
OWN = frozenset({"its", "his", "her", "their", "our", "my"})
WILL = frozenset({"will", "would", "shall", "'ll"})
OFFICERS = frozenset({"general", "commander", "colonel", "admiral", "army", "military", "navy", "marshal", "major"})
FORCES = frozenset({"army", "military", "navy", "force", "troop", "soldier"})
ROLES = {Role.SPEAKER: Role.ACTOR, Role.ADDRESSEE: Role.RECIPIENT}
PUBLIC = frozenset({"verb:announce"})
"""Rules of solemn speech: what is announced is meant, what is only said may be a forecast."""


def take_stances(tree: "Tree", actors: "Actors", drafts: "list[Draft]") -> None:
    """Make threats and concessions of the statements that announce one's own act."""
    for draft in drafts:
        if draft.label != "Statement" or draft.sense.status is not Status.ACTUAL:
            continue
        inner = draft.linked("CONTENT")
        if inner is None or inner.sense.status not in AHEAD or not _will(tree, inner):
            continue
        if not (_own_act(actors, draft, inner) or _own_words(tree, inner) or _own_forces(tree, draft, inner)):
            continue
        kind = load_ontology().labels[inner.label].plover if inner.hit.frame.plover is None else inner.hit.frame.plover
        if kind in HOSTILE:
            _turn(draft, "Threat", "130")
        elif kind in YIELDING and draft.hit.frame.rule in PUBLIC:
            _turn(draft, "Concession", "080")


def _own_act(actors: "Actors", draft: "Draft", inner: "Draft") -> bool:
    """Say whether who speaks is who will act, or speaks for the same country."""
    speakers = {a.entity for a in draft.arguments if a.role is Role.SPEAKER}
    doing = {a.entity for a in inner.arguments if a.role in {Role.ACTOR, Role.PARTICIPANT}}
    if not doing:
        return False
    return bool(speakers & doing) or bool(_countries(actors, speakers) & _countries(actors, doing))


def _own_words(tree: "Tree", inner: "Draft") -> bool:
    """Say whether the act is the speaker's by its words: "that it would", "that its troops would"."""
    if not tree.is_verb(inner.hit.carrier):
        return False
    for subject in subjects(tree, inner.hit.carrier):
        if tree.word[subject] in SELF or any(tree.word[kid] in OWN for kid in tree.all_kids(subject, "poss")):
            return True
    return False


def _will(tree: "Tree", inner: "Draft") -> bool:
    """Say whether an act lies ahead by "will", also below "warned", which makes a condition of it."""
    verb = inner.hit.carrier
    warned = "warn" in inner.sense.operators and any(tree.word[kid] in WILL for kid in tree.all_kids(verb, "aux"))
    return inner.sense.cue in WILL or warned


def _own_forces(tree: "Tree", draft: "Draft", inner: "Draft") -> bool:
    """Say whether an officer speaks of the forces: "The army will bomb the bases, a general warned"."""
    if not tree.is_verb(inner.hit.carrier) or not tree.is_verb(draft.hit.carrier):
        return False
    officer = any(tree.lemma[head] in OFFICERS for head in subjects(tree, draft.hit.carrier))
    acting = subjects(tree, inner.hit.carrier)
    return officer and any(tree.lemma[head] in FORCES and tree.kid(head, "amod", "nmod") is None for head in acting)


def _countries(actors: "Actors", entities: set[int]) -> set[int]:
    found = set()
    for entity in entities:
        local = actors.layer.entities[entity]
        if local.is_country:
            found.add(entity)
        found.update(of for of in local.affiliations if actors.layer.entities[of].is_country)
    return found


def _turn(draft: "Draft", label: str, cameo: str) -> None:
    frame = msgspec.structs.replace(draft.hit.frame, label=label, cameo=cameo, plover=None)
    draft.read_as(frame)
    draft.arguments = [msgspec.structs.replace(a, role=ROLES.get(a.role, a.role)) for a in draft.arguments]

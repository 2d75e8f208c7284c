"""Whether a verb tells of taking, holding or leaving an office: "took office", "has been in power", "stepped down".

Words and parse only; whose office it is and when is read in `terms`.
"""

from typing import Literal

from graphbuilder.nlp.who.predicates import is_passive
from graphbuilder.nlp.who.replacements import LEAVING as LEFT
from graphbuilder.nlp.who.replacements import OFFICE, REMOVING, removed
from graphbuilder.nlp.who.view import View

Change = Literal["begin", "end", "state"]

POWER = frozenset({"office", "power"})
_BEGIN = frozenset({"take", "assume", "enter"})
_END = frozenset({"leave", "quit", "lose", "vacate", "relinquish", "end", "finish", "complete"})
_HOLD = frozenset({"hold", "occupy"})
_DOWN = frozenset({"step", "stand"})
_BEGUN = frozenset({"swear", "inaugurate", "install", "appoint", "name", "reappoint", "confirm"})


def change_of(view: View, verb: int) -> Change | None:
    """Whether a verb tells of taking or leaving an office."""
    lemma = view.lemmas[verb]
    start, end = view.sentences[view.sentence_of[verb]]
    below = {spot: view.deps[spot] for spot in range(start, end) if view.heads[spot] == verb}
    objects = {view.lemmas[spot] for spot, dep in below.items() if dep == "dobj"}
    words = {view.lower[spot] for spot, dep in below.items() if dep in {"prt", "advmod"}}
    passive = is_passive(view, verb)
    if lemma == "be" and any(
        view.lower[spot] == "in" and POWER & {view.lower[spot + 1]} for spot in below if spot + 1 < end
    ):
        return "state"  # "who has been in office since May"
    if lemma in _HOLD and objects & OFFICE:
        return "state"
    if (lemma in _BEGIN and objects & OFFICE) or (lemma == "take" and "over" in words):
        return "begin"
    if lemma in _BEGUN and (passive or (view.deps[verb] == "acl" and view.tags[verb] == "VBN")):
        return "begin"
    if removed(view, verb) or (lemma in LEFT and not passive and not objects - OFFICE):
        return "end"
    if (lemma in _END and objects & OFFICE) or (lemma in _DOWN and words & {"down", "aside"}):
        return "end"
    return "end" if passive and lemma in REMOVING else None

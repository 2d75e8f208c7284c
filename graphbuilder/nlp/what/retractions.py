"""Retractions: the words that take a report or a plan back after it was told, or leave nothing of it.

Literal tables and two walks over the tree; what follows for the event is status.py's business.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphbuilder.nlp.what.tree import Tree

DECIDING = frozenset({"decide", "vote", "rule", "choose", "opt"})
"""Verbs that undo what stands after "against": "decided against arresting him"."""
TOLD_NOUNS = frozenset({
    "report", "claim", "rumour", "rumor", "allegation", "story", "news", "statement", "assertion", "accusation", "suggestion",
    "account", "charge", "announcement",
})  # fmt: skip
FALSE = frozenset({
    "false", "untrue", "wrong", "unfounded", "baseless", "fabricated", "invented", "incorrect", "groundless", "fake", "bogus",
    "hoax", "lie", "invention", "fabrication", "fiction",
})  # fmt: skip
FALSELY = frozenset({"wrongly", "falsely", "mistakenly", "incorrectly", "erroneously", "untruthfully", "prematurely"})
PUBLISHING = frozenset(
    {"publish", "issue", "make", "spread", "print", "carry", "file", "release", "air", "run", "post", "share"}
)
"""Verbs of which a report is the object: "the report that the paper published was false"."""
CALLED_OFF = frozenset({"scrap", "cancel", "drop", "axe", "shelve", "postpone", "abandon", "skip", "omit"})
LEGS = frozenset({
    "leg", "stop", "stopover", "visit", "trip", "plan", "event", "meeting", "stay", "journey", "tour", "part", "appearance",
    "session", "summit", "talk", "negotiation", "conference", "encounter",
})  # fmt: skip
EMPTYING = frozenset({"nobody", "none", "nothing", "no"})
ACCORDING = ["according", "to", "which"]
LEAVE = frozenset({"permission", "permit", "visa", "entry", "access", "clearance", "consent", "invitation"})
"""What a traveller or guest needs of another: a plan comes to nothing without it."""
TAKEN_BACK = frozenset({"withdraw", "retract", "debunk", "refute", "disprove", "discredit", "recant"})


def retracted_by(tree: "Tree", noun: int) -> int | None:
    """Return the word that takes a report back: "reports that ... turned out to be false", "the claim that ... was withdrawn".

    "There is no truth in reports that ..." counts too.
    """
    verb = tree.head[noun]
    if tree.lemma[noun] not in TOLD_NOUNS:
        return None
    if tree.dep[noun] == "pobj":
        truth = tree.head[verb]
        denied = any(tree.word[kid] == "no" for kid in tree.all_kids(truth, "det"))
        return truth if denied and tree.lemma[truth] in {"truth", "substance", "basis", "foundation"} else None
    if tree.dep[noun] not in {"nsubj", "nsubjpass"}:
        return None
    if tree.lemma[verb] in TAKEN_BACK:
        return verb
    for here in (verb, *tree.all_kids(verb, "xcomp", "ccomp")):
        for kid in tree.all_kids(here, "acomp", "oprd", "attr"):
            if tree.word[kid] in FALSE:
                return kid
        if here != verb and tree.word[here] in FALSE:
            return here
    return None


def denied_as(tree: "Tree", verb: int) -> int | None:
    """Return the adverb that takes a report back where it is told: "was wrongly reported to have resigned"."""
    if tree.forms.isdisjoint(FALSELY):
        return None
    return next((kid for kid in tree.all_kids(verb, "advmod") if tree.word[kid] in FALSELY), None)


def refuted_report(tree: "Tree", noun: int, verb: int) -> int | None:
    """Return what takes back a rumour that a clause tells and the parser calls relative: "the rumour that she left is false"."""
    that = any(tree.word[kid] == "that" for kid in tree.kids[verb])
    return retracted_by(tree, noun) if that and tree.lemma[verb] not in PUBLISHING else None


def dropped_by(tree: "Tree", prep: int) -> int | None:
    """Return the verb by which somebody steps back from what follows: "thought better of", "backed out of", "pulled out of"."""
    if tree.word[prep] != "of":
        return None
    between = tree.head[prep]
    verb = between if tree.is_verb(between) else tree.head[between]
    words = {tree.word[kid] for kid in tree.all_kids(verb, "advmod", "prt", "prep", "acomp", "dobj")}
    if (tree.lemma[verb] == "think" and "better" in words) or (
        tree.lemma[verb] in {"back", "pull", "bow"} and "out" in words
    ):
        return verb
    return None


def given_up(tree: "Tree", verb: int) -> bool:
    """Say whether a plan was given up in the same breath: "had planned to go but changed her mind"."""
    verb = tree.head[verb] if tree.pos[verb] == "ADJ" else verb  # the copula of "had been due to travel"
    for other in tree.all_kids(verb, "conj"):
        noun = tree.kid(other, "dobj")
        words = {tree.word[kid] for kid in tree.all_kids(other, "prt", "advmod")}
        lemma = tree.lemma[other]
        if _withheld(tree, other) or _dropped(tree, other):
            return True
        if (lemma == "change" and noun is not None and tree.lemma[noun] == "mind") or (
            (lemma in {"back", "pull"} and words & {"out", "down"})
            or (lemma == "think" and "better" in words)
            or (lemma == "have" and noun is not None and tree.lemma[noun] == "thought")
        ):
            return True
    return False


def _dropped(tree: "Tree", verb: int) -> bool:
    """Say whether a clause drops the plan before it: "was due to fly on, but the stop was dropped", "but went home instead"."""
    subject = tree.kid(verb, "nsubjpass")
    words = {tree.word[kid] for kid in tree.all_kids(verb, "acomp", "advmod", "oprd", "prt")}
    off = tree.lemma[verb] in CALLED_OFF or (tree.lemma[verb] in {"call", "put"} and "off" in words)
    dropped = off and subject is not None and tree.lemma[subject] in LEGS
    instead = any(tree.word[kid] == "instead" for kid in tree.all_kids(verb, "advmod"))
    stayed = tree.lemma[verb] in {"stay", "remain"} and tree.tag[verb] == "VBD"  # "... but stayed in Oslo"
    stayed = stayed or (tree.word[verb] == "fell" and bool(words & {"ill", "sick"}))
    return (dropped or instead or stayed) and tree.kid(verb, "neg") is None


def _withheld(tree: "Tree", verb: int) -> bool:
    """Say whether a clause withholds leave: "was to fly on to Oslo, but the ministry refused", "... withdrew its invitation"."""
    if tree.lemma[verb] not in {"refuse", "deny", "withdraw", "revoke", "decline"} or tree.kid(verb, "neg") is not None:
        return False
    given = tree.all_kids(verb, "dobj", "dative", "oprd")
    if not given:
        return tree.lemma[verb] == "refuse" and tree.kid(verb, "xcomp", "ccomp", "advcl") is None
    return any(tree.lemma[noun] in LEAVE for noun in given)


def is_told(tree: "Tree", verb: int) -> bool:
    """Say whether a relative clause is what a document tells: "reports according to which"."""
    return any(tree.word[kid : kid + 3] == ACCORDING for kid in (*tree.kids[verb], *tree.kids[tree.head[verb]]))


def refuted_by(tree: "Tree", verb: int) -> int | None:
    """Return the verb that takes back what the parser coordinated it with: "A report, according to which ..., was denied"."""
    head = tree.head[verb]
    if ACCORDING[0] not in tree.forms:
        return None
    if tree.dep[verb] == "pcomp" and tree.word[head : head + 3] == ACCORDING:
        others = [tree.head[head]]
    elif any(tree.word[kid : kid + 3] == ACCORDING for kid in tree.all_kids(verb, "prep")):
        others = tree.all_kids(verb, "conj")
    else:
        return None
    for other in others:
        if tree.lemma[other] in TAKEN_BACK | {"deny", "reject", "dismiss"} and tree.kid(other, "auxpass") is not None:
            return other
    return None


def parenthesis_before(tree: "Tree", verb: int) -> int | None:
    """Return the verb of a parenthesis right before a clause or its verb: "which, it is suspected, Kenya threatened to close"."""
    first = tree.begins[tree.sentence[verb]]
    for comma in range(verb - 1, max(first + 3, verb - 5), -1):
        if tree.word[comma] == ",":
            opening = tree.word[comma - 3] == "it" and tree.word[comma - 2] in {"is", "was"}
            return comma - 1 if opening and (comma - 4 < first or tree.word[comma - 4] == ",") else None
    return None


def is_prospect(tree: "Tree", modifiers: "Mapping[str, str]", verb: int) -> str | None:
    """Return the word that makes an office one of many prospects: "had named her as a future minister"."""
    for prep in tree.all_kids(verb, "prep"):
        for office in tree.all_kids(prep, "pobj") if tree.word[prep] == "as" else []:
            if any(tree.word[kid] in {"a", "an"} for kid in tree.all_kids(office, "det")):
                for kid in tree.all_kids(office, "amod"):
                    if modifiers.get(tree.word[kid]) in {"planned", "hypothetical"}:
                        return tree.word[kid]
    return None


def nothing_done(tree: "Tree", verb: int) -> str | None:
    """Return the word that empties an object: "threatened nobody", "signed no treaty"."""
    if tree.forms.isdisjoint(EMPTYING):
        return None
    for kid in tree.all_kids(verb, "dobj"):
        if tree.word[kid] in {"nobody", "none", "nothing"}:
            return tree.word[kid]
        if any(tree.word[below] == "no" for below in tree.all_kids(kid, "det")):
            return "no"
    return None

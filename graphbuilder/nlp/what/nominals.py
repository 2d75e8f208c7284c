"""Nominals: what stands above an event told by a noun or gerund: the preposition or verb that governs it.

The part of operators.py's walk that goes through prepositions and nouns; each step reports what it met and decides nothing.
"""

from typing import TYPE_CHECKING, NamedTuple

from graphbuilder.nlp.what.beliefs import outcome_of
from graphbuilder.nlp.what.clauses import is_definite
from graphbuilder.nlp.what.negation import joined, negation_at
from graphbuilder.nlp.what.operator_words import BESIDE, JOINING, NOUNS, SERIES, SPOKEN, TALKED_OF, operator_at
from graphbuilder.nlp.what.pacts import AGREED, grown
from graphbuilder.nlp.what.retractions import DECIDING, dropped_by, retracted_by
from graphbuilder.nlp.what.tenses import is_infinitive

if TYPE_CHECKING:
    from graphbuilder.nlp.what.lexicon import Effect, Lexicon, Operator
    from graphbuilder.nlp.what.tree import Tree


EDGES = frozenset({"verge", "brink", "cusp", "point"})
"""Nouns whose gerund after "of" is near and not there: "on the verge of seizing the capital"."""


class Step(NamedTuple):
    """One thing met on the way up.

    `kind` is "operator", "clause" (a verb whose negation and modals count), "mark", "generic", "purpose" or "carry" (a verb
    that lends its clause); `token` is the word, `operator` the table row where there is one. `above` says whether the step is at
    a verb above the event's own.
    """

    kind: str
    token: int
    operator: "Operator | None" = None
    effect: "Effect" = "keep"
    above: bool = True


def outcome_steps(tree: "Tree", noun: int) -> list[Step] | None:
    """Return the steps through what became of a plot or attempt; None where nothing is said of it."""
    verb = outcome_of(tree, noun)
    if verb is None:
        return None
    failed = [Step("mark", verb, None, "negated")] if tree.lemma[verb] == "fail" else []
    return [*failed, Step("clause", verb)]


def above_preposition(tree: "Tree", lexicon: "Lexicon", prep: int) -> tuple[list[Step], int, bool] | None:
    """Go up from a preposition that governs the event: the steps met, the word reached and whether that is a verb."""
    word, head = tree.word[prep], tree.head[prep]
    if word == "against" and tree.lemma[head] in DECIDING:
        return [Step("mark", head, None, "negated"), Step("clause", head)], head, True
    undone = dropped_by(tree, prep)
    if undone is not None:
        return [Step("mark", undone, None, "cancelled"), Step("clause", undone)], undone, True
    if word in {"in", "at"} and tree.is_verb(head) and tree.lemma[head] in JOINING:
        return [Step("carry", head), Step("clause", head)], head, True
    word, prep, head = joined(tree, prep)
    if word == "on" and tree.lemma[head] == "comment":
        return None  # "declined to comment on the arrest": whatever the speaker did, the arrest was made
    if word == "of" and tree.lemma[head] in SERIES:  # "A second round of talks was cancelled"
        return [], head, False
    if word == "close to" and tree.lemma[head] == "come":  # "came close to resigning"
        return [Step("mark", prep, None, "negated"), Step("clause", head)], head, True
    in_case = word == "of" and (tree.word[prep] in {"case", "event"} or tree.word[head] in EDGES)
    effect = "hypothetical" if in_case else lexicon.marks.get(word)
    if effect is not None:
        return [Step("mark", prep, None, effect)], head, tree.is_verb(head)
    found = operator_at(tree, lexicon, head)
    if found is not None:
        if tree.is_verb(head) and word in found.preps and (prep > head or tree.tag[head] == "VBN"):
            # not "Novak, on a visit to Oslo, called on both sides"
            steps = [Step("operator", head, found, found.nominal or found.effect)]
            return [*steps, *([Step("clause", head)] if found.name not in SPOKEN else [])], head, True
        if tree.pos[head] in NOUNS and word in found.noun_preps:
            return [Step("operator", head, found, found.nominal or found.effect)], head, False
        if tree.pos[head] == "ADJ":
            return [Step("operator", head, found, found.effect), Step("clause", tree.head[head])], tree.head[head], True
    verb = tree.head[head]
    hung = (
        operator_at(tree, lexicon, verb) if tree.dep[head] == "dobj" and tree.kid(prep, "pcomp") is not None else None
    )
    if (
        hung is not None and word in hung.preps and hung.name == "accuse"
    ):  # "accused a clerk of stealing": hung on the clerk
        return [Step("operator", verb, hung, hung.effect), Step("clause", verb)], verb, True
    for noun in grown(tree, head) if word in {"of", "for"} else ():  # "Fears are growing of a war"
        found = operator_at(tree, lexicon, noun)
        if found is not None and word in found.noun_preps:
            return [Step("operator", noun, found, found.nominal or found.effect)], noun, False
    if word == "on" and tree.kid(prep, "pcomp") is not None and tree.lemma[head] in AGREED:
        return [Step("purpose", head, None, "planned")], head, False  # "hopes for agreement on disarming the gangs"
    if word == "on" and tree.kid(prep, "pcomp") is not None and tree.lemma[head] == "be":
        return [Step("clause", head)], head, True  # "The focus will be on disarming the gangs"
    if word == "to" and tree.is_verb(head) and tree.lemma[head] in {"lead", "look", "return", "agree", "come"}:
        return [Step("clause", head)], head, True
    gerund = tree.kid(prep, "pcomp")
    if gerund is not None and word in BESIDE and tree.tag[gerund] == "VBG" and tree.is_verb(head):
        return beside(tree, lexicon, gerund, head)
    return None


def beside(tree: "Tree", lexicon: "Lexicon", verb: int, head: int) -> tuple[list[Step], int, bool]:
    """Go up from what comes before, after or by what the main clause tells: no surer than it, but not denied with it.

    "Novak will fly home after meeting Lind" has not met her; "Novak did not fly home after meeting Lind" has.
    """
    denied = negation_at(tree, lexicon, head) is not None
    return ([] if denied and tree.tag[verb] == "VBG" else [Step("clause", head)]), head, True


def above_noun(tree: "Tree", lexicon: "Lexicon", noun: int) -> tuple[list[Step], int, bool] | None:
    """Go up from an event noun; arguments and result as `above_preposition`."""
    head, dep = tree.head[noun], tree.dep[noun]
    if head == noun:
        return None
    false = retracted_by(tree, noun)
    if false is not None:
        return [Step("mark", false, None, "negated")], head, True
    match dep:
        case "conj" | "appos" | "nmod":
            return ([], head, False) if tree.pos[head] in NOUNS and dep == "conj" else None
        case "pobj" | "pcomp":
            return above_preposition(tree, lexicon, head)
        case "dobj" | "nsubjpass" | "attr" | "oprd" | "nsubj":
            if not tree.is_verb(head):
                return None
            found = operator_at(tree, lexicon, head)
            if found is not None and found.carry and (dep in {"dobj", "nsubjpass", "oprd"}):
                if found.name == "hope" and is_definite(tree, noun) and tree.lemma[head] in TALKED_OF:
                    return None  # "discussed the attack": it did happen
                steps = [Step("operator", head, found, found.nominal or found.effect)]
                return [*steps, *([Step("clause", head)] if found.name not in SPOKEN else [])], head, True
            if dep == "nsubj":
                came = outcome_steps(tree, noun)
                if came is not None:
                    return came, head, True
                yet = next((kid for kid in tree.all_kids(head, "advmod") if tree.word[kid] == "yet"), None)
                if yet is not None and tree.kid(head, "xcomp") is not None:  # "A ceasefire has yet to take effect"
                    return [Step("mark", yet, None, "negated")], head, True
                if found is not None and found.name == "cancel" and tree.kid(head, "dobj") is None:
                    return [Step("operator", head, found, found.effect), Step("clause", head)], head, True
                adjective = next(
                    (kid for kid in tree.all_kids(head, "acomp", "xcomp") if operator_at(tree, lexicon, kid)), None
                )
                if adjective is not None and tree.lemma[head] == "be":
                    found = operator_at(tree, lexicon, adjective)
                    if found is not None:
                        ahead = found.effect == "keep" and is_infinitive(tree, adjective)  # "Talks are to begin"
                        effect = "planned" if ahead else found.effect
                        return [Step("operator", adjective, found, effect), Step("clause", head)], head, True
                future = any(lexicon.modals.get(tree.word[kid]) == "planned" for kid in tree.all_kids(head, "aux"))
                return ([Step("clause", head)], head, True) if future else None
            if dep == "attr" or not is_definite(tree, noun):
                return [Step("clause", head)], head, True
            return None
    return None

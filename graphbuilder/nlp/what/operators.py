"""Operators: the words above an event, read from the event upwards: who promised, cancelled, denied or only said it.

One walk over the complements; each step reports what it met. What the steps add up to is status.py's business. It must not
look at entities or dates.
"""

from typing import TYPE_CHECKING, NamedTuple

from graphbuilder.nlp.what.clauses import is_definite
from graphbuilder.nlp.what.negation import joined, negation_at
from graphbuilder.nlp.what.operator_words import NOUNS, operator_at
from graphbuilder.nlp.what.pacts import AGREED, PURPOSE_VERBS, agreed_on, grown, own_aim
from graphbuilder.nlp.what.retractions import DECIDING, FALSE, dropped_by, retracted_by
from graphbuilder.nlp.what.tenses import is_present_form, leaves_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuilder.nlp.what.lexicon import Effect, Lexicon, Operator
    from graphbuilder.nlp.what.tree import Tree

FACT_MARKS = frozenset({
    "after", "when", "because", "since", "while", "as", "although", "though", "before", "once", "until",
})  # fmt: skip
AWAITING_MARKS = frozenset({"when", "once", "until", "till", "before", "after"})
"""Conjunctions whose present tense is no surer than the main clause: "the talks will resume when he returns to Geneva"."""
TALKED_OF = frozenset({"discuss", "debate", "consider", "question", "fear", "explore"})
SPOKEN = frozenset({"say", "warn"})
"""Operators whose own modality does not reach what they tell."""
ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "last", "only", "latest"})
BESIDE = frozenset({"before", "after", "by", "while", "when", "upon"})
"""Prepositions whose gerund is no surer than the main clause: "should ask parliament before signing"."""
JOINING = frozenset({"take", "participate", "join", "engage", "attend"})
"""Verbs that lend their clause to an event noun after "in": "will take part in a drill"."""


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


def climb(tree: "Tree", lexicon: "Lexicon", noun: int | None, carrier: int) -> "Iterator[Step]":
    """Yield what stands above an event, nearest first.

    Args:
        tree: The document.
        lexicon: The operators.
        noun: The trigger where it is a noun, carried or not.
        carrier: The verb of the event; the noun itself where no verb carries it.
    """
    here, seen = carrier, 0
    verbal = noun is None or carrier != noun
    if verbal:
        if noun is not None:
            found = operator_at(tree, lexicon, carrier)
            if found is not None:
                yield Step("operator", carrier, found, found.effect, above=False)
            elif tree.lemma[carrier] == "face" and tree.tag[carrier] == "VB":  # "to free him or face sanctions"
                yield Step("generic", carrier, None, "hypothetical", above=False)
        yield Step("clause", carrier, above=False)
    while seen < 12:
        seen += 1
        up = _above_verb(tree, lexicon, here) if verbal else _above_noun(tree, lexicon, here)
        if up is None:
            return
        steps, here, verbal = up
        yield from steps


def _above_verb(tree: "Tree", lexicon: "Lexicon", verb: int) -> tuple[list[Step], int, bool] | None:
    head, dep = tree.head[verb], tree.dep[verb]
    if head == verb:
        return None
    mark = next((kid for kid in tree.kids[verb] if tree.dep[kid] in {"mark", "advmod"} and kid < verb), None)
    word = tree.word[mark] if mark is not None else ""
    if (
        mark is not None
        and lexicon.marks.get(word) == "hypothetical"
        and dep in {"advcl", "ccomp", "acl", "dep", "xcomp"}
    ):
        return [Step("mark", mark, None, "hypothetical")], head, tree.is_verb(head)
    head_is_verb = tree.is_verb(head)
    match dep:
        case "conj" | "dep":
            if not head_is_verb:
                return [], head, False
            free = not tree.all_kids(verb, "aux", "auxpass", "nsubj", "nsubjpass")
            # "Novak is expected to call, and Lind to refuse": the second "to" leans on the first verb
            leaning = [tree.word[kid] for kid in tree.all_kids(verb, "aux", "auxpass")] == ["to"]
            if leaning and tree.tag[verb] == "VB" and operator_at(tree, lexicon, head) is not None:
                return _above_complement(tree, lexicon, verb, head, "xcomp")
            shares = tree.tag[verb] in {"VB", "VBG", "VBN"} and (free or leaning)
            return ([Step("clause", head)] if shares else []), head, True
        case "ccomp" | "xcomp" | "oprd" | "acomp":
            return _above_complement(tree, lexicon, verb, head, dep)
        case "advcl":
            infinitive = any(tree.word[kid] == "to" for kid in tree.all_kids(verb, "aux"))
            if infinitive and head_is_verb:
                effect: Effect = "planned" if tree.lemma[head] in PURPOSE_VERBS else "keep"
                if tree.lemma[head] == "have":  # "has until May to leave"
                    effect = "hypothetical"
                found = operator_at(tree, lexicon, head) or agreed_on(tree, lexicon, *tree.all_kids(head, "dobj"))
                if found is not None and found.effect in {"planned", "cancelled", "hypothetical"}:
                    return [Step("operator", head, found, found.effect), Step("clause", head)], head, True
                return [Step("purpose", head, None, effect), Step("clause", head)], head, True
            if word in AWAITING_MARKS and head_is_verb and (is_present_form(tree, verb) or tree.tag[verb] == "VBG"):
                return _beside(tree, lexicon, verb, head)
            if word in FACT_MARKS or tree.tag[verb] in {"VBD", "VBZ", "VBP"}:
                return None
            return ([Step("clause", head)], head, True) if head_is_verb else None
        case "pcomp":
            return _above_preposition(tree, lexicon, head)
        case "acl" | "relcl":
            infinitive = any(tree.word[kid] == "to" for kid in tree.all_kids(verb, "aux"))
            if dep == "relcl" and not infinitive:
                return None
            found = operator_at(tree, lexicon, head)
            agreed, above = agreed_on(tree, lexicon, head) if infinitive else None, tree.head[head]
            if agreed is not None and tree.dep[head] == "dobj":
                return [Step("operator", above, agreed, agreed.effect), Step("clause", above)], above, True
            if infinitive and any(tree.word[kid] in ORDINALS for kid in tree.all_kids(head, "amod")):
                return None  # "the third minister to leave": they left
            finite = tree.tag[verb] in {"VBD", "VBZ", "VBP", "MD"} or tree.kid(verb, "mark") is not None
            if found is not None and (infinitive or finite):
                return [Step("operator", head, found, found.effect)], head, False
            return ([Step("purpose", head, None, "hypothetical")], head, False) if infinitive else None
        case "csubj":
            return [Step("generic", verb, None, "hypothetical")], head, True
    return None


def _above_complement(
    tree: "Tree", lexicon: "Lexicon", verb: int, head: int, dep: str
) -> tuple[list[Step], int, bool] | None:
    found = operator_at(tree, lexicon, head)
    found = own_aim(tree, lexicon, head, found) if dep == "xcomp" else found
    false = next((here for here in (head, *tree.all_kids(head, "acomp", "attr")) if tree.word[here] in FALSE), None)
    if false is not None and dep == "ccomp":  # "It was false that Novak met Lind"
        return [Step("mark", false, None, "negated")], head, True
    if tree.pos[head] == "ADJ":
        copula = tree.head[head]
        if found is not None:
            return [Step("operator", head, found, found.effect), Step("clause", copula)], copula, True
        return [*_open(tree, verb, head), Step("clause", copula)], copula, True
    if not tree.is_verb(head):
        return ([Step("operator", head, found, found.effect)], head, False) if found is not None else None
    if tree.lemma[head] == "suppose" and dep == "ccomp" and tree.tag[head] == "VB":  # "Suppose the army marched"
        return [Step("mark", head, None, "hypothetical")], head, True
    infinitive = any(tree.word[kid] == "to" for kid in tree.all_kids(verb, "aux"))
    yet = next((kid for kid in tree.all_kids(head, "advmod") if infinitive and tree.word[kid] == "yet"), None)
    if yet is not None:  # "has yet to meet"
        return [Step("mark", yet, None, "negated")], head, True
    if infinitive:
        bare = tree.lemma[head] == "be" and tree.kid(head, "acomp") is None  # "is to meet", not "is vital to meet"
        if bare or (tree.lemma[head] == "go" and tree.tag[head] == "VBG"):
            return [Step("purpose", head, None, "planned"), Step("clause", head)], head, True
        if tree.lemma[head] == "have" and tree.tag[head] == "VBD":
            return [Step("clause", head)], head, True  # "the minister had to resign"
        if tree.lemma[head] in {"have", "need", "ought"}:
            return [Step("purpose", head, None, "hypothetical"), Step("clause", head)], head, True
        if tree.lemma[head] == "stop":
            return [Step("clause", head)], head, True
    if found is None:
        adjective = next((kid for kid in tree.all_kids(head, "acomp") if operator_at(tree, lexicon, kid)), None)
        if adjective is not None and tree.lemma[head] == "be":  # "is likely that", "are due to": hung on the copula
            found = operator_at(tree, lexicon, adjective)
    if found is None and tree.lemma[head] == "be":
        for adjective in tree.all_kids(head, "acomp"):
            return [*_open(tree, verb, adjective), Step("clause", head)], head, True
    if found is None:
        return [Step("clause", head)] if dep == "xcomp" else [], head, True
    effect = found.effect
    if (
        found.name == "demand"
        and infinitive is False
        and tree.tag[verb] in {"VBD", "VBN"}
        and tree.all_kids(verb, "aux", "nsubj")
    ):
        effect = (
            "keep" if tree.tag[verb] == "VBD" else effect
        )  # "suggested that Xi met rebels" reports; it asks nothing
    steps = [Step("operator", head, found, effect)]
    if found.name not in SPOKEN:
        steps.append(Step("clause", head))
    return steps, head, True


def _open(tree: "Tree", verb: int, adjective: int) -> list[Step]:
    too = next((kid for kid in tree.all_kids(adjective, "advmod") if tree.word[kid] == "too"), None)
    if too is not None and leaves_open(tree, verb, adjective):  # "was too ill to travel"
        return [Step("mark", too, None, "negated")]
    return [Step("generic", adjective, None, "hypothetical")] if leaves_open(tree, verb, adjective) else []


def _above_preposition(tree: "Tree", lexicon: "Lexicon", prep: int) -> tuple[list[Step], int, bool] | None:
    """Go up from a preposition that governs the event."""
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
    in_case = word == "of" and tree.word[prep] in {"case", "event"}
    effect = "hypothetical" if in_case else lexicon.marks.get(word)
    if effect is not None:
        return [Step("mark", prep, None, effect)], head, tree.is_verb(head)
    found = operator_at(tree, lexicon, head)
    if found is not None:
        if tree.is_verb(head) and (word in found.preps):
            steps = [Step("operator", head, found, found.nominal or found.effect)]
            return [*steps, *([Step("clause", head)] if found.name not in SPOKEN else [])], head, True
        if tree.pos[head] in NOUNS and word in found.noun_preps:
            return [Step("operator", head, found, found.nominal or found.effect)], head, False
        if tree.pos[head] == "ADJ":
            return [Step("operator", head, found, found.effect), Step("clause", tree.head[head])], tree.head[head], True
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
        return _beside(tree, lexicon, gerund, head)
    return None


def _beside(tree: "Tree", lexicon: "Lexicon", verb: int, head: int) -> tuple[list[Step], int, bool]:
    """Go up from what comes before, after or by what the main clause tells: no surer than it, but not denied with it.

    "Novak will fly home after meeting Lind" has not met her; "Novak did not fly home after meeting Lind" has.
    """
    denied = negation_at(tree, lexicon, head) is not None
    return ([] if denied and tree.tag[verb] == "VBG" else [Step("clause", head)]), head, True


def _above_noun(tree: "Tree", lexicon: "Lexicon", noun: int) -> tuple[list[Step], int, bool] | None:
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
            return _above_preposition(tree, lexicon, head)
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
                        return [Step("operator", adjective, found, found.effect), Step("clause", head)], head, True
                future = any(lexicon.modals.get(tree.word[kid]) == "planned" for kid in tree.all_kids(head, "aux"))
                return ([Step("clause", head)], head, True) if future else None
            if dep == "attr" or not is_definite(tree, noun):
                return [Step("clause", head)], head, True
            return None
    return None

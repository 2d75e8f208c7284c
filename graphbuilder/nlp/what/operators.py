"""Operators: the words above an event, read from the event upwards: who promised, cancelled, denied or only said it.

One walk over the complements; each step reports what it met. The part of the walk through nouns is in nominals.py, what the
steps add up to is status.py's business. It must not look at entities or dates.
"""

from typing import TYPE_CHECKING

from graphbuilder.nlp.what.nominals import Step, above_noun, above_preposition, beside, outcome_steps
from graphbuilder.nlp.what.operator_words import AWAITING_MARKS, FACT_MARKS, ORDINALS, SPOKEN, operator_at
from graphbuilder.nlp.what.pacts import DISPLAYING, PURPOSE_VERBS, agreed_on, own_aim
from graphbuilder.nlp.what.retractions import FALSE, given_up, is_told, refuted_by, refuted_report
from graphbuilder.nlp.what.tenses import is_finite, is_infinitive, is_present_form, is_unfulfilled, leaves_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuilder.nlp.what.lexicon import Effect, Lexicon
    from graphbuilder.nlp.what.tree import Tree


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
        up = _above_verb(tree, lexicon, here) if verbal else above_noun(tree, lexicon, here)
        if up is None:
            return
        steps, here, verbal = up
        yield from steps


def _above_verb(tree: "Tree", lexicon: "Lexicon", verb: int) -> tuple[list[Step], int, bool] | None:
    head, dep = tree.head[verb], tree.dep[verb]
    refuted = refuted_by(tree, verb)
    if refuted is not None:
        return [Step("mark", refuted, None, "negated")], refuted, True
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
            if verb == refuted_by(tree, head):
                return None
            if is_finite(tree, verb) and is_infinitive(tree, head):  # "want to question them and have asked for"
                above = tree.head[head]
                return ([], above, True) if tree.is_verb(above) else None
            free = not tree.all_kids(verb, "aux", "auxpass", "nsubj", "nsubjpass")
            # "Novak is expected to call, and Lind to refuse": the second "to" leans on the first verb
            leaning = [tree.word[kid] for kid in tree.all_kids(verb, "aux", "auxpass")] == ["to"]
            if leaning and tree.tag[verb] == "VB" and operator_at(tree, lexicon, head) is not None:
                return _above_complement(tree, lexicon, verb, head, "xcomp")
            shares = tree.tag[verb] in {"VB", "VBG", "VBN"} and (free or leaning)
            return ([Step("clause", head)] if shares else []), head, True
        case "ccomp" | "xcomp" | "oprd" | "acomp":
            if ";" in tree.word[verb:head] and any(kid > head for kid in tree.all_kids(head, "ccomp", "xcomp", "dobj")):
                return None  # "He was arrested in May; his lawyers deny that he fled"
            return _above_complement(tree, lexicon, verb, head, dep)
        case "advcl":
            if tree.tag[verb] == "VBG" and tree.dep[verb - 1] == "prt" and tree.head[verb - 1] == head:
                return _above_complement(tree, lexicon, verb, head, "xcomp")  # "ruled out resigning"
            infinitive = is_infinitive(tree, verb)
            if infinitive and head_is_verb:
                shown = tree.lemma[verb] in DISPLAYING
                effect: Effect = "planned" if tree.lemma[head] in PURPOSE_VERBS and not shown else "keep"
                if tree.lemma[head] == "have":  # "has until May to leave"
                    effect = "hypothetical"
                found = operator_at(tree, lexicon, head) or agreed_on(tree, lexicon, *tree.all_kids(head, "dobj"))
                if found is not None and found.clause and found.effect in {"planned", "cancelled", "hypothetical"}:
                    return [Step("operator", head, found, found.effect), Step("clause", head)], head, True
                return [Step("purpose", head, None, effect), Step("clause", head)], head, True
            if word in AWAITING_MARKS and head_is_verb and (is_present_form(tree, verb) or tree.tag[verb] == "VBG"):
                return beside(tree, lexicon, verb, head)
            if word in FACT_MARKS or tree.tag[verb] in {"VBD", "VBZ", "VBP"}:
                return None
            return ([Step("clause", head)], head, True) if head_is_verb else None
        case "pcomp":
            return above_preposition(tree, lexicon, head)
        case "acl" | "relcl":
            infinitive = is_infinitive(tree, verb)
            found = operator_at(tree, lexicon, head)
            false = None if infinitive or dep == "acl" else refuted_report(tree, head, verb)
            if false is not None:
                return [Step("mark", false, None, "negated")], head, False
            if (
                dep == "relcl" and not infinitive
            ):  # "Reports according to which Kenya had shelled the village were denied"
                told = found is not None and is_told(tree, verb)
                return ([Step("operator", head, found, "keep")], head, False) if told else None
            agreed, above = agreed_on(tree, lexicon, head) if infinitive else None, tree.head[head]
            if agreed is not None and tree.dep[head] == "dobj":
                return [Step("operator", above, agreed, agreed.effect), Step("clause", above)], above, True
            if infinitive and any(tree.word[kid] in ORDINALS for kid in tree.all_kids(head, "amod")):
                return None  # "the third minister to leave": they left
            finite = tree.tag[verb] in {"VBD", "VBZ", "VBP", "MD"} or tree.kid(verb, "mark") is not None
            came = outcome_steps(tree, head) if found is not None and infinitive else None
            if came is not None:
                return came, tree.head[head], True
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
    found = None if found is not None and not found.clause else found
    false = next((here for here in (head, *tree.all_kids(head, "acomp", "attr")) if tree.word[here] in FALSE), None)
    if false is not None and dep == "ccomp":  # "It was false that Novak met Lind"
        return [Step("mark", false, None, "negated")], head, True
    if tree.pos[head] == "ADJ":
        copula = tree.head[head]
        if found is not None:
            undone = found.name == "plan" and is_unfulfilled(tree, verb, head)
            return (
                [Step("operator", head, found, "cancelled" if undone else found.effect), Step("clause", copula)],
                copula,
                True,
            )
        return [*_open(tree, verb, head), Step("clause", copula)], copula, True
    if not tree.is_verb(head):
        return ([Step("operator", head, found, found.effect)], head, False) if found is not None else None
    if tree.lemma[head] == "suppose" and dep == "ccomp" and tree.tag[head] == "VB":  # "Suppose the army marched"
        return [Step("mark", head, None, "hypothetical")], head, True
    infinitive = is_infinitive(tree, verb)
    yet = next((kid for kid in tree.all_kids(head, "advmod") if infinitive and tree.word[kid] == "yet"), None)
    if yet is not None:  # "has yet to meet"
        return [Step("mark", yet, None, "negated")], head, True
    if infinitive:
        bare = tree.lemma[head] == "be" and tree.kid(head, "acomp") is None  # "is to meet", not "is vital to meet"
        if bare or (tree.lemma[head] == "go" and tree.tag[head] == "VBG"):
            undone = bare and (is_unfulfilled(tree, verb, head) or given_up(tree, head))
            return [Step("purpose", head, None, "cancelled" if undone else "planned"), Step("clause", head)], head, True
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
    effect = "cancelled" if found.name == "plan" and is_unfulfilled(tree, verb, head) else found.effect
    if (
        found.name == "demand"
        and infinitive is False
        and tree.tag[verb] in {"VBD", "VBN"}
        and tree.all_kids(verb, "aux", "nsubj")
    ):
        effect = (
            "keep" if tree.tag[verb] == "VBD" else effect
        )  # "suggested that Xi met rebels" reports; it asks nothing
    if found.name == "demand" and any(tree.word[kid] in {"will", "wo", "'ll"} for kid in tree.all_kids(verb, "aux")):
        effect = "keep"  # "insisted that the visit will go ahead"
    steps = [Step("operator", head, found, effect)]
    if found.name not in SPOKEN:
        steps.append(Step("clause", head))
    return steps, head, True


def _open(tree: "Tree", verb: int, adjective: int) -> list[Step]:
    too = next((kid for kid in tree.all_kids(adjective, "advmod") if tree.word[kid] == "too"), None)
    if too is not None and leaves_open(tree, verb, adjective):  # "was too ill to travel"
        return [Step("mark", too, None, "negated")]
    return [Step("generic", adjective, None, "hypothetical")] if leaves_open(tree, verb, adjective) else []

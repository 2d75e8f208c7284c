"""Status: did it happen? Adds up negation, modals, tense and the operators above an event.

One order of strength decides (actual < planned < hypothetical < negated < cancelled); the exceptions are written out. It must
not look at entities or dates.
"""

from typing import TYPE_CHECKING, NamedTuple

from graphbuilder.nlp.what.beliefs import belief_at
from graphbuilder.nlp.what.charges import charged_in, is_charge
from graphbuilder.nlp.what.headlines import is_off
from graphbuilder.nlp.what.negation import gave_up, inverted_at, is_conditional, is_denied, negation_at
from graphbuilder.nlp.what.operator_words import operator_at
from graphbuilder.nlp.what.operators import climb
from graphbuilder.nlp.what.relatives import fate_behind, took_place
from graphbuilder.nlp.what.retractions import denied_as, given_up, is_prospect, nothing_done, parenthesis_before
from graphbuilder.nlp.what.tenses import Tense, ahead_at, asked_by_infinitive, is_asked, is_imperative, tense_of
from graphbuilder.records.annotation import Status

if TYPE_CHECKING:
    from graphbuilder.nlp.what.lexicon import Frame, Lexicon
    from graphbuilder.nlp.what.nominals import Step
    from graphbuilder.nlp.what.tree import Tree
    from graphbuilder.nlp.what.triggers import Hit

WILL = {"will": "will", "wo": "will", "would": "would", "'ll": "will", "shall": "will"}
STATUSES = {status.value: status for status in Status}
RANK = {Status.ACTUAL: 0, Status.PLANNED: 1, Status.HYPOTHETICAL: 2, Status.NEGATED: 3, Status.CANCELLED: 4}
HABITS = frozenset(
    {"usually", "often", "always", "generally", "typically", "regularly", "routinely", "sometimes", "traditionally"}
)
"""Adverbs that make a present tense generic, but not a past one ("soldiers routinely beat prisoners")."""
REPORTING = frozenset({"say", "promise", "plan", "deny", "order", "accept", "decide", "warn"})
"""Operators under which a past "would" is a plan ("said he would meet"), not a wish."""
IMPERATIVE = "imperative"
"""The cue of a verb in the imperative: "Release the prisoners now"."""
GATHERING = frozenset({"gather", "assemble", "convene", "rally", "mass"})
COMMITTED = frozenset({"promise", "accept", "decide"})
"""Operators whose event waits for the condition that stands beside it."""
SHARING = frozenset({"plan", "begin", "end", "manage", "try", "fail"})
"""Operators that share their clause (subject, time, place) with the event below; the day of a cancellation is not the event's."""

TRIED = frozenset({"riot", "third-party", "obstruct"})
"""Modes where, as with any assault, the attempt is the deed: a crowd that tried to storm a palace did riot."""
CHARGED = frozenset({"Assault", "Request", "Coercion", "Sanction", "Aid", "Arrest"})
"""Labels of deeds that an accuser may tell."""
NEARLY = frozenset({"almost", "nearly"})
UTTERED = frozenset({"Request", "Threat", "Accusation"})
"""Labels of words that were said, whatever became of them."""
UNDONE = frozenset({Status.NEGATED, Status.CANCELLED})
GIVEN_UP = frozenset({"refuse", "cancel"})
AT_ONCE = frozenset({"Deportation", "Appointment", "Legislation"})
"""Labels of what cannot be stopped halfway: "the deportation was stopped by a judge"."""


class Sense(NamedTuple):
    """What the words above say about an event.

    `operators` are names, outermost first, `heads` the words that are them, nearest first. `chain` lists the verbs whose
    dependents also belong to the event. `background` marks a past perfect: it lay before the story.
    """

    status: Status
    cue: str | None
    operators: tuple[str, ...]
    heads: tuple[int, ...]
    chain: tuple[int, ...]
    tense: Tense | None
    background: bool


class _Sum:
    """The status so far and the word that made it so."""

    def __init__(self) -> None:
        self.status = Status.ACTUAL
        self.cue: str | None = None
        self.condition = False
        self.wish = False

    def add(self, status: Status, cue: str) -> None:
        if RANK[status] > RANK[self.status]:
            self.status, self.cue = status, cue

    def set(self, status: Status, cue: str) -> None:
        self.status, self.cue = status, cue


def sense_of(tree: "Tree", lexicon: "Lexicon", hit: "Hit") -> Sense:
    """Return status, operators and tense of a trigger."""
    total = _Sum()
    noun = hit.token if tree.pos[hit.token] in {"NOUN", "PROPN"} else None
    chain = [hit.token] if hit.carrier == hit.token else [hit.token, hit.carrier]
    names: list[str] = []
    heads: list[int] = []
    if noun is not None:
        _read_noun(tree, lexicon, noun, total)
        fate = fate_behind(tree, lexicon, noun)
        if fate is not None:
            total.add(STATUSES[fate.effect], fate.word)
    sharing, settled = True, -1
    for step in climb(tree, lexicon, noun, hit.carrier):
        if step.kind == "clause" and step.token == settled:
            continue
        if step.kind == "clause":
            _read_clause(tree, lexicon, step.token, total, above=step.above)
            if step.above and is_imperative(tree, step.token):
                total.add(Status.HYPOTHETICAL, IMPERATIVE)  # "Help them leave the camp"
        elif step.operator is not None:
            names.append(step.operator.name)
            heads.append(step.token)
            settled = step.token if _apply_operator(tree, step, total, hit.frame) else settled
            sharing = sharing and step.operator.name in SHARING
            if step.operator.name == "cancel" and step.token in chain and step.token != hit.token:
                chain.remove(step.token)
            if sharing and tree.pos[step.token] in {"VERB", "AUX", "ADJ"} and step.token not in chain:
                chain.append(step.token)
                if tree.pos[step.token] == "ADJ":  # "is due in Oslo on Friday to meet": the copula holds the rest
                    chain.append(tree.head[step.token])
        elif step.kind == "purpose" and tree.lemma[step.token] in GATHERING:
            chain.append(step.token)  # "In Lima, farmers gathered on Monday to protest"
        elif step.kind == "carry":
            chain.append(step.token)  # "took part on Monday in a drill"
        elif step.effect != "keep":
            total.add(STATUSES[step.effect], tree.word[step.token])
            if tree.word[step.token] == "whether":
                break  # "refused to say whether they had met": nothing above decides it
    _read_objects(tree, lexicon, hit, total)
    if is_asked(tree, hit.carrier):
        total.add(Status.HYPOTHETICAL, "?")
    if is_imperative(tree, hit.carrier):
        total.add(Status.HYPOTHETICAL, IMPERATIVE)
    verb = hit.carrier
    tense, background = (None, False) if not tree.is_verb(verb) else tense_of(tree, verb)
    if total.status is Status.PLANNED and tense is None:
        tense = "future"
    return Sense(total.status, total.cue, tuple(reversed(names)), tuple(heads), tuple(chain), tense, background)


def _read_objects(tree: "Tree", lexicon: "Lexicon", hit: "Hit", total: _Sum) -> None:
    """Add what the event's own objects leave of it: "signed no treaty", "named her as a future minister"."""
    nothing = nothing_done(tree, hit.carrier) if hit.frame.label and tree.is_verb(hit.carrier) else None
    if nothing is not None:
        total.add(Status.NEGATED, nothing)
    charged = charged_in(tree, hit.carrier) if hit.frame.label == "Assault" else None
    if charged is not None:
        total.add(Status.HYPOTHETICAL, charged)
    prospect = is_prospect(tree, lexicon.modifiers, hit.carrier) if hit.frame.label == "Appointment" else None
    if prospect is not None:
        total.add(Status.HYPOTHETICAL, prospect)


def _read_noun(tree: "Tree", lexicon: "Lexicon", noun: int, total: _Sum) -> None:
    if is_off(tree, noun):
        total.add(Status.CANCELLED, "off")
    for kid in tree.kids[noun]:
        dep = tree.dep[kid]
        if dep == "det" and tree.word[kid] in {"no", "neither"}:
            total.add(Status.NEGATED, tree.word[kid])
        elif dep in {"amod", "det", "compound", "nmod"}:
            effect = lexicon.modifiers.get(tree.word[kid])
            told = tree.dep[noun] in {"nsubj", "nsubjpass"} and took_place(tree, tree.head[noun])
            if told and effect in {"cancelled", "planned"}:
                continue  # "The delayed summit opened", "A scheduled meeting was held": the verb decides
            if effect is not None and effect != "keep":
                total.add(STATUSES[effect], tree.word[kid])


def _read_clause(tree: "Tree", lexicon: "Lexicon", verb: int, total: _Sum, *, above: bool) -> None:
    """Add the negation, modals and adverbs at one verb."""
    modal: Status | None = None
    cue = ""
    perfect = False
    for kid in tree.kids[verb]:
        word, dep = tree.word[kid], tree.dep[kid]
        if dep == "aux":
            effect = lexicon.modals.get(word)
            if effect is not None and tree.tag[kid] == "MD":
                modal, cue = STATUSES[effect], word
            perfect = perfect or tree.lemma[kid] == "have"
    inverted = inverted_at(tree, verb)
    if inverted is not None:
        total.add(Status.HYPOTHETICAL, inverted)
    condition = is_conditional(tree, verb)
    total.condition = total.condition or condition
    negation = negation_at(tree, lexicon, verb)
    if modal is not None:
        if condition and modal is Status.PLANNED:
            modal = Status.HYPOTHETICAL
        wish = perfect and cue in {"would", "'d"}
        if (modal is Status.HYPOTHETICAL or wish) and above and total.status in UNDONE and negation is None:
            total.set(Status.HYPOTHETICAL, cue)  # "may refuse to meet", "would have cancelled the trip": who knows
        else:
            total.add(modal, cue)
        total.wish = total.wish or wish  # "would have signed": stays a wish
    if negation is not None and not (above and total.status is Status.CANCELLED):
        if modal is Status.HYPOTHETICAL and cue in {"may", "might"}:
            total.add(Status.HYPOTHETICAL, cue)
        else:
            denied = f"{WILL[cue]} not" if cue in WILL and negation in {"not", "n't"} else negation
            total.add(Status.CANCELLED if modal is Status.PLANNED and gave_up(tree, verb) else Status.NEGATED, denied)
    doubt = parenthesis_before(tree, verb)
    operator = None if doubt is None else operator_at(tree, lexicon, doubt)
    if doubt is not None and operator is not None and operator.effect == "hypothetical":
        total.add(Status.HYPOTHETICAL, tree.word[doubt])
    asked = asked_by_infinitive(tree, verb)
    if asked is not None:
        total.add(Status.HYPOTHETICAL, asked)
    ahead = ahead_at(tree, verb)
    if ahead is not None:
        total.add(Status.PLANNED, ahead)
    if tree.tag[verb] == "VBP" and any(tree.word[kid] == "you" for kid in tree.all_kids(verb, "nsubj")):
        total.add(Status.HYPOTHETICAL, "you")  # "the papers you sign at the border": anybody, no one in particular
    past = tree.tag[verb] == "VBD" or perfect
    adverbs = tree.all_kids(verb, "advmod")
    for kid in (
        *adverbs,
        *(far for near in adverbs if tree.word[near] == "ever" for far in tree.all_kids(near, "advmod")),
    ):
        if past and tree.word[kid] in HABITS:
            continue
        effect = lexicon.adverbs.get(tree.word[kid])
        if (
            effect is not None
            and effect != "keep"
            and not (effect == "negated" and tree.word[kid] in {"never", "neither", "nor"})
        ):
            total.add(STATUSES[effect], tree.word[kid])


def _apply_operator(tree: "Tree", step: "Step", total: _Sum, frame: "Frame") -> bool:
    """Add what an operator does; return whether the negation at its own verb is thereby spent ("did not rule out talks")."""
    operator = step.operator
    if operator is None:
        return False
    cue = tree.word[step.token]
    negated = is_denied(tree, step.token)
    effect = step.effect
    if any(tree.word[kid] in NEARLY for kid in tree.all_kids(step.token, "advmod")) and effect == "cancelled":
        return False  # "The talks almost collapsed"
    held = belief_at(tree, step.token)
    if held == "unsure":  # "Few believe that Russia shelled the town"
        total.add(Status.HYPOTHETICAL, cue)
    if held is not None:
        return True
    label, lemma = frame.label, tree.lemma[step.token]
    if operator.name == "try" and (label == "Assault" or frame.mode in TRIED) and tree.is_verb(step.token):
        effect = "keep"
    if operator.name == "accept" and label == "Resignation" and lemma in {"accept", "approve"}:
        effect = "keep"
    if operator.name in GIVEN_UP and label in UTTERED and tree.pos[step.token] == "VERB":
        return True  # "rejected a call to leave": the call was made
    if label in CHARGED and operator.name == "say" and effect == "keep" and is_charge(tree, step.token):
        effect = "hypothetical"
    if lemma in {"stop", "halt"} and label in AT_ONCE:
        effect = "cancelled"
    if operator.name in {"plan", "promise", "accept"} and not negated and given_up(tree, step.token):
        effect = "cancelled"
    if operator.name in COMMITTED and effect == "planned" and (total.condition or is_conditional(tree, step.token)):
        effect = "hypothetical"  # "promised to resign if he loses"
    if operator.name == "say" and denied_as(tree, step.token) is not None:
        effect = "negated"  # "was wrongly reported to have resigned"
    reported = operator.name in REPORTING and not total.condition
    if reported and total.cue in {"would", "'d"} and not total.wish:
        total.set(Status.PLANNED, cue if effect == "planned" else "would")
    if operator.name == "warn" and total.status is Status.PLANNED and tree.is_verb(step.token):
        total.set(Status.HYPOTHETICAL, cue)  # "warned that it would expel him" sets a condition
    if negated:
        match effect:
            case "planned":
                effect = "negated"
            case "cancelled":
                effect = "planned"
            case "negated":
                effect = "keep" if operator.name in {"fail", "prevent"} else "hypothetical"
            case "keep":
                effect = "hypothetical" if operator.name == "say" else "negated"
            case "hypothetical":
                pass
    if effect == "hypothetical" and total.status is Status.CANCELLED:
        total.set(Status.HYPOTHETICAL, cue)  # "threatened to cancel the trip"
    elif effect != "keep":
        total.add(STATUSES[effect], cue)
    return negated and operator.name in {"refuse", "deny"}

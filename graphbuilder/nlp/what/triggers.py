"""Triggers: finds the words of the lexicon in a document and picks the frame that fits where they stand.

It decides what kind of event a word names and which verb carries it; not whether it happened, who took part or when.
"""

from typing import TYPE_CHECKING, NamedTuple

from graphbuilder.nlp.what.clauses import CALENDAR, RELATIVES, is_passive
from graphbuilder.nlp.what.slots import NOMINAL_POS, Slots, governors

if TYPE_CHECKING:
    from graphbuilder.nlp.what.actors import Actors
    from graphbuilder.nlp.what.lexicon import Frame, Lexicon
    from graphbuilder.nlp.what.tree import Tree

KINDS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}
SAID_ALREADY = frozenset({
    ("Agreement", "Support"), ("Support", "Agreement"), ("Sanction", "Aid"), ("Concession", "Retreat"), ("Aid", "Mobilization"),
    ("Concession", "Sanction"), ("Coercion", "Protest"), ("Concession", "Coercion"), ("Concession", "Protest"),
    ("Support", "Aid"), ("Promise", "Support"), ("Statement", "Support"), ("Assault", "Retreat"), ("Threat", "Request"),
})  # fmt: skip
"""(verb, noun) labels where the noun is only what the verb is about, no second event: "suspended aid", "lifted the curfew"."""
STRIKING = frozenset({
    "hit", "strike", "rock", "target", "shake", "damage", "mar", "disrupt", "paralyse", "paralyze", "disturb",
})  # fmt: skip
"""Verbs whose passive subject suffers the event noun after "by": "the bank was hit by a cyberattack"."""
HOLDING = frozenset({
    "hold", "have", "conduct", "stage", "pay", "make", "attend", "launch", "sign", "reach", "strike", "commit",
})  # fmt: skip
"""Carriers that also stand behind the noun: "the talks held in Geneva"."""
CARRYING_STATES = frozenset({
    "be", "engage", "enter", "go", "arrive", "embark", "remain", "participate", "meet", "come", "visit", "travel",
    "fly", "begin", "set", "send", "leave", "return",
})  # fmt: skip
"""Verbs that carry an event noun through a preposition: "are in talks", "went on a visit", "arrived for talks"."""


DONE_TO = frozenset({
    "abduct", "kidnap", "jail", "imprison", "detain", "arrest", "seize", "confiscate", "impound", "torture", "deport",
    "assassinate", "murder", "hijack",
})  # fmt: skip
"""Verbs whose participle before a noun still tells an event."""
GOVERNED = frozenset({"dobj", "nsubjpass", "pobj", "compound"})
HARMING = frozenset({"kill", "wound", "injure", "maim"})
"""Verbs of the harm done: "a drone strike killed the general" tells the strike and the death."""


class Hit(NamedTuple):
    """A trigger: its head token, its words (first to last, inclusive), its frame and the verb that carries it.

    `carrier` is the verb that lends a noun its clause ("hold" in "hold talks"); a verb carries itself. `carried_by` says how:
    "self", "object", "subject", "copula", "adjective", "preposition", "agent" or "" where the noun stands alone. `absorbed`
    are nouns that say the same event again ("strikes" in "Israeli strikes killed five") and lend it their arguments.
    """

    token: int
    first: int
    last: int
    frame: "Frame"
    carrier: int
    carried_by: str
    absorbed: tuple[int, ...] = ()

    @property
    def nominal(self) -> bool:
        """Say whether the trigger is a noun that no verb carries."""
        return self.carried_by == ""


KNOWN = frozenset({"the", "this", "that", "their", "his", "her", "its"})
"""Words before a noun that take it for known."""
MEASURES = frozenset({"hour", "day", "night", "week", "month", "round", "series"})
"""Nouns that measure the event behind their "of"."""


def find_triggers(tree: "Tree", actors: "Actors", lexicon: "Lexicon") -> list[Hit]:
    """Return all triggers of a document in text order, light-verb phrases as one."""
    found: list[Hit] = []
    frames, lemma, pos = lexicon.frames, tree.lemma, tree.pos
    taken: set[int] = set()
    for index in [index for index, word in enumerate(lemma) if word in lexicon.words]:
        word, kind = lemma[index], KINDS.get(pos[index])
        if kind is None or index in taken or (word in CALENDAR and pos[index] == "PROPN"):
            continue
        first = last = index
        candidates = frames.get((word, kind))
        rest = None if kind == "v" else lexicon.phrases.get(word)
        if rest:
            for words, entry in rest:
                size = len(words)
                if tree.tag[min(index + size, len(tree) - 1)] != "VBD" and all(  # not "The missile struck a school"
                    index + step + 1 < len(tree)
                    and words[step] in (lemma[index + step + 1], tree.word[index + step + 1])
                    for step in range(size)
                ):
                    candidates, last, kind = frames[(entry, "n")], index + size, "n"
                    break
        if not candidates:
            continue
        span = range(first, last + 1)
        token = next(
            (here for here in reversed(span) if not first <= tree.head[here] <= last or tree.head[here] == here), last
        )
        if not _stands_free(tree, actors, token, kind, candidates[0].label) and not _is_victim(tree, token):
            continue
        frame = _choose(Slots(tree, actors, token, verbal=kind == "v"), candidates)
        if frame is None:
            continue
        taken.update(span)
        if kind == "a":
            if tree.dep[token] != "acomp" or not tree.is_verb(tree.head[token]):
                continue
            carrier, how = tree.head[token], "adjective"
        else:
            carrier, how = (token, "self") if kind == "v" else _carrier(tree, token, lexicon)
        found.append(Hit(token, first, last, frame, carrier, how))
    return _without_doubles(tree, found)


def _stands_free(tree: "Tree", actors: "Actors", token: int, kind: str, label: str) -> bool:
    """Leave out words inside a name or another noun: "strike force", "Assault Regiment", "the detained man"."""
    dep = tree.dep[token]
    if kind == "n":
        if dep in {"compound", "nmod", "amod"} and tree.head[token] > token:
            return False
        return label == "Summit" or token not in actors.named
    return dep not in {"amod", "compound"} and (
        token not in actors.named or (tree.pos[token] == "VERB" and dep == "ROOT")
    )


def _is_victim(tree: "Tree", token: int) -> bool:
    """Say whether a participle tells what was done to its noun: "an abducted priest", "the seized ship"."""
    return (
        tree.dep[token] == "amod"
        and tree.tag[token] == "VBN"
        and tree.lemma[token] in DONE_TO
        and tree.head[token] > token
        and tree.pos[tree.head[token]] == "NOUN"
    )


def _choose(slots: "Slots", candidates: tuple["Frame", ...]) -> "Frame | None":
    forms = slots.forms
    for frame in candidates:
        if frame.when is not None and frame.when.words is not None and frame.when.words.isdisjoint(forms):
            continue
        if frame.particle and not all(map(slots.fits, frame.particle)):
            continue
        if frame.when and not slots.any_fits(frame.when):
            continue
        if frame.also and not slots.any_fits(frame.also):
            continue
        if frame.unless and slots.any_fits(frame.unless):
            continue
        return frame if frame.label else None
    return None


def _carrier(tree: "Tree", noun: int, lexicon: "Lexicon") -> tuple[int, str]:
    """Return the verb that lends a noun its clause, and how."""
    here = noun
    while tree.dep[here] == "conj" and tree.pos[tree.head[here]] in NOMINAL_POS:
        here = tree.head[here]
    head, dep = tree.head[here], tree.dep[here]
    measure = tree.head[head]
    counted = dep == "pobj" and tree.word[head] == "of" and tree.lemma[measure] in MEASURES
    if counted and tree.dep[measure] in {
        "dobj",
        "nsubj",
        "nsubjpass",
    }:  # "held three days of talks", "... ended in Oslo"
        head, dep = tree.head[measure], tree.dep[measure]
    if dep in {"dobj", "nsubjpass"} and tree.lemma[head] in lexicon.carriers["object"]:
        return head, "object"
    if dep == "nsubj" and tree.lemma[head] in lexicon.carriers["subject"] and tree.is_verb(head):
        return head, "subject"
    if dep == "attr" and tree.lemma[head] == "be":
        return head, "copula"
    if dep == "pobj" and tree.dep[head] == "agent" and tree.lemma[tree.head[head]] in STRIKING:
        return tree.head[head], "agent"
    if dep == "pobj" and tree.word[head] in lexicon.carriers["preposition"]:
        verb = tree.head[head]
        if tree.is_verb(verb) and tree.lemma[verb] in CARRYING_STATES:
            return verb, "preposition"
    for clause in tree.all_kids(noun, "relcl", "acl"):  # "the talks held in Geneva", "the visit he paid"
        relative = tree.kid(clause, "nsubj", "dobj", "nsubjpass")
        gap = relative is None or tree.word[relative] in RELATIVES
        if tree.lemma[clause] in HOLDING and (is_passive(tree, clause) or gap is False):
            return clause, "object"
    return noun, ""


def _without_doubles(tree: "Tree", hits: list[Hit]) -> list[Hit]:
    """Let a verb absorb the noun that says the same ("impose sanctions"); drop "discuss" under a meeting of the same people."""
    by_token = {hit.token: hit for hit in hits}
    absorbed: dict[int, list[int]] = {}
    dropped: set[int] = set()
    kinds: dict[int, Frame] = {}
    for hit in hits:
        token = hit.token
        if tree.pos[token] in NOMINAL_POS:
            met = by_token.get(_met_for(tree, token))
            if met is not None and met.frame.label == "Meeting" and hit.frame.label in {"Negotiation", "Summit"}:
                absorbed.setdefault(met.token, []).append(token)  # "met Lind in Oslo for talks on fish"
                dropped.add(token)
                if hit.frame.label == "Summit" and tree.dep[token] == "pobj":
                    kinds[met.token] = hit.frame  # "met in Oslo for a summit": the noun names the kind
            prep = tree.head[token]
            measure = tree.head[prep] if tree.word[prep] == "of" and tree.lemma[tree.head[prep]] in MEASURES else token
            for up in {tree.head[token], *governors(tree, token), tree.head[measure]}:  # "held a round of talks"
                other = by_token.get(up)
                if other is None or up == token:
                    continue
                if other.frame.label == hit.frame.label and not (
                    tree.pos[up] in NOMINAL_POS and tree.dep[token] == "conj"
                ):
                    absorbed.setdefault(up, []).append(token)
                    if tree.dep[token] != "nsubj" or tree.lemma[up] not in HARMING:
                        dropped.add(token)
                elif other.frame.rule in {"verb:propose-truce", "verb:offer-truce"} or (
                    (other.frame.label, hit.frame.label) in SAID_ALREADY and tree.dep[token] in GOVERNED
                ):
                    dropped.add(token)
        elif (
            hit.frame.rule.startswith("verb:discuss")
            and tree.dep[token] in {"advcl", "xcomp", "conj"}
            and any(
                up in by_token and by_token[up].frame.label in {"Meeting", "Negotiation"}
                for up in tree.ancestors(token)
            )
        ):
            dropped.add(token)
    return [
        hit._replace(frame=kinds.get(hit.token, hit.frame), absorbed=tuple(absorbed.get(hit.token, ())))
        if hit.token in kinds or hit.token in absorbed
        else hit
        for hit in hits
        if hit.token not in dropped
    ]


def _met_for(tree: "Tree", noun: int) -> int:
    """Return the verb that one met for a noun by, or -1: "met for a summit", "met at a summit in Oslo", "held a special session".

    "Novak met Lind at a summit" and "met at the summit" are meetings in its margins.
    """
    prep = tree.head[noun]
    if tree.dep[noun] == "dobj":
        return prep if tree.lemma[prep] == "hold" else -1
    verb, word = tree.head[prep], tree.word[prep]
    if not tree.is_verb(verb) or word not in {"for", "in", "at"}:
        return -1
    beside = tree.kid(verb, "dobj") is not None or any(tree.word[kid] == "with" for kid in tree.all_kids(verb, "prep"))
    known = any(tree.word[kid] in KNOWN for kid in tree.all_kids(noun, "det", "poss"))
    return verb if word == "for" or not (beside or known) else -1

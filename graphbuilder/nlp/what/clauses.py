"""Clauses: who is subject and object of a verb, also where grammar leaves it out; what a preposition governs.

Control, raising, passives, relative clauses, participles and coordination are handled here and nowhere else. It must not
know events.
"""

from typing import TYPE_CHECKING

from graphbuilder.nlp.what.tree import kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuilder.nlp.what.tree import Tree

OBJECT_CONTROL = frozenset({
    "incite", "induce", "lobby", "implore", "press", "pressure", "provoke", "prod", "ask", "allow", "advise", "beg",
    "call", "convince", "direct", "encourage", "expect", "force", "get", "help", "instruct", "invite", "lead",
    "let", "make", "order", "permit", "persuade", "prompt", "push", "recommend", "request", "require", "sentence",
    "summon", "task", "tell", "train", "urge", "warn", "want", "compel", "authorize", "authorise", "oblige",
    "enable", "send", "dispatch", "deploy", "appoint", "elect", "name", "choose", "select", "nominate", "command",
    "challenge", "dare",
})  # fmt: skip
"""Verbs whose object is the subject of the infinitive below ("urged Iran to halt ..."). The passive needs no list: there the
subject is that object ("was forced to resign")."""

BLAMING = frozenset({
    "accuse", "suspect", "convict", "acquit", "charge", "blame", "criticize", "criticise", "praise", "condemn",
    "prevent", "stop", "ban", "bar", "block", "thank", "indict", "deter", "discourage", "dissuade", "prohibit",
    "exclude", "absolve", "clear", "exonerate",
})  # fmt: skip
"""Verbs whose object does what the gerund after a preposition says: "accused Iran of arming rebels"."""
PREPOSITION_CONTROL = {
    "call": ("on", "upon"), "appeal": ("to",), "plead": ("with",), "rely": ("on",), "count": ("on",), "prevail": ("on", "upon"),
    "look": ("to",), "wait": ("for",), "ask": ("for",), "push": ("for",), "arrange": ("for",), "shout": ("at",),
}  # fmt: skip
"""Verbs whose infinitive belongs to the noun behind a preposition: "called on Kenya to free them"."""
ATTRIBUTING = frozenset({"according", "owing", "due", "based"})
CALENDAR = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december",
})  # fmt: skip
DIRECTIONS = frozenset({
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside",
})  # fmt: skip
DEFINITE = frozenset({
    "the", "this", "that", "these", "those", "his", "her", "their", "its", "last", "our", "my",
})  # fmt: skip
SUBJECT_DEPS = ("nsubj", "nsubjpass")
RELATIVES = frozenset({"who", "which", "that", "whom"})
INHERITING = frozenset({"xcomp", "advcl", "conj", "ccomp", "pcomp", "dep", "acl", "prep", "parataxis"})


def is_passive(tree: "Tree", verb: int) -> bool:
    """Say whether a verb stands in the passive ("was arrested", "troops deployed by", "was tried and convicted")."""
    if tree.tag[verb] != "VBN":
        return False
    has_aux = False
    for kid in tree.kids[verb]:
        dep = tree.dep[kid]
        if dep in {"auxpass", "nsubjpass", "agent"}:
            return True
        if dep == "aux":
            if tree.lemma[kid] == "be" and not any(tree.lemma[k] == "have" for k in tree.all_kids(verb, "aux")):
                return True
            has_aux = True
        elif dep in {"dobj", "nsubj"}:
            has_aux = has_aux or (dep == "nsubj" and tree.dep[verb] in {"ROOT", "conj", "relcl"})
    if has_aux:
        return False
    if tree.dep[verb] == "conj" and tree.is_verb(tree.head[verb]):
        return is_passive(tree, tree.head[verb]) and tree.kid(verb, "dobj") is None
    return (
        tree.dep[verb] in {"acl", "advcl", "xcomp", "ccomp", "relcl", "ROOT", "amod"} and tree.kid(verb, "dobj") is None
    )


def _antecedent(tree: "Tree", verb: int, found: int) -> int | None:
    """Return what a relative pronoun stands for ("officials who met ...")."""
    if tree.tag[found] not in {"WDT", "WP"} and not (tree.word[found] in RELATIVES and tree.tag[found] == "IN"):
        return found
    clause = next((here for here in (verb, *tree.ancestors(verb)) if tree.dep[here] in {"relcl", "acl"}), None)
    return None if clause is None else tree.head[clause]


def _surface(tree: "Tree", verb: int) -> int | None:
    """Return the subject written at a verb, whatever its voice."""
    found = tree.kid(verb, *SUBJECT_DEPS)
    return None if found is None else _antecedent(tree, verb, found)


def _written_object(tree: "Tree", verb: int) -> int | None:
    found = tree.kid(verb, "dobj")
    return None if found is None else _antecedent(tree, verb, found)


OTHERS_PLANS = frozenset({"plot", "conspiracy", "attempt"})
"""Nouns whose holder is not whoever finds, stops or survives it."""
DISCOVERING = frozenset({
    "stumble", "detect", "discover", "uncover", "foil", "thwart", "expose", "disrupt", "unmask", "avert", "prevent", "reveal",
})  # fmt: skip
PURSUING = frozenset({
    "make", "launch", "lead", "hatch", "join", "have", "mount", "continue", "begin", "stage", "plan", "abandon", "renew", "admit",
    "pursue", "repeat", "resume",
})  # fmt: skip
"""Verbs whose subject holds it all the same: "made an attempt to leave"."""


def _holder(tree: "Tree", noun: int) -> int | None:
    """Return who stands behind a noun: its possessor, or the subject of the verb it is object of ("has a plan to ...")."""
    poss = tree.kid(noun, "poss")
    if poss is not None:
        return poss
    for word, below in prepositions(tree, noun):  # "the decision of the Senate to send aid", "a plan by Egypt to end"
        if word == "by" or (word == "of" and tree.pos[below] == "PROPN"):
            return below
    head = tree.head[noun]
    finder = tree.head[head] if tree.dep[noun] == "pobj" else head
    found_out = tree.lemma[noun] in {"plan", "scheme"} and tree.lemma[finder] in DISCOVERING
    if found_out or (
        tree.lemma[noun] in OTHERS_PLANS and tree.lemma[head] not in PURSUING
    ):  # "police foiled a plot to kill him"
        return None
    if tree.dep[noun] in {"dobj", "pobj", "attr"}:
        while tree.dep[noun] == "pobj" and tree.head[head] != head and not tree.is_verb(head):
            head = tree.head[head]
        if tree.is_verb(head):
            return inherited_subject(tree, head)
    return None


def _asked(tree: "Tree", verb: int, head: int) -> int | None:
    """Return who is asked to do what an infinitive says ("called on Kenya to free them")."""
    words = PREPOSITION_CONTROL.get(tree.lemma[head], ())
    infinitive = any(tree.word[kid] == "to" for kid in tree.all_kids(verb, "aux"))
    if not words or not infinitive or is_passive(tree, head):
        return None
    for kid in tree.all_kids(head, "prep", "dative"):
        if tree.word[kid] in words and kid < verb:
            return tree.kid(kid, "pobj")
    return None


def inherited_subject(tree: "Tree", verb: int, depth: int = 0) -> int | None:
    """Return the token that is the understood subject of a verb form, by control, raising, coordination or participle."""
    found = _surface(tree, verb)
    if found is not None or depth > 6:
        return found
    head, dep = tree.head[verb], tree.dep[verb]
    if head == verb:
        return None
    if dep == "relcl":
        return head
    if dep == "acl":
        if tree.tag[verb] in {"VBG", "VBN"}:
            return head
        return _holder(tree, head)
    if dep == "conj" and tree.dep[head] == "relcl" and tree.word[verb - 1] == "," and tree.kid(head, "cc") is None:
        return tree.head[head]  # "Kenya, whose president is ill, sent his deputy": the parser saw no main verb
    if dep not in INHERITING and dep != "amod":
        return None
    if dep == "pcomp":
        governor = tree.head[head]
        beside = tree.pos[governor] == "ADV" or tree.dep[governor] == "acomp"
        # "stopped short of blaming", "Far from resigning, Novak blamed Lind", "is close to signing"
        if beside:
            governor = tree.head[governor]
        if not beside and tree.is_verb(governor) and tree.lemma[governor] in BLAMING:
            done_to = objects(tree, governor)
            if done_to:
                return done_to[0]
        if tree.is_verb(governor):
            return inherited_subject(tree, governor, depth + 1)
        if tree.dep[governor] == "dobj" and tree.lemma[tree.head[governor]] in BLAMING:
            return governor  # "convicted two men of plotting": hung on the men
        return _holder(tree, governor)
    if not tree.is_verb(head):
        if dep in {"xcomp", "ccomp"} and tree.pos[head] == "ADJ":  # "is due to meet", "likely to win"
            return (
                inherited_subject(tree, tree.head[head], depth + 1)
                if tree.dep[head] == "acomp"
                else _surface(tree, head)
            )
        return _holder(tree, head) if tree.pos[head] == "NOUN" else None
    if dep in {"xcomp", "ccomp", "advcl"}:
        asked = _asked(tree, verb, head)
        if asked is not None:
            return asked
    if dep in {"xcomp", "ccomp"}:
        controller = _written_object(tree, head)
        if controller is not None and tree.lemma[head] in OBJECT_CONTROL and not is_passive(tree, head):
            return controller
        if dep == "ccomp" and tree.tag[verb] not in {"VB", "VBG", "VBN"}:
            return None
    if dep == "advcl" and tree.tag[verb] in {"VBD", "VBZ", "VBP"}:
        return None
    return inherited_subject(tree, head, depth + 1)


@kept
def subjects(tree: "Tree", verb: int) -> "Sequence[int]":
    """Return the heads that do what an event verb says: the subject of an active verb, the agent of a passive one."""
    if is_passive(tree, verb):
        return [obj for by in tree.all_kids(verb, "agent") for obj in tree.all_kids(by, "pobj")]
    found = inherited_subject(tree, verb)
    joined = tree.head[tree.head[verb]] if tree.dep[verb] == "pcomp" and tree.word[tree.head[verb]] == "in" else verb
    beside = tree.all_kids(joined, "dobj") if tree.lemma[joined] == "join" else []
    return [] if found is None else [found, *beside]  # "joined Norway in imposing sanctions"


@kept
def objects(tree: "Tree", verb: int) -> "Sequence[int]":
    """Return the heads it is done to: the object of an active verb, the subject of a passive one."""
    if tree.dep[verb] == "amod":  # "rescued a kidnapped girl": never those who rescued her
        return [tree.head[verb]] if tree.tag[verb] == "VBN" else []
    if is_passive(tree, verb):
        found = inherited_subject(tree, verb)
        # "was denied entry", "was handed a sentence": the object that stays behind comes second
        return [*([] if found is None else [found]), *tree.all_kids(verb, "dobj", "oprd")]
    written = _written_object(tree, verb)
    if written is not None:
        return [written]
    if tree.dep[verb] == "relcl" and tree.kid(verb, *SUBJECT_DEPS) is not None:
        surface = _surface(tree, verb)
        if surface != tree.head[verb]:  # "the deal Xi signed": the gap is the noun above
            return [tree.head[verb]]
    if tree.dep[verb] == "conj" and tree.is_verb(tree.head[verb]) and tree.kid(verb, "prep", "ccomp", "xcomp") is None:
        return []
    # "urged Iran to halt": the parser may make the object the subject of the infinitive
    clause = tree.kid(verb, "ccomp")
    told = clause is not None and any(tree.word[kid] == "that" or tree.tag[kid] == "MD" for kid in tree.kids[clause])
    if clause is not None and tree.tag[clause] == "VB" and tree.lemma[verb] in OBJECT_CONTROL and not told:
        return tree.all_kids(clause, "nsubj", "nsubjpass")
    return tree.all_kids(verb, "oprd")


ADVERBS = frozenset({"ahead", "prior", "together", "along", "away", "back", "home", "close"})
"""Adverbs that a preposition leans on: "marched close to the border"."""


@kept
def prepositions(tree: "Tree", index: int) -> "Sequence[tuple[str, int]]":
    """Return (preposition, governed head) pairs at a token; "out of X" gives "of", "ahead of X" gives "ahead of"."""
    found: list[tuple[str, int]] = []
    for kid in tree.kids[index]:
        dep = tree.dep[kid]
        if dep in {"prep", "dative", "agent"}:
            word = "by" if dep == "agent" else tree.word[kid]
            if word in ATTRIBUTING:
                continue
            if dep == "dative" and tree.pos[kid] not in {"ADP", "SCONJ"}:
                found.append(("dative", kid))
                continue
            for below in tree.kids[kid]:
                if tree.dep[below] in {"pobj", "pcomp"}:
                    found.append((word, below))
                    if tree.word[below] in CALENDAR:  # "flew on Thursday to Quito": hung on the day
                        found.extend(prepositions(tree, below))
                elif tree.dep[below] == "prep":
                    found.extend((tree.word[below], far) for far in tree.all_kids(below, "pobj", "pcomp"))
        elif tree.word[kid] in DIRECTIONS and dep in {"advmod", "npadvmod"}:  # "a raid 20 km north of Aleppo"
            found.extend(("near", far) for prep in tree.all_kids(kid, "prep") for far in tree.all_kids(prep, "pobj"))
        elif dep == "advmod" and tree.word[kid] in ADVERBS:
            joined = {"ahead": "ahead of", "prior": "prior to", "close": "near"}.get(tree.word[kid])
            for prep in tree.all_kids(kid, "prep"):
                found.extend((joined or tree.word[prep], far) for far in tree.all_kids(prep, "pobj", "pcomp"))
    return found


def is_definite(tree: "Tree", noun: int) -> bool:
    """Say whether a noun points to something known ("the talks", "his visit", "Monday's attack")."""
    return any(
        tree.dep[kid] == "poss" or (tree.dep[kid] == "det" and tree.word[kid] in DEFINITE) for kid in tree.kids[noun]
    )

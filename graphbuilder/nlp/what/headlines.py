"""Headlines: the grammar of lines without a full stop: no auxiliaries, "to" for "will", verbs that look like nouns, capitals.

Each repair changes the tree's own columns, never spaCy's document. It must not know events; a repair quotes the line it is for.
"""

from typing import TYPE_CHECKING, Final

from graphbuilder.nlp.what.moves import move

if TYPE_CHECKING:
    from graphbuilder.nlp.what.tree import Tree

LONGEST: Final = 16
"""A line of more words is a sentence whose full stop was lost."""
ENDS: Final = frozenset({".", "!", "?", "…", ":", ";", ",", '"', "”", "'", "’", "..."})
SUBJECTS: Final = ("nsubj", "nsubjpass", "csubj", "expl")
UNDERGONE: Final = frozenset({
    "abduct", "adopt", "appoint", "approve", "arrest", "ban", "call", "cancel", "charge", "close", "convict", "delay", "deport",
    "detain", "dismiss", "evict", "expel", "extradite", "fine", "fire", "free", "halt", "hold", "impose", "injure", "jail",
    "kidnap", "kill", "lift", "name", "oust", "postpone", "reach", "reject", "release", "rescue", "restore", "sack", "scrap",
    "seal", "seize", "sentence", "shelve", "sign", "suspend", "wound", "extend", "deploy", "summon",
    "defeat", "elect", "indict", "assassinate", "acquit", "stab",
})  # fmt: skip
"""Verbs whose past form without an object is a passive in a headline: "Envoy freed", "Talks called off", "Deal reached"."""
ALSO_NOUNS: Final = frozenset({
    "arrest", "attack", "back", "ban", "block", "bomb", "charge", "demand", "free", "hail", "host", "impose", "jail", "launch",
    "oust", "raid", "release", "sack", "sanction", "seize", "shell", "sign", "slam", "storm", "strike", "summon", "threaten",
    "urge", "visit", "vow", "enter", "deport", "expel", "kill", "reject", "condemn", "accuse", "detain", "meet", "recall",
    "invade", "ambush", "blame", "fine", "pardon", "torch", "apologize", "endorse", "win", "praise", "rebuke",
    "sue", "fire", "appoint", "mock", "blast", "criticize", "criticise", "defend",
})  # fmt: skip
"""Verbs that the parser takes for nouns between two nouns: "Rebels storm airport", "POLICE ARREST EDITOR"."""
LONG_WORD: Final = 4
"""Letters from which on a title has a capital, and how many such words make a line a title."""
MANY: Final = frozenset({"police", "army", "government", "military"})
"""Subjects that take a bare verb in the plural though they have no plural form, or a capitalised one."""
OFF: Final = frozenset({"off"})


URGED: Final = frozenset({"urge", "ask", "tell", "order", "force", "allow", "invite"})
"""Verbs that with an infinitive and no object are passives too: "President urged to resign"."""


def read_headline(tree: "Tree", first: int, after: int) -> None:
    """Undo what the parser makes of the headline `first` to `after` (half-open); do nothing to a full sentence."""
    while after > first and tree.pos[after - 1] == "SPACE":
        after -= 1
    while first < after and tree.pos[first] in {"PUNCT", "SYM", "SPACE"}:
        first += 1  # "- Talks off", "• Envoy freed"
    if not 1 < after - first <= LONGEST or tree.word[after - 1] in ENDS:
        return
    if tree.tag[first] == "VB" and tree.kid(first, "dobj", *SUBJECTS) is None:
        _noun_first(tree, first, after)
    _off_noun(tree, first, after)
    for verb in range(first + 1, after):
        if tree.word[verb] == "to" and verb + 1 < after and tree.tag[verb + 1] == "VB":
            _to_come(tree, first, verb)
        elif tree.tag[verb] in {"VBD", "VBN"}:
            _passive(tree, verb, after)
    _join_names(tree, first, after)
    said = next((here for here in range(first + 1, after - 2) if tree.lemma[here] == "say"), None)
    if said is not None and tree.word[said + 1] == "no" and tree.word[said + 2] == "to":
        _says_no(tree, said, after)
    loud = all(tree.doc[here].is_upper for here in range(first, after) if tree.doc[here].is_alpha)
    if not any(_finite(tree, here, loud=loud) for here in range(first, after)):
        _hidden_verb(tree, first, after)


def _finite(tree: "Tree", here: int, *, loud: bool = False) -> bool:
    """Say whether a word is a finite verb; in a line of capitals only one the table knows ("GOVERNMENT IMPOSES CURFEW")."""
    return tree.is_verb(here) and (not loud or tree.lemma[here] in ALSO_NOUNS or tree.pos[here] == "AUX")


def _to_come(tree: "Tree", first: int, marker: int) -> None:
    """Make "to" a "will" in "PM to visit Kyiv", "Minister to resign", "Two to quit": no verb stands before it."""
    verb = marker + 1
    late = any(tree.is_verb(here) for here in range(first, marker))
    if tree.word[marker - 1] == "due" and not late and marker - 1 > first:  # "Envoy due to visit Chad"
        _clause_of(tree, first, marker - 1, verb)
        move(tree, marker - 1, verb, "advmod")
        tree.tag[marker] = "MD"
        return
    if late or tree.pos[marker - 1] not in {"NOUN", "PROPN", "NUM"}:
        return
    subject = tree.kid(verb, *SUBJECTS)
    above = tree.head[verb]
    if subject is None:
        if tree.dep[verb] != "ROOT" and above != _top(tree, first, marker):
            return
        _clause_of(tree, first, marker, verb)
    elif tree.dep[verb] != "ROOT":
        return
    tree.tag[marker] = "MD"


def _top(tree: "Tree", first: int, end: int) -> int:
    """Return the head of the words from `first` to `end` (half-open)."""
    top = end - 1
    while first <= tree.head[top] < end and tree.head[top] != top:
        top = tree.head[top]
    return top


def _clause_of(tree: "Tree", first: int, end: int, verb: int) -> None:
    """Make a verb the root of its line and what stands before `end` its subject."""
    top = _top(tree, first, end)
    if tree.head[verb] != verb:
        _lift(tree, verb)
    move(tree, top, verb, "nsubj")


def _off_noun(tree: "Tree", first: int, after: int) -> None:
    """Make a noun of "visit" in "Lisbon visit off"."""
    noun = after - 2
    if (
        noun <= first
        or tree.word[after - 1] not in OFF
        or tree.word[noun] not in {"visit", "march", "strike", "protest"}
    ):
        return
    subject = tree.kid(noun, "nsubj")
    if tree.head[noun] == noun and tree.tag[noun] in {"VB", "VBP"}:
        tree.pos[noun], tree.tag[noun] = "NOUN", "NN"
        if subject is not None:
            tree.dep[subject] = "compound"


def _noun_first(tree: "Tree", first: int, after: int) -> None:
    """Make a noun of the first word in "Visit to Riga cancelled", which the parser takes for a command."""
    verb = next(
        (here for here in tree.all_kids(first, "conj") if tree.tag[here] in {"VBD", "VBN"} and here < after), None
    )
    if verb is None or tree.lemma[verb] not in UNDERGONE or tree.kid(first, "cc") is not None:
        return
    _lift(tree, verb)
    move(tree, first, verb, "nsubj")
    tree.pos[first], tree.tag[first] = "NOUN", "NN"
    tree.tag[verb] = "VBD"


def _lift(tree: "Tree", verb: int) -> None:
    """Make a word the root of its line; what hangs on the old root behind it goes with it."""
    old = tree.head[verb]
    tree.kids[old].remove(verb)
    tree.head[verb], tree.dep[verb] = verb, "ROOT"
    for kid in list(tree.kids[old]):
        if kid > verb:
            move(tree, kid, verb, tree.dep[kid])


def _passive(tree: "Tree", verb: int, after: int) -> None:
    """Make a passive of "Envoy freed", "Talks called off" and "Two held after blast", where no auxiliary says so."""
    urged = tree.lemma[verb] in URGED and tree.kid(verb, "xcomp") is not None
    if (
        not (urged or tree.lemma[verb] in UNDERGONE)
        or tree.kid(verb, "aux", "auxpass", "dobj", "ccomp", "dative") is not None
    ):
        return
    subject, noun = tree.kid(verb, "nsubj"), tree.head[verb]
    if tree.dep[verb] == "ROOT" and subject is not None and subject < verb and tree.tag[verb] == "VBD":
        if verb + 1 < after and tree.word[verb + 1] in {"that", "on"} and tree.lemma[verb] in {"rule", "sign"}:
            return
        tree.tag[verb], tree.dep[subject] = "VBN", "nsubjpass"
    elif (
        tree.dep[verb] == "acl"
        and tree.dep[noun] == "ROOT"
        and noun < verb
        and subject is None
        and not any(_finite(tree, here) for here in range(noun, after) if here != verb)
    ):
        _lift(tree, verb)
        move(tree, noun, verb, "nsubjpass")
        tree.tag[verb] = "VBN"


def _join_names(tree: "Tree", first: int, after: int) -> None:
    """Join the names in "Germany, France sign pact" and "Sudan, Chad to hold talks", where a comma stands for "and"."""
    comma = next((here for here in range(first, after) if tree.word[here] == ","), None)
    if comma is None or any(tree.pos[here] != "PROPN" for here in range(first, comma)):
        return
    end = comma + 1
    while end < after and tree.pos[end] == "PROPN":
        end += 1
    if end == comma + 1 or end == after:
        return
    verb = end if tree.is_verb(end) else end + 1 if tree.word[end] == "to" and end + 1 < after else None
    if verb is None or not tree.is_verb(verb) or tree.dep[verb] != "ROOT":
        return
    left, right = comma - 1, end - 1
    if tree.head[left] not in {verb, right} or tree.head[right] not in {verb, left}:
        return
    move(tree, left, verb, "nsubj")
    move(tree, right, left, "conj")


def _says_no(tree: "Tree", verb: int, after: int) -> None:
    """Undo the infinitive in "Mayor says no to deal": "no" is what is said, "to" a preposition."""
    no, marker, noun = verb + 1, verb + 2, verb + 3
    if tree.tag[noun] == "VB" and noun + 1 < after and tree.kid(noun, "dobj") is not None:
        return
    move(tree, no, verb, "dobj")
    move(tree, marker, verb, "prep")
    tree.pos[marker], tree.tag[marker] = "ADP", "IN"
    if tree.tag[noun] in {"VB", "VBP"}:
        tree.pos[noun], tree.tag[noun] = "NOUN", "NN"
        move(tree, noun, marker, "pobj")


def _hidden_verb(tree: "Tree", first: int, after: int) -> None:
    """Find the verb in "Rebels storm airport in Goma", "POLICE ARREST EDITOR", "GOVERNMENT IMPOSES CURFEW"."""
    titled = _in_title_case(tree, first, after)
    for verb in range(first + 1, after - 1):
        word, before = tree.word[verb], verb - 1
        loud = tree.doc[verb].is_upper and len(word) > 1
        if not loud and not titled and tree.doc[verb].text != word:
            continue
        if tree.pos[before] not in {"NOUN", "PROPN"} or tree.pos[verb + 1] in {"PUNCT", "CCONJ", "PART", "ADP"}:
            continue
        single = _third_person(word)
        plural = tree.tag[before] in {"NNS", "NNPS"} or tree.word[before] in MANY or tree.word[before].endswith("s")
        if word in ALSO_NOUNS and plural:
            tree.lemma[verb] = word
        elif single in ALSO_NOUNS and (loud or not plural):
            tree.lemma[verb] = single
        else:
            continue
        build_clause(tree, first, verb, after)
        return


def _in_title_case(tree: "Tree", first: int, after: int) -> bool:
    """Say whether a line has all its longer words in capitals: "Senate Republicans Demand Governor's Resignation"."""
    long = [here for here in range(first, after) if len(tree.word[here]) >= LONG_WORD and tree.doc[here].is_alpha]
    return len(long) >= LONG_WORD and all(tree.doc[here].text[0].isupper() for here in long)


def _third_person(word: str) -> str:
    """Return the base form of a verb in -s ("imposes", "storms", "clashes"); the word itself where it has none."""
    if not word.endswith("s"):
        return word
    return word[:-2] if word[:-1] not in ALSO_NOUNS and word.endswith("es") else word[:-1]


def build_clause(tree: "Tree", first: int, verb: int, after: int) -> None:
    """Make a heap of nouns a clause around its verb: what stands before it is the subject, the first noun behind the object."""
    subject = verb - 1
    before, behind = range(first, verb), range(verb + 1, after)
    if tree.head[verb] != verb:
        tree.kids[tree.head[verb]].remove(verb)
        tree.head[verb] = verb
    tree.dep[verb], tree.pos[verb], tree.tag[verb] = "ROOT", "VERB", "VBZ"
    found = False
    for here in (*before, *behind):
        head = tree.head[here]
        inside = before if here < verb else behind
        if head in inside and head != here:
            continue
        if here == subject:
            dep, goal = "nsubj", verb
        elif here < verb:
            dep, goal = "compound", subject
        elif tree.pos[here] in {"NOUN", "PROPN", "PRON", "NUM"} and not found:
            dep, goal, found = "dobj", verb, True
        else:
            dep, goal = ("prep" if tree.pos[here] == "ADP" else "dep"), verb
        if head != here:
            tree.kids[head].remove(here)
        tree.head[here], tree.dep[here] = goal, dep
        tree.kids[goal].append(here)
        tree.kids[goal].sort()
    for here in behind:
        if tree.dep[here] == "dobj" and tree.head[here] == verb and tree.pos[here] == "VERB":
            tree.pos[here], tree.tag[here] = "NOUN", "NN"


def is_off(tree: "Tree", noun: int) -> bool:
    """Say whether a headline calls its noun off without a verb: "Talks off", "Lisbon visit off"."""
    if tree.forms.isdisjoint(OFF):
        return False
    particle = tree.kid(noun, "prt", "advmod", "prep")
    number = tree.sentence[noun]
    end = tree.begins[number + 1] if number + 1 < len(tree.begins) else len(tree)
    alone = particle is not None and all(tree.pos[here] in {"PUNCT", "SPACE"} for here in range(particle + 1, end))
    return alone and tree.dep[noun] == "ROOT" and particle == noun + 1 and tree.word[noun + 1] in OFF

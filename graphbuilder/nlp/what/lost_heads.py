"""Lost heads: subjects and objects that the parser hangs on the noun beside them, put back where the grammar wants them.

Each changes the tree's own columns, never spaCy's document. It must not know events; a repair quotes the sentence it is for.
"""

from typing import TYPE_CHECKING

from graphbuilder.nlp.what.listed import join_listed
from graphbuilder.nlp.what.lost_verbs import SUBJECTS, gathered, outside, participle_for_verb, verb_for_participle
from graphbuilder.nlp.what.moves import move

if TYPE_CHECKING:
    from graphbuilder.nlp.what.tree import Tree

OPENING = frozenset({
    "call", "appeal", "plea", "demand", "request", "petition", "plot", "conspiracy", "plan", "attempt", "bid", "threat",
    "proposal", "promise", "pledge", "vow", "invitation", "ultimatum",
})  # fmt: skip
"""Nouns that an infinitive belongs to rather than to the verb above."""
YEAR_LEADS = frozenset({"in", "since", "until", "by"})
SPOKEN = frozenset({"said", "says", "added"})
HANDING = frozenset({"hand", "give", "send", "offer", "grant", "deny", "award", "tell", "show", "pay", "bring"})
NAMING = frozenset({"appoint", "elect", "nominate", "name", "designate"})


LOSING = frozenset(
    {"ROOT", "acl", "amod", "advcl", "appos", "dobj", "ccomp", "compound", "conj", "nmod", "nummod", "xcomp"}
)
"""Relations under which a head may be lost."""


def find_lost(tree: "Tree") -> None:
    """Undo the known errors of one document in place."""
    for index, dep in enumerate(tree.dep):
        if dep not in LOSING:
            continue
        if dep == "appos":
            if not join_listed(tree, index):
                _late_subject(tree, index)
        elif dep == "nmod" and tree.tag[index] == "NNS":
            _listed_first(tree, index)
        elif dep in {"nmod", "compound"} and tree.pos[index] == "PROPN":
            _named_to_office(tree, index)
        elif dep == "conj" and tree.dep[tree.head[index]] == "appos":
            _beside_named(tree, index)
        elif dep == "conj" and tree.pos[index] == "PROPN":
            _second_object(tree, index)
        elif dep == "dobj" and tree.lemma[tree.head[index]] in HANDING:
            _two_objects(tree, index)
        elif dep == "acl":
            if not gathered(tree, index) and tree.doc[index].tag_ == "VBD" and tree.dep[tree.head[index]] == "ROOT":
                verb_for_participle(tree, index)
        elif dep == "amod":
            outside(tree, index)
        elif dep in {"advcl", "xcomp"} and tree.tag[index] == "VB":
            _infinitive_of_noun(tree, index)
        elif dep == "nummod" and index and tree.word[index - 1] in YEAR_LEADS and tree.dep[index - 1] == "prep":
            _year(tree, index)
        elif tree.word[index] in SPOKEN and dep in {"ROOT", "ccomp"}:
            _speaker_behind(tree, index)
        elif dep == "ROOT" and tree.doc[index].tag_ in {"VBN", "VBD"}:
            participle_for_verb(tree, index)


def _infinitive_of_noun(tree: "Tree", index: int) -> None:
    """Hang "to kill" on "plot" in "Police foiled a plot to kill the mayor": it says which plot, not what it was foiled for."""
    verb = tree.head[index]
    to = next((kid for kid in tree.all_kids(index, "aux") if tree.word[kid] == "to"), None)
    if to is None or verb > to:
        return
    if tree.lemma[verb] in OPENING and tree.pos[verb] == "NOUN":  # "Calls to dismiss him grew"
        tree.dep[index] = "acl"
        return
    below = [noun for prep in tree.all_kids(verb, "prep") for noun in tree.all_kids(prep, "pobj") if noun < to]
    for noun in reversed([*tree.all_kids(verb, "dobj", "nsubjpass"), *below]):
        if tree.lemma[noun] in OPENING and tree.pos[noun] == "NOUN" and _last(tree, noun) == to - 1:
            move(tree, index, noun, "acl")
            return


def _year(tree: "Tree", index: int) -> None:
    """Give "in" its year in "In 1956 Soviet tanks crushed the revolt", where the parser counts the tanks.

    In "In 2023 rebels executed five hostages" it takes them from the verb as well.
    """
    word, prep, noun = tree.word[index], index - 1, tree.head[index]
    if len(word) != 4 or not word.isdigit() or not "1000" <= word < "2100":
        return
    counted, verb = tree.kid(prep, "pobj"), tree.head[prep]
    if counted is None:
        move(tree, index, prep, "pobj")
    elif counted == noun and tree.tag[verb] == "VBD" and tree.kid(verb, *SUBJECTS) is None and noun < verb:
        move(tree, noun, verb, "nsubjpass" if tree.kid(verb, "auxpass") is not None else "nsubj")
        move(tree, index, prep, "pobj")


def _speaker_behind(tree: "Tree", index: int) -> None:
    """Give "said" its subject in "... killing three people, the governor, Oleg Sharin, said": the parser lists them as killed."""
    closed = index + 1 < len(tree) and tree.word[index + 1] in {".", '"', "\u201d"}
    if not closed or index < 3 or tree.kid(index, *SUBJECTS) is not None:
        return
    here = index - 2 if tree.word[index - 1] == "," else index - 1
    speaker = None
    while (
        tree.dep[here] in {"conj", "appos", "pobj", "prep"} and tree.head[here] < here
    ):  # "the governor of Kano, Sani Bello"
        if tree.dep[here] in {"conj", "appos"} and tree.word[max(0, _first(tree, here) - 1)] == ",":
            speaker = here
        here = tree.head[here]
    if speaker is not None and _last(tree, speaker) in {index - 1, index - 2}:
        move(tree, speaker, index, "nsubj")


def _beside_named(tree: "Tree", index: int) -> None:
    """Join the second office to the first in "Peru's minister, Ana Rey, and her Chilean counterpart, Pedro Ramos, met".

    The parser joins it to the name; a name inside an apposition is closed by a comma before "and", and its office is one.
    """
    name = tree.head[index]
    office = tree.head[name]
    cc = next((kid for kid in tree.all_kids(name, "cc") if name < kid < index), None)
    if (
        cc is None
        or tree.word[cc - 1] != ","
        or tree.tag[office] not in {"NN", "NNP"}
        or tree.kid(index, "conj") is not None
    ):
        return
    if tree.pos[office] == "NOUN" and office < name < index:
        move(tree, index, office, "conj")
        move(tree, cc, office, "cc")


def _two_objects(tree: "Tree", index: int) -> None:
    """Make the first of two objects the receiver: "handed the prefect a letter", where the parser sees two of one kind."""
    verb = tree.head[index]
    first = tree.kid(verb, "dobj")
    if first is not None and verb < first < index:
        tree.dep[first] = "dative"


def _second_object(tree: "Tree", index: int) -> None:
    """Join a name to the object before it in "Novak hosted Lind, the Kenyan president, and Haddad in Oslo on Friday".

    Behind an apposition the parser joins it to the verb, and hangs on it what is the verb's.
    """
    verb = tree.head[index]
    first = tree.kid(verb, "dobj")
    if not tree.is_verb(verb) or first is None or first > index or tree.pos[first] != "PROPN":
        return
    if tree.kid(first, "appos") is None or any(tree.dep[kid] in SUBJECTS for kid in tree.kids[index]):
        return
    move(tree, index, first, "conj")
    for kid in [kid for kid in tree.kids[index] if kid > index and tree.dep[kid] in {"prep", "npadvmod"}]:
        move(tree, kid, verb, tree.dep[kid])


def _late_subject(tree: "Tree", index: int) -> None:
    """Free the subject in "At the invitation of Novak, Lind will travel to Oslo" and "According to Novak, Kenya will pay".

    The parser may take it for an apposition of the name before the comma; an apposition would be closed by a comma of its own.
    """
    before = tree.head[index]
    last = _last(tree, index)
    if before > index or last + 1 >= len(tree) or tree.word[last + 1] == ",":
        return
    verb = next((here for here in tree.ancestors(before) if tree.is_verb(here)), None)
    if verb is None or verb < index or tree.tag[verb] == "VBG":
        return
    phrase = _first(tree, index)
    if phrase == 0 or tree.word[phrase - 1] != ",":
        return
    lead = tree.kids[verb][0] if tree.kids[verb] else verb
    following = min([verb, *(kid for kid in tree.all_kids(verb, "aux", "auxpass", "neg") if kid > index)])
    if following != last + 1 or lead > before:
        return
    subject = tree.kid(verb, *SUBJECTS)
    if subject is None and tree.tag[verb] != "VBN":
        move(tree, index, verb, "nsubj")
    elif subject is None and tree.all_kids(verb, "auxpass"):
        move(tree, index, verb, "nsubjpass")
    elif subject == before and tree.word[max(0, _first(tree, before) - 1)] == ",":
        opening = tree.kid(verb, "prep")
        noun = None if opening is None or opening > before else _far_noun(tree, opening)
        if noun is not None and tree.word[opening or 0] == "according":
            dep = tree.dep[before]
            move(tree, index, verb, dep)
            move(tree, before, noun, "appos")


def _far_noun(tree: "Tree", opening: int) -> int | None:
    """Return the noun that "According to" leads to."""
    for prep in (opening, *tree.all_kids(opening, "prep")):
        noun = tree.kid(prep, "pobj")
        if noun is not None:
            return noun
    return None


def _listed_first(tree: "Tree", index: int) -> None:
    """Make "Farmers" the first of two in "Farmers and truck drivers blocked the road", not a modifier of the drivers."""
    noun = tree.head[index]
    joined = tree.kid(index, "conj")
    if joined is None or tree.kid(index, "cc") is None or not index < joined < noun or tree.tag[noun] != "NNS":
        return
    if tree.tag[joined] not in {"NN", "NNP", "JJ"} or any(kid < index for kid in tree.kids[noun]):
        return
    head, dep = tree.head[noun], tree.dep[noun]
    if head == noun:
        return
    move(tree, index, head, dep)
    move(tree, joined, noun, "compound")
    move(tree, noun, index, "conj")


def _named_to_office(tree: "Tree", index: int) -> None:
    """Make the person the object of "Novak appointed Mariam Lind foreign minister", the office what she is made."""
    noun = tree.head[index]
    verb = tree.head[noun]
    if (
        tree.dep[noun] not in {"dobj", "oprd"}
        or tree.pos[noun] != "NOUN"
        or tree.lemma[verb] not in NAMING
        or index < verb
    ):
        return
    if any(kid < index and tree.dep[kid] in {"det", "poss", "amod"} for kid in tree.kids[noun]):
        return
    first = _first(tree, index)
    if first != verb + 1:
        return
    move(tree, index, verb, "dobj")
    tree.dep[noun] = "oprd"


def _first(tree: "Tree", index: int) -> int:
    """Return the first token of a phrase."""
    return min([index, *(_first(tree, kid) for kid in tree.kids[index] if kid < index)])


def _last(tree: "Tree", index: int) -> int:
    """Return the last token of a phrase."""
    return max([index, *(_last(tree, kid) for kid in tree.kids[index] if kid > index)])

"""Repairs: parser and lemmatiser errors that are regular enough to undo, one construction a function.

Each changes the tree's own columns, never spaCy's document. It must not know events; a repair quotes the sentence it is for.
"""

from typing import TYPE_CHECKING

from graphbuilder.nlp.preterites import PRETERITES
from graphbuilder.nlp.what.headlines import build_clause, read_headline
from graphbuilder.nlp.what.lost_heads import find_lost
from graphbuilder.nlp.what.moves import move
from graphbuilder.nlp.what.split_quotes import join_split_quotes

if TYPE_CHECKING:
    from graphbuilder.nlp.what.tree import Tree

LEMMAS = {
    "axed": "axe", "axing": "axe", "cordoned": "cordon", "cordoning": "cordon", "fined": "fine", "fining": "fine",
    "hoped": "hope", "hopes": "hope", "hoping": "hope", "installed": "install", "installing": "install",
    "lambasted": "lambaste", "lambasting": "lambaste", "raped": "rape", "raping": "rape",
    "reappointed": "reappoint", "relaunched": "relaunch", "relaunching": "relaunch", "slated": "slate",
    "staged": "stage", "staging": "stage", "talks": "talk", "men": "man", "women": "woman", "people": "person",
    "stole": "steal", "swore": "swear", "threw": "throw", "tore": "tear", "felled": "fell", "slain": "slay",
    "slew": "slay", "overthrew": "overthrow", "forgave": "forgive", "summits": "summit", "hostages": "hostage", "taxes": "tax",
}  # fmt: skip
"""Inflected forms the model's lemmatiser gets wrong in news text ("The union staged a walkout" gives "stag")."""

HYPHENED = frozenset(
    {"ceasefire", "ceasefires", "airstrike", "airstrikes", "coordination", "cyberattack", "cyberattacks"}
)
"""Words that some write with a hyphen, which the tokeniser makes three: "a cease-fire"."""

HEADLINE = 16
"""A sentence of fewer words without any verb may be a headline whose verb was taken for a noun."""
CURRENCIES = frozenset({"usd", "us$", "eur", "gbp", "aud", "cad", "jpy"})
GERUND_VERBS = frozenset({
    "deny", "avoid", "admit", "consider", "stop", "begin", "continue", "start", "suggest", "propose", "keep",
    "finish", "resume", "risk", "regret", "recommend", "oppose", "halt", "end", "favour", "favor", "delay",
    "postpone", "resist",
})  # fmt: skip
GIVING_VERBS = frozenset({
    "grant", "give", "offer", "send", "hand", "deny", "lend", "supply", "promise", "award", "refuse", "sell",
})  # fmt: skip

MISREAD = frozenset({"compound", "amod", "ccomp", "conj", "xcomp"})
"""Relations that the parser may get wrong for a single word."""
MONTH_WORDS = frozenset({"march", "may"})
"""Months that are also words; "March" after one of `DATE_LEADS` or beside a number is the month."""
DATE_LEADS = frozenset({
    "in", "since", "until", "till", "by", "from", "to", "of", "on", "last", "next", "this", "early", "late", "mid", "through",
    "before", "after", "during", "between", "earlier", "past", "every",
})  # fmt: skip


def repair(tree: "Tree") -> None:
    """Undo the known errors of one document in place."""
    for index in range(len(tree) - 2) if "-" in tree.word else ():
        if tree.word[index + 1] == "-" and tree.word[index] + tree.word[index + 2] in HYPHENED:
            tree.lemma[index + 2] = tree.word[index] + tree.lemma[index + 2]
    for index, tag in enumerate(tree.tag):
        if tag == "VBN":
            if tree.dep[index] in {"advcl", "ROOT"}:
                _preterite(tree, index)
        elif tag in {"VB", "VBP"} and tree.word[index] in PRETERITES:
            tree.tag[index] = "VBD"
    words = set(tree.word)
    sums = {word for word in words if word[:3] in CURRENCIES and word[3:4].isdigit()}  # "USD40", "EUR2.5"
    for index, word in enumerate(tree.word) if sums or not words.isdisjoint(MONTH_WORDS) else ():
        if word in sums:
            tree.lemma[index] = "dollar"
        elif word in MONTH_WORDS:
            _month(tree, index)
    for index, dep in enumerate(tree.dep):
        if dep not in MISREAD:
            continue
        pos, tag = tree.pos[index], tree.tag[index]
        if tag == "VBG" and dep in {"compound", "amod"}:
            _gerund(tree, index)
        elif dep == "ccomp" and pos == "NOUN":
            _subjunctive(tree, index)
        elif dep == "compound" and (pos == "PROPN" or tag == "NNS"):
            _indirect_object(tree, index)
        elif dep == "conj" and tag == "VBD":
            _passive_conjunct(tree, index)
            _finite_conjunct(tree, index)
        elif dep == "xcomp" and pos == "NOUN":
            _to_noun(tree, index)
    find_lost(tree)
    if '"' in tree.word or "“" in tree.word:
        join_split_quotes(tree)
    for number, first in enumerate(tree.begins):
        after = tree.begins[number + 1] if number + 1 < len(tree.begins) else len(tree)
        if tree.pos[first] == "NOUN" and tree.dep[first] == "ROOT" and first + 2 < after:
            _bare_subject(tree, first)
        if after - first < HEADLINE and not any(tree.pos[here] in {"VERB", "AUX"} for here in range(first, after)):
            _headline(tree, first, after)
        read_headline(tree, first, after)


def _to_noun(tree: "Tree", index: int) -> None:
    """Make "to" a preposition again in "France took Iran to court", where the parser takes "court" for a verb.

    With an object it is a verb: "Norway offered to host talks".
    """
    marker = tree.kid(index, "aux")
    if marker is None or tree.word[marker] != "to" or tree.tag[index] not in {"NN", "NNS"}:
        return
    if tree.tag[index] == "NN" and tree.kid(index, "dobj") is not None:
        tree.pos[index], tree.tag[index] = "VERB", "VB"
        return
    verb = tree.head[index]
    move(tree, marker, verb, "prep")
    move(tree, index, marker, "pobj")
    tree.pos[marker] = "ADP"


def _bare_subject(tree: "Tree", first: int) -> None:
    """Make the second word a verb in "Soldiers evicted villagers", where the parser takes it for an adjective."""
    verb = first + 1
    noun = tree.head[verb]
    if tree.dep[verb] != "amod" or noun < verb or tree.head[noun] != first or not tree.word[verb].endswith("ed"):
        return
    if tree.tag[first] not in {"NNS", "NNPS"}:
        return
    tree.kids[noun].remove(verb)
    tree.head[verb], tree.dep[verb], tree.pos[verb], tree.tag[verb] = verb, "ROOT", "VERB", "VBD"
    tree.lemma[verb] = past_lemma(tree.word[verb])
    for kid in list(tree.kids[first]):
        if kid > verb:
            move(tree, kid, verb, "dobj" if kid == noun else tree.dep[kid])
    tree.kids[verb].append(first)
    tree.head[first], tree.dep[first] = verb, "nsubj"
    tree.kids[verb].sort()


def past_lemma(word: str) -> str:
    """Return the base form of a regular past tense ("evicted", "seized", "denied", "planned")."""
    stem = word[:-2]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sl":
        return stem[:-1]
    if stem.endswith(("c", "v", "z", "s", "g", "u", "iz", "at", "ut", "er", "ir", "ur", "ok")) and not stem.endswith(
        ("ss", "ng", "er", "or", "us", "ow")
    ):
        return stem + "e"
    return stem


def _headline(tree: "Tree", first: int, after: int) -> None:
    """Find the verb of a headline that the parser reads as a heap of nouns ("Iran arms rebels in Yemen")."""
    for verb in range(first + 1, after - 1):
        if tree.dep[verb] == "amod" and tree.pos[verb - 1] == "PROPN" and tree.word[verb].endswith("ed"):
            build_clause(tree, first, verb, after)  # "Kenya relaxed travel rules"
            tree.tag[verb], tree.lemma[verb] = "VBD", past_lemma(tree.word[verb])
            return
        if tree.word[after - 1] == ".":
            continue  # no headline
        word = tree.word[verb]
        plain = tree.tag[verb] == "NNS" and word.endswith("s") and word == tree.doc[verb].text
        if (
            not plain
            or tree.pos[verb - 1] not in {"PROPN", "NOUN"}
            or tree.pos[verb + 1] in {"PUNCT", "ADP", "CCONJ", "PART"}
        ):
            continue
        if tree.pos[verb - 1] == "NOUN" and tree.pos[first] != "PROPN" and tree.pos[verb + 1] != "PROPN":
            return
        build_clause(tree, first, verb, after)
        return


def _gerund(tree: "Tree", index: int) -> None:
    """Make "meeting" a verb again in "Novak denied meeting Lind", where the parser takes it for part of the name."""
    noun = tree.head[index]
    verb = tree.head[noun]
    if index == 0 or tree.dep[noun] != "dobj" or tree.lemma[verb] not in GERUND_VERBS or index - 1 != verb:
        return
    move(tree, index, verb, "xcomp")
    move(tree, noun, index, "dobj")
    tree.pos[index] = "VERB"


def _subjunctive(tree: "Tree", index: int) -> None:
    """Make "resign" a verb again in "Protesters demanded that Novak resign"."""
    kids = tree.kids[index]
    names = [kid for kid in kids if tree.dep[kid] in {"compound", "nmod"} and tree.pos[kid] == "PROPN" and kid < index]
    marked = any(tree.dep[kid] == "mark" and tree.word[kid] == "that" for kid in kids)
    if not marked or not names or tree.tag[index] != "NN" or any(tree.dep[kid] == "det" for kid in kids):
        return
    tree.pos[index], tree.tag[index] = "VERB", "VB"
    tree.dep[names[-1]] = "nsubj"


def _indirect_object(tree: "Tree", index: int) -> None:
    """Free the receiver in "Norway granted Haddad asylum", where the parser makes it part of the gift."""
    noun = tree.head[index]
    verb = tree.head[noun]
    if tree.dep[noun] != "dobj" or tree.pos[noun] != "NOUN" or tree.lemma[verb] not in GIVING_VERBS:
        return
    if verb > index or any(tree.dep[kid] in {"det", "poss"} and kid < index for kid in tree.kids[noun]):
        return
    if tree.head[verb] != verb and tree.dep[verb] == "amod":
        return
    move(tree, index, verb, "dative")


def _month(tree: "Tree", index: int) -> None:
    """Keep the month in "met on 4 March 2024" and "in March" from being read as a march."""
    text = tree.text[tree.starts[index] :]
    before = tree.word[index - 1] if index else ""
    after = tree.word[index + 1] if index + 1 < len(tree) else ""
    if text[0].isupper() and (before in DATE_LEADS or before[:1].isdigit() or after[:1].isdigit()):
        tree.pos[index], tree.tag[index], tree.lemma[index] = "PROPN", "NNP", tree.word[index].title()


def _preterite(tree: "Tree", index: int) -> None:
    """Make "protested" a past tense in "Prices rose as workers protested": a participle has no subject before it."""
    bare = not tree.all_kids(index, "aux", "auxpass", "nsubjpass")
    subject = tree.kid(index, "nsubj")
    if bare and subject is not None and subject < index and (tree.dep[index] == "ROOT" or tree.kid(index, "mark")):
        tree.tag[index] = "VBD"


def _passive_conjunct(tree: "Tree", index: int) -> None:
    """Make "deported" a participle in "A spy is arrested and deported to Kenya": a past tense does not follow on "is"."""
    head = tree.head[index]
    passive = {tree.word[kid] for kid in tree.all_kids(head, "auxpass")}
    bare = tree.kid(index, "nsubj", "nsubjpass", "aux", "auxpass", "dobj", "ccomp") is None
    if tree.tag[head] == "VBN" and bare and passive & {"is", "are", "be", "being"}:
        tree.tag[index] = "VBN"


def _finite_conjunct(tree: "Tree", index: int) -> None:
    """Hang "flew" on "was refused" in "Lind was refused leave to see Novak and flew home", not on the infinitive before it."""
    head = tree.head[index]
    if tree.tag[head] not in {"VB", "VBG"} or not tree.is_verb(head) or tree.kid(index, "nsubj", "nsubjpass", "aux"):
        return
    here = head
    for above in (head, *tree.ancestors(head)):
        here = above
        if tree.is_verb(above) and _is_finite(tree, above):
            break
    else:
        return
    if here != head and here < index and tree.sentence[here] == tree.sentence[index]:
        move(tree, index, here, "conj")


def _is_finite(tree: "Tree", verb: int) -> bool:
    finite = {"VBD", "VBZ", "VBP", "MD"}
    return tree.tag[verb] in finite or any(tree.tag[kid] in finite for kid in tree.all_kids(verb, "aux", "auxpass"))

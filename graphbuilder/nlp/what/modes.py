"""Modes: what an attack was carried out with, and what a demand or refusal is about, from the words of its own clause.

The tables `means` and `aims` of data/triggers.toml say which word makes which PLOVER mode. It sets the mode only; type and status
are not its business.
"""

from typing import TYPE_CHECKING

from graphbuilder.nlp.what.clauses import is_passive, subjects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.lexicon import Lexicon
    from graphbuilder.nlp.what.tree import Tree
    from graphbuilder.nlp.what.triggers import Hit

ASKING = frozenset({"Request", "Rejection"})
CLAIMS = frozenset(
    {"allegation", "claim", "report", "accusation", "charge", "suggestion", "rumour", "rumor", "criticism"}
)
"""Objects of a refusal that deny something: "rejected claims that aid was stolen" refuses no aid."""
WIELDING = frozenset(
    {"fire", "use", "launch", "throw", "hurl", "lob", "drop", "detonate", "plant", "explode", "deploy", "unleash"}
)
"""Verbs whose object is the weapon: "fired rubber bullets"."""
ARMED = frozenset({"with", "by", "from", "using"})
NARROWED = frozenset({"explosives", "heavy-weapons"})
"""Modes of a verb that its subject may still narrow: "warplanes bombed the port" is from the air."""
NARROWING = frozenset({"aerial", "drone", "suicide-attack"})
BETWEEN = frozenset({"mediation", "mediate", "mediator", "broker", "go-between"})
CLOSER = 8
"""How many words of a demand's complement are looked at, nearest first."""


def set_modes(tree: "Tree", lexicon: "Lexicon", drafts: "list[Draft]") -> None:
    """Set the mode of attacks, demands and refusals whose frame leaves it open."""
    by_token = {draft.hit.token: draft for draft in drafts}
    for draft in drafts:
        frame = draft.hit.frame
        if draft.label == "Assault" and (frame.mode is None or frame.mode in NARROWED):
            found = _means(tree, lexicon, draft)
            if frame.mode is None or found in NARROWING:
                draft.mode = found
        elif draft.label == "Negotiation" and frame.mode is None:
            draft.mode = "third-party" if _mediated(tree, draft.hit) else None
        elif draft.label in ASKING and frame.mode is None:
            draft.mode = _aim(tree, lexicon, draft)
    for draft in drafts:
        if draft.label == "Assault" and draft.mode is None and draft.hit.frame.mode is None:
            draft.mode = _borrowed(tree, draft, by_token)


def _means(tree: "Tree", lexicon: "Lexicon", draft: "Draft") -> str | None:
    """Return the mode that the weapons named in the clause make, the most telling first in the order of the table."""
    token = draft.hit.token
    words: set[str] = set()
    for head in _wielded(tree, draft):
        words.update(_near(tree, head, 2))
    for noun in (token, *draft.hit.absorbed):
        if not tree.is_verb(noun):
            words.update(tree.lemma[kid] for kid in tree.all_kids(noun, "compound", "amod", "nmod", "npadvmod"))
    return next((mode for mode, named in lexicon.means.items() if not named.isdisjoint(words)), None)


def _mediated(tree: "Tree", hit: "Hit") -> bool:
    """Say whether somebody stands between the parties: "with Omani mediation", "talks mediated by the premier"."""
    below = {kid for word in (hit.token, hit.carrier) for kid in tree.kids[word]}
    below |= {kid for word in tuple(below) for kid in tree.kids[word]}
    return any(tree.lemma[word] in BETWEEN for word in below)


def _wielded(tree: "Tree", draft: "Draft") -> "Iterator[int]":
    token, carrier = draft.hit.token, draft.hit.carrier
    verbs = {verb for verb in (token, carrier) if tree.is_verb(verb)}
    for verb in verbs:
        if not is_passive(tree, verb):
            yield from (head for head in subjects(tree, verb) if tree.head[head] == verb)
        if tree.lemma[verb] in WIELDING:
            yield from tree.all_kids(verb, "dobj", "nsubjpass")
    for word in {token, carrier, *draft.hit.absorbed}:
        for prep in tree.all_kids(word, "prep", "agent", "advcl"):
            if tree.word[prep] in ARMED:
                yield from tree.all_kids(prep, "pobj", "dobj")
        for obj in tree.all_kids(word, "dobj", "nsubjpass"):
            for prep in tree.all_kids(obj, "prep"):
                if tree.word[prep] == "with":
                    yield from tree.all_kids(prep, "pobj")


def _near(tree: "Tree", token: int, depth: int) -> "Iterator[str]":
    yield tree.lemma[token]
    if depth:
        for kid in tree.all_kids(token, "compound", "amod", "nmod", "conj", "prep", "pobj", "npadvmod"):
            if tree.dep[kid] != "prep" or tree.word[kid] == "of":
                yield from _near(tree, kid, depth - 1)


def _borrowed(tree: "Tree", draft: "Draft", by_token: "dict[int, Draft]") -> str | None:
    """Return the mode of the act that this one is the harm of: "a bomb exploded, killing two", "shot and wounded"."""
    here = draft.hit.token
    while tree.dep[here] in {"advcl", "conj"} and tree.is_verb(here) and tree.kid(here, "mark", "nsubj") is None:
        here = tree.head[here]
        other = by_token.get(here)
        if other is not None:
            return other.mode or other.hit.frame.mode if other.label == "Assault" else None
    same = draft.linked("SAME")
    return None if same is None or same.label != "Assault" else same.mode or same.hit.frame.mode


def _aim(tree: "Tree", lexicon: "Lexicon", draft: "Draft") -> str | None:
    """Return the mode of what is asked for or refused, the word nearest to the trigger first."""
    token = draft.hit.token
    level = [
        kid
        for word in {token, draft.hit.carrier}
        for kid in tree.kids[word]
        if kid != token and tree.dep[kid] not in {"nsubj", "advcl", "punct", "aux", "mark", "poss", "conj", "agent"}
    ]
    seen = 0
    while level and seen < CLOSER:
        for here in level:
            if tree.lemma[here] in CLAIMS:
                return None
        for here in level:
            seen += 1
            for mode, named in lexicon.aims.items():
                if tree.lemma[here] in named:
                    return mode
        level = [
            kid for here in level for kid in tree.kids[here] if tree.dep[kid] not in {"punct", "aux", "relcl", "nsubj"}
        ]
    return None

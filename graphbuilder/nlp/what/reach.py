"""Reach: whom an event reaches through what is theirs, and through the deed that is asked for, threatened or promised.

The last resort of arguments.py, where the event's own slots name nobody that can act.
"""

from typing import TYPE_CHECKING

from graphbuilder.nlp.what.clauses import is_passive, objects, prepositions, subjects
from graphbuilder.nlp.what.lexicon import load_lexicon as load_frames
from graphbuilder.nlp.what.scenes import add_argument
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.records.annotation import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuilder.nlp.what.actors import Actors, Party
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.tree import Tree

SPEAKING = frozenset({"Statement", "Request", "Accusation", "Promise", "Threat", "Rejection", "Support"})
"""Labels where a document speaks for its author ("a communique demanding ...")."""
ANSWERING = frozenset({"Rejection", "Agreement", "Support", "Accusation", "Concession"})
"""Labels that answer somebody: who made the offer, claim or proposal is the other side."""
BORNE = frozenset({
    "Support", "Concession", "Request", "Accusation", "Rejection", "Threat", "Protest", "Sanction", "Promise", "Aid", "Assault",
    "Coercion",
})  # fmt: skip
"""Labels that reach somebody through what is theirs: "a protest against Sweden's decision", "shelled Sweden's positions"."""
AIMING = frozenset({"Threat", "Rejection", "Promise"})
"""Labels that reach whom the deed spoken of would reach: "threatened to cut gas supplies to Norway"."""
JUDGING = frozenset({"Accusation", "Support", "Protest"})
HOSTILE_DEEDS = frozenset({"Assault", "Arrest", "Deportation", "Coercion", "Sanction"})
"""Labels of deeds whose victim is not who is condemned or praised for them."""
REACHED_BY = frozenset({"to", "against", "on", "upon", "with", "from"})
HARMED = frozenset({"Assault", "Coercion", "Sanction", "Aid"})
"""Those of them done to things, for whom they are too: "burnt a camp for refugees"; not to people, who are nobody's."""


def owners(tree: "Tree", actors: "Actors", draft: "Draft", noun: int) -> "Iterator[int]":
    """Yield whose the thing is that a stance is about: "backed Turkey's efforts", "rejected a Polish proposal"."""
    if tree.lemma[noun] not in actors.nouns:  # "the union's leader was arrested": nobody arrested the union
        yield from tree.all_kids(noun, "poss")
    if draft.label in SPEAKING:
        for word, below in prepositions(tree, noun):
            if word in {"from", "by"} and draft.label in ANSWERING:  # "rejected an offer from Norway"
                yield below
        plans = tree.all_kids(noun, "acl") if draft.label in ANSWERING else []
        for clause in plans:  # "welcomed a plan drawn up by Norway"
            yield from (below for word, below in prepositions(tree, clause) if word == "by")
        for kid in tree.all_kids(noun, "amod", "compound", "nmod"):
            if any(actors.layer.entities[party.entity].is_country for party in actors.parties(kid, spread=False)):
                yield kid


def is_judged(draft: "Draft", slot: str, lemma: str) -> bool:
    """Say whether a noun is a deed that the event blames, praises or is sorry for: its victim is not the other side."""
    told = draft.label in JUDGING or (
        draft.label == "Concession" and slot == "for"
    )  # "apologised for the arrest of Lind"
    return told and any(frame.label in HOSTILE_DEEDS for frame in load_frames().frames.get((lemma, "n"), ()))


def owning(actors: "Actors", noun: int, *, harmed: bool, judged: bool = False) -> "list[Party]":
    """Return whose a thing is: its possessor, its country, else who stands behind its "of", "by" or "from".

    With `judged` it is a deed that is blamed or praised, and only who did it counts: "condemned the killing of Lind".
    """
    tree = actors.tree
    if tree.pos[noun] != "NOUN" or tree.lemma[noun] in actors.nouns:
        return []
    if harmed and load_lexicon().unnamed.get(tree.lemma[noun]) == "persons":  # "kidnapped three Norwegian engineers"
        return []
    for kid in tree.all_kids(noun, "poss", "amod", "compound", "nmod"):
        found = [p for p in actors.parties(kid, spread=False) if actors.can_act(p.entity)]
        if found:
            return found
    for word, below in prepositions(tree, noun):
        if word in {"by", "from"} or (not judged and word in {"of", "against"}) or (harmed and word == "for"):
            found = [p for p in actors.parties(below) if actors.can_act(p.entity)]
            if found:
                return found
    return []


def told_to(tree: "Tree", actors: "Actors", draft: "Draft") -> None:
    """Let who is to act be asked, where nobody else is ("demanded that Sudan free them", "said Iran must leave")."""
    if draft.label != "Request" and draft.hit.frame.plover != "REQUEST":
        return
    if any(argument.role in {Role.RECIPIENT, Role.ADDRESSEE} for argument in draft.arguments):
        return
    mine = draft.people()
    role = Role.ADDRESSEE if draft.label == "Statement" else Role.RECIPIENT
    for clause in tree.all_kids(draft.hit.token, "ccomp", "acl"):
        for subject in subjects(tree, clause):
            for party in actors.parties(subject):
                if actors.can_act(party.entity) and party.entity not in mine:
                    add_argument(actors, draft, role, party)


def aimed_at(tree: "Tree", actors: "Actors", draft: "Draft") -> None:
    """Let whom the threatened, refused or promised deed would reach be the other side, where nobody else is."""
    if draft.label not in AIMING or draft.hit.carried_by != "self" or is_passive(tree, draft.hit.token):
        return
    if any(argument.role in {Role.RECIPIENT, Role.ADDRESSEE} for argument in draft.arguments):
        return
    mine = draft.people()
    for clause in tree.all_kids(draft.hit.token, "xcomp", "ccomp"):
        denied = tree.kid(clause, "neg") is not None
        if tree.tag[clause] != "VB" or denied:  # "vowed never to leave NATO"
            continue
        objs = objects(tree, clause)
        goals = [here for here in objs if here in actors.named]  # "refused to send observers": they are sent
        for head in (clause, *objs):
            goals.extend(below for word, below in prepositions(tree, head) if word in REACHED_BY)
        for goal in goals:
            found = [p for p in actors.parties(goal) if actors.can_act(p.entity) and p.entity not in mine]
            if found:
                for party in found:
                    add_argument(actors, draft, Role.RECIPIENT, party)
                return

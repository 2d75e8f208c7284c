"""Strangers: what keeps a mention from being an event told before: other people, another name, "a second", many for one.

It only refuses; what is linked is linking.py's business.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuilder.nlp.what.actors import Actors
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.tree import Tree
    from graphbuilder.nlp.what.triggers import Hit

ANOTHER = frozenset({
    "second", "third", "fourth", "fifth", "another", "next", "previous", "earlier", "new", "other", "similar", "further",
    "separate", "fresh", "subsequent", "future", "former",
})  # fmt: skip
"""Modifiers that tell one event from those before: "a second attack", "another round of talks"."""
GATHERED = frozenset({"Meeting", "Negotiation"})
"""Labels of what people also do in the margins of another gathering."""
APART = frozenset({"also", "separately", "bilateral"})
"""Words that set a meeting beside another."""
TELLING = ANOTHER | APART | {"again"}
MASSES = frozenset({"Meeting", "Negotiation", "Sanction", "Election", "Protest", "Cooperation"})
"""Labels whose plural nouns can name one event: "the talks", "the sanctions", "the protests"."""
YEAR_DIGITS = 4
PLURAL = frozenset({"NNS", "NNPS"})


def tells_another(tree: "Tree", hit: "Hit") -> bool:
    """Say whether a trigger tells of another event than those before: "a second attack", "met again", "for the third time".

    After a summit "Novak and Lind also held talks", "met separately" and "had a bilateral meeting" are in its margins.
    """
    token, gathered = hit.token, hit.frame.label in GATHERED
    if tree.forms.isdisjoint(TELLING):
        return False
    adverbs = {tree.word[kid] for kid in tree.all_kids(hit.carrier, "advmod")}
    if "again" in adverbs or (gathered and adverbs & APART):
        return True
    if tree.is_verb(token):
        times = [time for prep in tree.all_kids(token, "prep") for time in tree.all_kids(prep, "pobj")]
        return any(
            tree.lemma[time] == "time" and any(tree.lemma[kid] in ANOTHER for kid in tree.all_kids(time, "amod"))
            for time in times
        )
    head = tree.head[token]
    if tree.dep[token] == "attr" and tree.lemma[head] == "be":  # "This is her second visit"
        return False
    modifiers = {tree.lemma[kid] for kid in tree.all_kids(token, "amod", "det")}
    return bool(modifiers & ANOTHER) or (gathered and bool(modifiers & APART))


def many_for_one(tree: "Tree", draft: "Draft", old: "Draft") -> bool:
    """Say whether a plural noun would stand for a single event: "fired a missile ... condemned the missile tests"."""
    if tree.tag[draft.hit.token] not in PLURAL or draft.label in MASSES:
        return False
    here = old.hit.token
    if not tree.is_verb(here):
        return tree.tag[here] not in PLURAL
    sides = tree.all_kids(old.hit.carrier, "nsubj", "nsubjpass", "dobj")
    return not any(tree.tag[side] in PLURAL or tree.kid(side, "conj", "nummod") is not None for side in sides)


def mentions_told(drafts: "list[Draft]") -> "dict[int, list[Draft]]":
    """Return the mentions of each event told so far, by the `id` of its first."""
    found: dict[int, list[Draft]] = {}
    for one in drafts:
        found.setdefault(id(one.root), []).append(one)
    return found


def named_otherwise(tree: "Tree", actors: "Actors", noun: int, told: "list[Draft]") -> bool:
    """Say whether a noun bears a name or year that no mention told of the older event has beside it: "the Varna attack"."""
    names = [
        kid
        for kid in tree.all_kids(noun, "compound", "nmod", "nummod", "poss")
        if (tree.pos[kid] == "PROPN" and tree.doc[kid].ent_type_ not in {"DATE", "TIME"})
        or (tree.pos[kid] == "NUM" and len(tree.word[kid]) == YEAR_DIGITS and tree.word[kid].isdigit())
    ]
    if not names:
        return False
    known = {entity for one in told for entity in (*one.people(), *(place.entity for place in one.places))}
    years = {str(one.start.year) for one in told if one.start is not None}
    beside = {one.sentence for one in told}
    ends = (*tree.begins[1:], len(tree))
    words = years.union(*(tree.word[tree.begins[number] : ends[number]] for number in beside))
    return any(
        tree.word[name] not in words and not any(party.entity in known for party in actors.parties(name))
        for name in names
    )


def of_same_people(draft: "Draft", told: "list[Draft]") -> bool:
    """Say whether the people of a draft go with those of every mention told of an event before.

    "Novak will hold a meeting. Novak's meeting with Lind will be short. She called off the one with Haddad": two meetings.
    """
    mine = draft.people()
    return all(not mine or not theirs or mine <= theirs or theirs <= mine for theirs in (one.people() for one in told))


def names_a_stranger(tree: "Tree", actors: "Actors", noun: int) -> bool:
    """Say whether an event noun names somebody nothing is known of: "his meeting with Brandvold" is no meeting told before."""
    return any(
        tree.pos[far] == "PROPN" and not actors.parties(far)
        for prep in tree.all_kids(noun, "prep")
        for far in tree.all_kids(prep, "pobj")
        if tree.word[prep] in {"with", "between"}
    )

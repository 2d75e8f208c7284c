"""Whom a statement is on, which WEIS enters as the other side of a comment: the party that its words name first.

The graph has no role for it: there a statement has an addressee, and what it is about is an event of its own.
"""

from graphbuilder.nlp.what.actors import Actors, Party
from graphbuilder.nlp.what.tree import Tree
from graphbuilder.nlp.who.layer import EntityLayer
from graphbuilder.records.annotation import Argument, EventMention, Role


def commented_on(tree: Tree, layer: EntityLayer, event: EventMention) -> list[Argument]:
    """Return the first party named in the clause below a statement, with those beside it, and nobody who speaks."""
    if event.start_char not in tree.starts:
        return []
    verb = tree.starts.index(event.start_char)
    actors = Actors(tree, layer)
    speaking = {argument.entity for argument in event.arguments}
    for clause in tree.all_kids(verb, "ccomp", "xcomp"):
        for token in sorted(_below(tree, clause)):
            found = [p for p in actors.parties(token) if actors.can_act(p.entity) and p.entity not in speaking]
            if found:
                return [_argument(party) for party in found]
    return []


def _argument(party: Party) -> Argument:
    return Argument(role=Role.RECIPIENT, entity=party.entity, mention=party.mention)


def _below(tree: Tree, token: int) -> set[int]:
    """Return a word and all that depends on it."""
    found = {token}
    left = [token]
    while left:
        kids = [kid for kid in tree.kids[left.pop()] if kid not in found]
        found.update(kids)
        left.extend(kids)
    return found

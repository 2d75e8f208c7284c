"""What CAMEO and WEIS make of a statement: a comment on somebody, a claim of one's own attack, an accusation of another's.

The graph has no role for whom a statement is on: there it has an addressee, and what it is about is an event of its own.

References:
    PETRARCH-2, dictionary CAMEO.2.0.txt, transformations: who says that oneself attacked claims responsibility (015), who says
    that another attacked accuses (112).
"""

from collections.abc import Sequence

import msgspec

from graphbuilder.nlp.what.actors import Actors, Party
from graphbuilder.nlp.what.tree import Tree
from graphbuilder.nlp.who.layer import EntityLayer
from graphbuilder.records.annotation import Argument, EventLink, EventMention, Role, Status


def commented_on(tree: Tree, layer: EntityLayer, event: EventMention) -> list[Argument]:
    """Return the first party named in the clause below a statement, with those beside it, and nobody who speaks."""
    if event.start_char not in tree.starts:
        return []
    verb = tree.starts.index(event.start_char)
    actors = Actors(tree, layer)
    speaking = {argument.entity for argument in event.arguments}
    for clause in tree.all_kids(verb, "ccomp", "xcomp"):
        for token in sorted((clause, *tree.below(clause))):
            found = [p for p in actors.parties(token) if actors.can_act(p.entity) and p.entity not in speaking]
            if found:
                return [_argument(party) for party in found]
    return []


def as_told(tree: Tree, layer: EntityLayer, events: Sequence[EventMention], number: int) -> EventMention:
    """Return a statement as CAMEO codes it, with whom it is on; any other event as it is."""
    event = events[number]
    if event.type != "Statement" or event.plover is not None:
        return event
    inner = next((events[link.target] for link in event.links if told_attack(events, event, link)), None)
    if inner is None:
        return with_subject(tree, layer, event)
    speaking = [argument for argument in event.arguments if argument.role is Role.SPEAKER]
    doing = [argument for argument in inner.arguments if argument.role in {Role.ACTOR, Role.PARTICIPANT}]
    own = {argument.entity for argument in speaking} & {argument.entity for argument in doing}
    on = [argument for argument in inner.arguments if argument.role is Role.RECIPIENT] if own or not doing else doing
    on = [msgspec.structs.replace(argument, role=Role.RECIPIENT) for argument in on]
    code, plover = ("015", None) if own or not doing else ("112", "ACCUSE")
    return msgspec.structs.replace(event, arguments=(*speaking, *on), cameo=code, plover=plover)


def with_subject(tree: Tree, layer: EntityLayer, event: EventMention) -> EventMention:
    """Return a statement with whom it is on, where it is addressed to nobody; any other event as it is."""
    if event.type != "Statement" or any(argument.role is Role.ADDRESSEE for argument in event.arguments):
        return event
    return msgspec.structs.replace(event, arguments=(*event.arguments, *commented_on(tree, layer, event)))


def is_coded(event: EventMention) -> bool:
    """Say whether an event has a PLOVER type, or is a statement on somebody, which has none though CAMEO codes it."""
    said = event.type == "Statement" and any(argument.role is Role.RECIPIENT for argument in event.arguments)
    return event.plover is not None or said


def told_attack(events: Sequence[EventMention], outer: EventMention, link: EventLink) -> bool:
    """Say whether a statement opens with its speaker and goes on to an attack; behind the attack it only names the source."""
    inner = events[link.target]
    told = link.kind == "CONTENT" and outer.type == "Statement" and outer.start_char < inner.start_char
    return told and inner.type == "Assault" and inner.status is Status.ACTUAL


def _argument(party: Party) -> Argument:
    return Argument(role=Role.RECIPIENT, entity=party.entity, mention=party.mention)

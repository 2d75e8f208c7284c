"""Given actors: lets a caller say who the parties are ("code what happened between these two spans").

It only adds to the entity layer what was not found there; everything after it is the ordinary event coder. It must not look at
events.
"""

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from graphbuilder.nlp.who.layer import EntityLayer
from graphbuilder.records.annotation import EntityMention, EntityType, LocalEntity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphbuilder.nlp.what.tree import Tree

ACTING = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.GROUP})


class GivenSpan(NamedTuple):
    """A half-open range of characters that a caller calls an actor; `name` is what to call it, None for its own words."""

    start_char: int
    end_char: int
    name: str | None = None


class Side(NamedTuple):
    """One given party: its entities in the layer, and the head token of each of its spans."""

    entities: frozenset[int]
    heads: tuple[int, ...]


def admit(tree: "Tree", layer: EntityLayer, spans: "Iterable[GivenSpan]") -> tuple[EntityLayer, Side]:
    """Return the layer with an entity that can act at each span, and which ones they are.

    An entity that the layer already has at a span's head is kept, with its type and country; spans that hold no token are
    left out.
    """
    entities, mentions = list(layer.entities), list(layer.mentions)
    found: set[int] = set()
    heads: list[int] = []
    fresh: dict[str, int] = {}
    for span in spans:
        tokens = tree.doc.char_span(span.start_char, span.end_char, alignment_mode="expand")
        if tokens is None or not len(tokens):
            continue
        head = _head(tree, tokens.start, tokens.end)
        heads.append(head)
        at, after = tree.starts[head], tree.starts[head] + len(tree.word[head])
        known = [m for m in mentions if m.start_char <= at and m.end_char >= after and m.entities]
        able = [e for m in known for e in m.entities if entities[e].type in ACTING or entities[e].is_country]
        if able and span.name is None:
            found.update(able)
            continue
        name = span.name or tokens.text
        number = fresh.get(name)
        if number is None:
            number = fresh[name] = len(entities)
            entities.append(LocalEntity(type=EntityType.ORGANIZATION, name=name))
        found.add(number)
        wider = _wider(tree, mentions, tokens.start, tokens.end, head) if span.name else []
        for entity in {entity for mention in wider for entity in mention.entities}:
            known_of = entities[entity].affiliations
            entities[entity] = msgspec.structs.replace(entities[entity], affiliations=(*known_of, number))
        mentions = [
            m for m in mentions if m in wider or m.end_char <= tokens.start_char or m.start_char >= tokens.end_char
        ]
        mentions.append(
            EntityMention(
                start_char=tokens.start_char,
                end_char=tokens.end_char,
                sentence=tree.sentence[head],
                form="name" if tree.pos[head] == "PROPN" else "nominal",
                entities=(number,),
            )
        )
    mentions.sort(key=lambda mention: (mention.start_char, mention.end_char))
    given = EntityLayer(mentions=tuple(mentions), entities=tuple(entities), positions=layer.positions)
    return given, Side(frozenset(found), tuple(heads))


def _wider(tree: "Tree", mentions: list[EntityMention], start: int, end: int, head: int) -> list[EntityMention]:
    """Return the mentions that a given name is only a part of: "Velmian" in "Velmian miners", "Velm" behind "miners of"."""
    above = tree.head[head]
    if tree.dep[head] == "pobj" and tree.word[above] == "of":
        above = tree.head[above]
    if start <= above < end or tree.pos[above] not in {"NOUN", "PROPN"}:
        return []
    at = tree.starts[above]
    return [mention for mention in mentions if mention.start_char <= at < mention.end_char and mention.entities]


def _head(tree: "Tree", start: int, end: int) -> int:
    """Return the token of a range whose head lies outside it, the last of several."""
    inside = range(start, end)
    roots = [here for here in inside if tree.head[here] not in inside or tree.head[here] == here]
    nominal = [here for here in roots if tree.pos[here] not in {"DET", "PUNCT", "ADP", "PART", "CCONJ"}]
    return (nominal or roots)[-1]

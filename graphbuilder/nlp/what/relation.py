"""Relation: what happened between two given parties: one event out of those the coder found in their sentence.

It chooses; triggers, frames, operators, status and codes are the coder's. The order of the choice is the measured one: the verb
that governs the source, the way from there to the target, what else stands below it, then the clauses above. Plain speech gives
way to what is said when the source itself speaks.
"""

from typing import TYPE_CHECKING, NamedTuple

from graphbuilder.nlp.what.coder import code_draft, draft_events
from graphbuilder.nlp.what.given import GivenSpan, admit
from graphbuilder.nlp.what.plover import Code, Convention, nearest_code
from graphbuilder.nlp.what.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.given import Side
    from graphbuilder.nlp.who.layer import EntityLayer
    from graphbuilder.records.annotation import Status


class Relation(NamedTuple):
    """The event that joins two parties.

    `start_char` and `end_char` are its trigger's, half-open. `code` is what the convention calls it.
    """

    label: str
    rule: str
    status: "Status"
    operators: tuple[str, ...]
    start_char: int
    end_char: int
    code: Code


def relation_between(
    doc: "Doc",
    layer: "EntityLayer",
    source: "Iterable[GivenSpan]",
    target: "Iterable[GivenSpan]",
    *,
    convention: Convention = Convention.MANUAL,
) -> Relation | None:
    """Return the event that joins two given parties, None where no trigger of a coded kind stands near them.

    Args:
        doc: The parsed text.
        layer: Its entities; parties that it lacks are added.
        source: Where the acting party is named, as half-open character ranges.
        target: Where the other one is.
        convention: Whose rules derive the PLOVER type.
    """
    tree = Tree(doc)
    layer, doer = admit(tree, layer, source)
    layer, other = admit(tree, layer, target)
    drafts = draft_events(tree, layer, (), published=None)
    by_word: dict[int, list[Draft]] = {}
    for draft in drafts:
        for word in dict.fromkeys((draft.hit.token, draft.hit.carrier, *draft.hit.absorbed)):
            by_word.setdefault(word, []).append(draft)
    seen: set[int] = set()
    for word in _order(tree, doer, other):
        for draft in by_word.get(word, ()):
            if id(draft) in seen or set(other.heads) & {draft.hit.token}:
                continue
            seen.add(id(draft))
            code = code_draft(draft, convention)
            if code.plover is None:
                frame, sense = draft.hit.frame, draft.sense
                code = nearest_code(draft.label, sense.status, cue=sense.cue, plover=frame.plover, cameo=frame.cameo)
            if code.plover is not None:
                return _relation(tree, draft, code)
    return None


def _relation(tree: Tree, draft: "Draft", code: Code) -> Relation:
    hit = draft.hit
    first, last = tree.doc[hit.first], tree.doc[hit.last]
    return Relation(
        label=draft.label,
        rule=hit.frame.rule,
        status=draft.sense.status,
        operators=draft.sense.operators,
        start_char=first.idx,
        end_char=last.idx + len(last.text),
        code=code,
    )


def _order(tree: Tree, doer: "Side", other: "Side") -> "Iterator[int]":
    """Yield the words of the parties' sentences, the likeliest to join them first; words may come again."""
    for head in doer.heads:
        ups = tree.ancestors(head)
        for up in ups:
            yield up
            if tree.is_verb(up):
                yield from _down(tree, up, other)
                yield from tree.below(up)
        yield from tree.below(ups[-1] if ups else head)
    for head in other.heads:
        yield from tree.ancestors(head)
    yield from range(len(tree))


def _down(tree: Tree, verb: int, other: "Side") -> list[int]:
    """Return the words between a verb and a target below it, top first."""
    for head in other.heads:
        ups = tree.ancestors(head)
        if verb in ups:
            return ups[: ups.index(verb)][::-1]
    return []

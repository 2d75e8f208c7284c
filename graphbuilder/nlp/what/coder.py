"""The event coder: from a parsed document, its entities and its times to the events that happened, did not, or may.

The door of this package. It only puts the steps in order: triggers, status, participants and places, dates, links, PLOVER.
"""

from typing import TYPE_CHECKING

from graphbuilder.nlp.what import linking, nesting, ordering, sequence, stances
from graphbuilder.nlp.what.actors import Actors
from graphbuilder.nlp.what.arguments import fill_arguments
from graphbuilder.nlp.what.carrying import carry_into_clauses, carry_on, date_ticks
from graphbuilder.nlp.what.certainty import load_curve
from graphbuilder.nlp.what.clock import Clock
from graphbuilder.nlp.what.contexts import Context
from graphbuilder.nlp.what.dating import (
    adopt_orphan_times,
    date_from_clause,
    date_from_news,
    date_from_object,
    date_from_twin,
    is_habitual,
    speak_on,
    stretch,
)
from graphbuilder.nlp.what.drafts import Draft
from graphbuilder.nlp.what.fates import met_fate
from graphbuilder.nlp.what.lexicon import load_lexicon
from graphbuilder.nlp.what.modes import set_modes
from graphbuilder.nlp.what.one_deed import fold_mobilizations
from graphbuilder.nlp.what.plans import give_back
from graphbuilder.nlp.what.plover import NOTHING, Code, Content, Convention, code_of
from graphbuilder.nlp.what.restraint import restraint_of
from graphbuilder.nlp.what.scenes import add_parties_of_talks, share_scenes
from graphbuilder.nlp.what.status import sense_of
from graphbuilder.nlp.what.tree import Tree
from graphbuilder.nlp.what.triggers import find_triggers
from graphbuilder.records.annotation import EventLink, EventMention, Status

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc

    from graphbuilder.nlp.what.certainty import Curve
    from graphbuilder.nlp.what.lexicon import Lexicon
    from graphbuilder.nlp.who.layer import EntityLayer
    from graphbuilder.records.annotation import TimeMention

NEEDS_PARTIES = frozenset(
    {"Support", "Accusation", "Request", "Rejection", "Promise", "Statement", "Threat", "Concession"}
)
"""Labels that say nothing without a participant: nobody praised, nobody said."""

TOLD = frozenset({Status.ACTUAL, Status.PLANNED, Status.CANCELLED})
DATED = frozenset({
    "Meeting", "Negotiation", "Agreement", "Retreat", "Mobilization", "Assault", "Legislation", "PhoneCall", "Sanction",
    "Cooperation", "Protest", "Arrest", "Deportation",
})  # fmt: skip
"""Labels that a day of their own ties down: "Talks are to resume on Monday"."""

ASKED_OR_SAID = frozenset({"Request", "Resignation", "Retreat", "Aid", "Concession", "Election", "Legislation"})
"""Labels of what a demand or refusal is about, kept with it though nobody is named."""

LOOSE = 0.6
"""Weight of an event whose participants the entity layer does not know ("the strikers accepted the offer")."""


def find_events(
    doc: "Doc",
    layer: "EntityLayer",
    times: "tuple[TimeMention, ...]",
    *,
    published: "date | None",
    convention: Convention = Convention.MANUAL,
    bare: bool = False,
    curve: "Curve | None" = None,
) -> "tuple[EventMention, ...]":
    """Return the event mentions of a document in text order.

    Args:
        doc: The parsed document.
        layer: Its entities, mentions and positions; arguments index into it.
        times: Its time expressions.
        published: Its day of publication, for events of the lead that state no date; None leaves them undated.
        convention: Whose rules derive the PLOVER type; labels, statuses and arguments do not depend on it.
        bare: Keep also events of which nobody that takes part and no place is known ("the bombing").
        curve: How the score of rule and cues becomes the confidence; None takes the curve shipped with the package.
    """
    tree = Tree(doc)
    drafts = draft_events(tree, layer, times, published=published)
    kept = _kept(tree, linking.drop_echoes(drafts), bare=bare)
    index = {id(draft): number for number, draft in enumerate(kept)}
    curve = curve or load_curve()
    return tuple(_record(tree, draft, index, convention, curve) for draft in kept)


def draft_events(
    tree: Tree, layer: "EntityLayer", times: "tuple[TimeMention, ...]", *, published: "date | None"
) -> list[Draft]:
    """Return every trigger of a document with what is known of it, before anything is left out; arguments as `find_events`."""
    lexicon = load_lexicon()
    actors = Actors(tree, layer, lexicon.classes["office"] | lexicon.classes["troops"] | lexicon.classes["people"])
    hits = find_triggers(tree, actors, lexicon)
    drafts = [
        Draft(
            hit=hit,
            sense=sense_of(tree, lexicon, hit),
            sentence=tree.sentence[hit.token],
            score=hit.frame.confidence,
        )
        for hit in hits
    ]
    anchors = {token for hit in hits for token in (hit.token, *hit.absorbed)}
    clock = Clock(tree, times, anchors, published)
    for draft in drafts:
        fill_arguments(tree, actors, lexicon, draft)
        add_parties_of_talks(tree, actors, draft)
        date_from_clause(draft, clock)
        if is_habitual(draft):
            draft.sense = draft.sense._replace(status=Status.HYPOTHETICAL, cue="every")
        ahead = draft.start is not None and published is not None and draft.start > published
        if ahead and draft.sense.status is Status.ACTUAL and draft.sense.tense in {"present", None}:
            draft.sense = draft.sense._replace(
                status=Status.PLANNED, cue=draft.date_text
            )  # "meets the premier next week"
        stretch(draft, clock)
    context = Context(tree, clock, published)
    drafts = [draft for draft in drafts if restraint_of(context, draft) is None]
    for draft in drafts:
        if draft.sentence - 1 in context.corrections.sentences:  # "In fact, they met in Oslo": no news of today
            draft.sense = draft.sense._replace(background=True)
    share_scenes(tree, actors, drafts)
    date_from_object(drafts, clock)
    date_from_twin(drafts, clock)
    adopt_orphan_times(drafts, clock)
    for draft in drafts:
        give_back(draft, clock)
    carry_into_clauses(tree, clock, drafts)
    _relate(tree, actors, lexicon, drafts, clock=clock, published=published)
    return drafts


def _relate(
    tree: Tree, actors: Actors, lexicon: "Lexicon", drafts: list[Draft], *, clock: Clock, published: "date | None"
) -> None:
    """Link the drafts and let dates and places flow along the links."""
    nesting.continue_trips(actors, drafts)
    linking.link_same(tree, actors, drafts)
    nesting.link_parts(tree, drafts)
    for draft in drafts:
        stretch(draft, clock)
    nesting.inherit_in_sentence(tree, drafts)
    ordering.link_after(tree, clock, drafts)
    sequence.link_in_sequence(tree, clock, drafts)
    linking.link_content(drafts)
    linking.link_claims(tree, drafts)
    stances.take_stances(tree, actors, drafts)
    set_modes(tree, lexicon, drafts)
    linking.mark_topics(tree, drafts)
    fold_mobilizations(tree, drafts)
    linking.speak_for(tree, drafts)
    linking.pass_recipients(drafts)
    speak_on(drafts, published)
    carry_on(tree, actors, clock, drafts, published)
    for draft in drafts:
        date_from_news(tree, lexicon, draft, published)
    date_ticks(tree, drafts, published)
    nesting.inherit_in_sentence(tree, drafts)
    nesting.link_visits(actors, drafts)
    nesting.resolve_there(tree, drafts)


def _kept(tree: Tree, drafts: list[Draft], *, bare: bool) -> list[Draft]:
    """Keep what is tied down by somebody, a place or a day, and what such an event is about ("rejected a call to resign")."""
    if bare:
        return drafts
    tied = {id(draft) for draft in drafts if _worth_keeping(draft) or met_fate(tree, draft)}
    about = {
        id(target)
        for draft in drafts
        if id(draft) in tied and draft.arguments
        for kind, target, _, _ in draft.links
        if (
            kind == "CONTENT"
            and (target.label in ASKED_OR_SAID or _is_denied(draft, target))
            and not target.hit.frame.needs
        )
        or (kind == "PART_OF" and target.sense.status in TOLD)
    }
    ordered = {
        id(end)
        for draft in drafts
        for kind, target, _, _ in draft.links
        if kind == "AFTER" and (id(draft) in tied or id(target) in tied)
        for end in (draft, target)
        if end.hit.carried_by != "self" and end.sense.status in TOLD and end.label != "Statement"
    }  # "The arrests came a day after the protest in Oslo"
    return [draft for draft in drafts if id(draft) in tied | about | ordered]


def _is_denied(draft: Draft, target: Draft) -> bool:
    """Say whether an event is what somebody denies: "Norway denied that a deal had been signed"."""
    return draft.label == "Rejection" and "deny" in target.sense.operators and target.sense.status is Status.NEGATED


def _worth_keeping(draft: Draft) -> bool:
    """Drop what nobody takes part in and nothing ties down."""
    needs = draft.hit.frame.needs
    filled = draft.loose or bool(draft.places) or any(argument.role.value in needs for argument in draft.arguments)
    if needs and not filled:
        return False
    if draft.loose and not draft.arguments:
        draft.score *= LOOSE
        return True
    if draft.label in NEEDS_PARTIES:
        return bool(draft.arguments)
    if draft.basis == "stated" and draft.sense.status in TOLD and draft.label in DATED:
        draft.score *= LOOSE if not draft.arguments and not draft.places else 1.0
        return True
    return bool(draft.arguments or draft.places or draft.linked("SAME") or draft.label == "Summit")


def code_draft(draft: Draft, convention: Convention) -> Code:
    """Return the PLOVER type, mode and CAMEO code of a draft under a convention."""
    if draft.topic:
        return NOTHING
    frame, sense, inner = draft.hit.frame, draft.sense, draft.linked("CONTENT")
    content = None
    if inner is not None and not (frame.mode == "" and draft.label == "Rejection"):
        content = Content(inner.label, inner.sense.status, inner.sense.operators, inner.hit.frame.cameo)
    return code_of(
        frame.label,
        sense.status,
        sense.operators,
        cue=sense.cue,
        plover=frame.plover,
        mode=draft.mode or frame.mode,
        cameo=frame.cameo,
        content=content,
        convention=convention,
    )


def _record(tree: Tree, draft: Draft, index: dict[int, int], convention: Convention, curve: "Curve") -> EventMention:
    hit, sense, frame = draft.hit, draft.sense, draft.hit.frame
    code = code_draft(draft, convention)
    links = [
        EventLink(kind=kind, target=index[id(target)], how=how, gap=gap)  # type: ignore[arg-type]  # kinds are literals above
        for kind, target, how, gap in draft.links
        if id(target) in index
    ]
    return EventMention(
        start_char=tree.starts[hit.first],
        end_char=tree.ends[hit.last],
        sentence=draft.sentence,
        type=frame.label,
        rule=frame.rule if hit.carried_by in {"self", ""} else f"{frame.rule}+{tree.lemma[hit.carrier]}",
        status=sense.status,
        polarity_cue=sense.cue,
        operators=sense.operators,
        tense=sense.tense,
        nominal=hit.nominal,
        definite=draft.definite,
        another=draft.another,
        arguments=tuple(draft.arguments),
        places=tuple(draft.places),
        start=draft.start,
        end=draft.end,
        date_precision=draft.precision,
        date_text=draft.date_text,
        date_basis=draft.basis,
        plover=code.plover,
        plover_mode=code.mode,
        cameo=code.cameo,
        links=tuple(links),
        confidence=curve(draft.score),
    )

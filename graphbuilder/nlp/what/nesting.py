"""Nesting: events inside other events: talks on a trip, a bilateral at a summit.

Dates and places flow from the outer to the inner event. It works within one document, by what its clauses and dates say.
"""

from typing import TYPE_CHECKING

from graphbuilder.nlp.what.clauses import prepositions
from graphbuilder.nlp.what.dating import inherit_date
from graphbuilder.nlp.what.linking import is_within
from graphbuilder.records.annotation import Argument, EntityType, PlaceArgument, PlaceRelation, Role, Status

if TYPE_CHECKING:
    from graphbuilder.nlp.what.actors import Actors
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.tree import Tree

OUTSETS = frozenset({"start", "beginning", "outset", "end", "part", "leg", "day"})
GATHERINGS = frozenset({"Meeting", "Negotiation"})
HELD_THERE = GATHERINGS | {"Agreement"}
"""Labels of what happens where the trip leads or the summit is that it is part of."""


def link_parts(tree: "Tree", drafts: "list[Draft]") -> None:
    """Link an event to the trip, summit or talks its clause puts it in ("on that trip", "on the sidelines of the summit")."""
    by_token = {draft.hit.token: draft for draft in drafts}
    for draft in drafts:
        for verb in draft.chain:
            below = [*prepositions(tree, verb), *(("on", day) for day in tree.all_kids(verb, "npadvmod"))]
            below.extend(("on", day) for _, head in below[:] for day in tree.all_kids(head, "appos"))
            for word, head in below:  # "met on Tuesday, the second day of her visit"
                how: str | None = None
                target = by_token.get(head)
                if target is None and tree.lemma[head] in OUTSETS:
                    target = next((by_token[below] for _, below in prepositions(tree, head) if below in by_token), None)
                    if target is not None and target.label == "Trip":
                        _set_out(draft, target, first=_opens(tree, head))
                if target is None and tree.lemma[head] in {"sideline", "margin", "fringe"}:
                    how = "sidelines"
                    target = next((by_token[below] for _, below in prepositions(tree, head) if below in by_token), None)
                if (
                    target is None
                    or target is draft
                    or target.label not in {"Trip", "Summit", "Meeting", "Negotiation", "Protest"}
                ):
                    continue
                if how is None and word not in {"on", "at", "during", "in", "throughout"}:
                    continue
                if target.hit.carrier == draft.hit.carrier and how is None and target.hit.carried_by:
                    continue
                _make_part(draft, target, how)
        _date_what_was_left(tree, draft, by_token)
    _link_clauses(tree, drafts, by_token)
    for draft in drafts:  # "three days of talks" after "arrived in Lima for"
        if (draft.label in GATHERINGS and draft.hit.nominal) or draft.hit.carried_by == "preposition":
            for above in tree.ancestors(draft.hit.token)[:5]:
                trip = by_token.get(above)
                if trip is not None and trip.label == "Trip" and trip is not draft:
                    _visitors_meet(tree, draft, trip)
                    break


def _link_clauses(tree: "Tree", drafts: "list[Draft]", by_token: "dict[int, Draft]") -> None:
    """Link what happened in a clause to the trip beside it: "while visiting Oslo, she met", "a tour on which she met"."""
    by_token = by_token | {noun: draft for draft in drafts for noun in draft.hit.absorbed if noun not in by_token}
    by_verb = {draft.hit.carrier: draft for draft in drafts if tree.is_verb(draft.hit.carrier)}
    for draft in drafts:
        verb = draft.hit.carrier
        if not tree.is_verb(verb):
            continue
        if tree.dep[verb] == "relcl" and by_token.get(tree.head[verb]) is not None:
            outer = by_token[tree.head[verb]]
            on_which = any(
                tree.word[prep] in {"in", "on", "during", "at"} and tree.word[below] == "which"
                for prep in tree.all_kids(verb, "prep")
                for below in tree.all_kids(prep, "pobj")
            )
            if outer.label in {"Trip", "Summit"} and on_which:
                _make_part(draft, outer, None)
        elif draft.label == "Trip" and tree.dep[verb] == "advcl":
            inner = by_verb.get(tree.head[verb])
            while_on = any(tree.word[kid] in {"while", "when"} for kid in tree.all_kids(verb, "mark", "advmod"))
            if inner is not None and inner.label in HELD_THERE and while_on and tree.tag[verb] == "VBG":
                _make_part(inner, draft, None)


def _date_what_was_left(tree: "Tree", draft: "Draft", by_token: "dict[int, Draft]") -> None:
    """Give a gathering the day on which somebody left it: "walked out of the summit on Monday"."""
    verb = draft.hit.carrier
    if draft.hit.frame.rule != "verb:break-off-talks" or tree.lemma[verb] not in {"walk", "storm", "leave"}:
        return
    out = tree.all_kids(verb, "prep")
    below = [head for word, head in prepositions(tree, verb) if word == "of"]
    below += [far for prep in out for deeper in tree.all_kids(prep, "prep") for far in tree.all_kids(deeper, "pobj")]
    for noun in (*tree.all_kids(verb, "dobj"), *below):
        left = by_token.get(noun)
        if left is not None and left.label in GATHERINGS | {"Summit"} and left.sense.status is draft.sense.status:
            inherit_date(left, draft)


def _opens(tree: "Tree", outset: int) -> bool:
    """Say whether a stretch of a trip holds its first day: "at the start of", "on the first day of"."""
    first = any(tree.lemma[kid] == "first" for kid in tree.all_kids(outset, "amod"))
    return tree.lemma[outset] != "end" and (tree.lemma[outset] != "day" or first)


def _set_out(draft: "Draft", trip: "Draft", *, first: bool) -> None:
    """Give a trip told only by its beginning that day and traveller ("met X at the start of a three-day tour")."""
    if first:
        inherit_date(trip, draft)
    if not trip.arguments and draft.arguments:
        who = draft.arguments[0]
        trip.arguments = [Argument(role=Role.TRAVELLER, entity=who.entity, mention=who.mention, title=who.title)]


def resolve_there(tree: "Tree", drafts: "list[Draft]") -> None:
    """Give an event that happened "there" the place told last."""
    for number, draft in enumerate(drafts):
        if draft.places or not any(
            tree.word[kid] == "there" and tree.dep[kid] == "advmod" for verb in draft.chain for kid in tree.kids[verb]
        ):
            continue
        for old in reversed(drafts[:number]):
            where = [place for place in old.places if place.relation is not PlaceRelation.ORIGIN]
            if where and draft.sentence - old.sentence <= 2:
                draft.places = [
                    PlaceArgument(relation=PlaceRelation.LOCATED_IN, entity=place.entity) for place in where
                ]
                draft.score *= 0.85
                break


def _visitors_meet(tree: "Tree", draft: "Draft", trip: "Draft") -> None:
    """Talks that a traveller came for are the traveller's, on that trip."""
    first = next(
        (
            here
            for here in tree.ancestors(draft.hit.token)
            if tree.dep[here] == "prep" and tree.head[here] == trip.hit.token
        ),
        None,
    )
    if first is None or tree.word[first] not in {"for", "on"}:
        return
    above = tree.head[draft.hit.token]
    if (
        tree.dep[draft.hit.token] == "pobj"
        and tree.word[above] == "of"
        and tree.word[tree.head[above]] in {"ahead", "head"}
    ):
        return
    for argument in trip.arguments:
        if argument.role in {Role.TRAVELLER, Role.COMPANION} and argument.entity not in draft.people():
            draft.arguments.append(
                Argument(role=Role.PARTICIPANT, entity=argument.entity, mention=argument.mention, title=argument.title)
            )
    draft.link("PART_OF", trip)
    inherit_date(draft, trip)


def _make_part(draft: "Draft", target: "Draft", how: str | None) -> None:
    root = target.root
    draft.link("PART_OF", root, how)
    if root.start is not None:
        inherit_date(draft, root)
    elif how == "sidelines" or target.label == "Summit":
        inherit_date(target, draft)
    if target.label == "Summit" and target.sense.status is Status.ACTUAL and draft.sense.status is Status.PLANNED:
        target.sense = target.sense._replace(status=Status.PLANNED, cue=draft.sense.cue)
    wanted = PlaceRelation.DESTINATION if target.label == "Trip" else PlaceRelation.LOCATED_IN
    if not draft.places and (how is not None or draft.label in HELD_THERE):  # "While visiting Rabat, she met Lind"
        draft.places = [
            PlaceArgument(relation=PlaceRelation.LOCATED_IN, entity=place.entity)
            for place in target.places
            if place.relation is wanted
        ]


def link_visits(actors: "Actors", drafts: "list[Draft]") -> None:
    """Put a meeting inside the trip it must belong to: same day, a traveller takes part, the other side is of that country."""
    trips = [d for d in drafts if d.label == "Trip" and d.sense.status in {Status.ACTUAL, Status.PLANNED} and d.start]
    for draft in drafts:
        if draft.label not in GATHERINGS or draft.start is None or draft.precision != "day" or draft.linked("PART_OF"):
            continue
        if draft.sense.status not in {Status.ACTUAL, Status.PLANNED}:
            continue
        for trip in trips:
            travellers = {a.entity for a in trip.arguments if a.role in {Role.TRAVELLER, Role.COMPANION}}
            others = draft.people() - travellers
            if not travellers & draft.people() or trip.start is None or trip.end is None:
                continue
            if not trip.start <= draft.start <= trip.end:
                continue
            where = [place for place in trip.places if place.relation is PlaceRelation.DESTINATION]
            if not where or not any(_belongs(actors, other, place.entity) for other in others for place in where):
                continue
            draft.link("PART_OF", trip.root)
            if not draft.places:
                draft.places = [
                    PlaceArgument(relation=PlaceRelation.LOCATED_IN, entity=place.entity) for place in where
                ]
                draft.score *= 0.85
            break


def _belongs(actors: "Actors", entity: int, place: int) -> bool:
    """Say whether an entity is of the country a place is or lies in."""
    entities = actors.layer.entities
    of = {entity, *entities[entity].affiliations}
    of |= {p.of for p in actors.layer.positions if p.holder == entity and p.of is not None and not p.former}
    return any(is_within(actors, place, country) for country in of)


def continue_trips(actors: "Actors", drafts: "list[Draft]") -> None:
    """Give a visit without a place the destination of the same traveller's trip told just before ("He first visited in May")."""
    for number, draft in enumerate(drafts):
        if draft.label != "Trip" or any(p.relation is PlaceRelation.DESTINATION for p in draft.places):
            continue
        if any(argument.role is Role.HOST for argument in draft.arguments):
            continue
        travellers = {a.entity for a in draft.arguments if a.role is Role.TRAVELLER}
        for old in reversed(drafts[:number]):
            if draft.sentence - old.sentence > 2:
                break
            goals = [p for p in old.places if p.relation is PlaceRelation.DESTINATION]
            if old.label == "Trip" and goals and travellers & old.people():
                places = [
                    p
                    for p in draft.places
                    if actors.kind(p.entity) is EntityType.PLACE and p.entity not in {g.entity for g in goals}
                ]
                draft.places = goals + places
                draft.score *= 0.85
                break


def inherit_in_sentence(tree: "Tree", drafts: "list[Draft]") -> None:
    """Give an undated event the date of the dated event whose clause it continues ("arrived Monday and met the premier")."""
    by_verb = {verb: draft for draft in drafts for verb in draft.chain if tree.is_verb(verb)}
    for draft in drafts:
        if draft.start is not None or draft.sense.background:
            continue
        verb = draft.hit.carrier
        head = tree.head[verb]
        if not tree.is_verb(verb) or head == verb or tree.dep[verb] not in {"conj", "advcl", "xcomp"}:
            continue
        if tree.dep[verb] == "advcl" and tree.kid(verb, "mark", "nsubj") is not None:
            continue
        other = by_verb.get(head)
        if other is not None and other.sense.status is draft.sense.status and other.basis is not None:
            inherit_date(draft, other)

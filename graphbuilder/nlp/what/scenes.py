"""Scenes: the places an event's own clause names, and who is met there or comes along.

Only what stands at or below a word of the clause is read; places that a story implies are linking.py's business.
"""

from typing import TYPE_CHECKING

from graphbuilder.nlp.what.clauses import prepositions, subjects
from graphbuilder.nlp.what.slots import governors
from graphbuilder.records.annotation import Argument, EntityType, PlaceArgument, PlaceRelation, Role, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuilder.nlp.what.actors import Actors, Party
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.tree import Tree

LOCATIVE = frozenset({
    "in", "at", "near", "outside", "inside", "across", "around", "throughout", "on", "off", "along", "within",
    "through",
})  # fmt: skip
OBJECT_PLACED = frozenset({
    "Meeting", "Negotiation", "Assault", "Arrest", "Coercion", "Protest", "Election", "Mobilization", "Agreement", "Retreat",
    "Summit",
})  # fmt: skip
"""Labels where a place beside the object is the event's ("arrested two reporters in Minsk")."""
OUTCOME = "noun:agreement-outcome"
"""The frame of a pact as what talks came to."""
GATHERED = frozenset({"Protest", "Election"})
"""Labels that happen where their people are: "Nurses in Leeds went on strike"."""
ENFORCED = frozenset({"Arrest", "Coercion", "Assault"})
"""Labels of force that a local body uses where it is."""
LOCAL_FORCES = frozenset({
    "court", "tribunal", "judge", "magistrate", "jury", "police", "policeman", "officer", "prosecutor", "army", "soldier",
    "troop", "militia", "authority", "gunman", "militant", "rebel", "guard", "paramilitary", "insurgent",
})  # fmt: skip
"""Who acts where they are: "A court in Lima jailed Novak", "Police in Oslo detained two reporters"."""
SAID_THERE = frozenset(
    {"Statement", "Accusation", "Support", "Promise", "Request", "Rejection", "Threat", "Concession"}
)
UTTERED = frozenset({"speak", "address", "appear", "talk"})
"""Participles that tell where something was said: "Speaking in Lima, Novak condemned the raid"."""

MISSIONS = frozenset({"embassy", "consulate", "mission"})
"""Bodies that stand somewhere else than their country: "outside the Saudi embassy in London"."""
ABROAD = frozenset({"bombing", "bombardment", "shelling", "airstrike", "strike", "raid", "base"})
"""Nouns whose country is whose they are, not where: "wounded in US bombing", "held at a US base"."""


def add_argument(actors: "Actors", draft: "Draft", role: Role, party: "Party") -> None:
    """Add a participant once; the first role found for it holds."""
    if any(argument.entity == party.entity for argument in draft.arguments):
        return
    mention, trigger = actors.layer.mentions[party.mention], actors.tree.starts[draft.hit.token]
    inside = mention.form == "name" and mention.start_char <= trigger < mention.end_char
    if draft.hit.carried_by == "self" and inside:
        return  # "Mayor Lind Defends Budget" read as one name
    title = mention.title
    draft.arguments.append(Argument(role=role, entity=party.entity, mention=party.mention, title=title))


def add_place(draft: "Draft", relation: PlaceRelation, party: "Party") -> None:
    """Add a place once; the first relation found for it holds."""
    if not any(place.entity == party.entity for place in draft.places):
        draft.places.append(PlaceArgument(relation=relation, entity=party.entity))


def is_topic(actors: "Actors", role: str | None, head: int) -> bool:
    """Say whether a country or region after "on" is what is talked of, no place: "talks on Chad", "a resolution on Gaza"."""
    if role == Role.RECIPIENT.value:
        return False
    entities = [actors.layer.entities[party.entity] for party in actors.parties(head)]
    return any(entity.is_country or (entity.key or "").startswith("region:") for entity in entities)


def is_venue(actors: "Actors", head: int) -> bool:
    """Say whether a word names a town or building, where one can meet: they discuss "the war in Sudan", but "in Oslo"."""
    places = [actors.layer.entities[party.entity] for party in actors.parties(head)]
    return any(
        place.type is EntityType.PLACE and not place.is_country and not (place.key or "").startswith("region:")
        for place in places
    )


def add_places(actors: "Actors", draft: "Draft", relation: PlaceRelation, slot: str, head: int) -> None:
    """Add places; a person in the place of a destination is the host ("visited the chancellor")."""
    tree = actors.tree
    parties = actors.parties(head)
    located = [party for party in parties if actors.kind(party.entity) is EntityType.PLACE]
    for party in located:
        add_place(draft, relation, party)
    if relation is PlaceRelation.DESTINATION and slot in {"object", "to"} and not located:
        for party in parties:
            if actors.can_act(party.entity) and actors.kind(party.entity) is EntityType.PERSON:
                add_argument(actors, draft, Role.HOST, party)
    if located:
        return
    named = any(
        not actors.layer.entities[party.entity].anonymous for party in parties
    )  # "outside a court in Oslo" is in Oslo
    if relation is not PlaceRelation.ORIGIN and (not named or tree.lemma[head] in MISSIONS):
        add_place_below(actors, draft, relation, head, depth=0)
    for poss in tree.all_kids(head, "poss", "compound", "amod", "nmod"):  # "Beijing's airport", "the Syrian town"
        for party in actors.parties(poss):
            if (
                actors.kind(party.entity) is EntityType.PLACE
                and tree.pos[head] == "NOUN"
                and (tree.dep[poss] == "poss" or tree.lemma[head] not in ABROAD)
                and actors.mention_at(head) is None
            ):
                add_place(draft, relation, party)


def add_place_below(actors: "Actors", draft: "Draft", relation: PlaceRelation, head: int, *, depth: int) -> None:
    """Add the place inside a description: "at a hotel in Geneva", "in front of the Polish embassy in Oslo"."""
    bare = actors.mention_at(head) is None
    for word, below in prepositions(actors.tree, head):
        border = word == "with" and actors.tree.lemma[head] in {"border", "frontier"}
        if not border and word not in (
            {"in", "of", "at", "near", "outside", "on"} if bare else {"in", "near", "outside"}
        ):
            continue
        found = [party for party in actors.parties(below) if actors.kind(party.entity) is EntityType.PLACE]
        for party in () if word == "on" and is_topic(actors, None, below) else found:
            add_place(draft, relation, party)
        if not found and depth < 3:
            add_place_below(actors, draft, relation, below, depth=depth + 1)


def places_beside(tree: "Tree", draft: "Draft", head: int) -> "Iterator[tuple[str, int]]":
    """Yield places that the parser hangs on a participant: "met with the premier of Peru in Lima"."""
    if draft.label not in OBJECT_PLACED:
        return
    for here in tree.conjuncts(head):
        for word, below in prepositions(tree, here):
            if word in LOCATIVE:
                yield word, below
            elif word == "of":
                yield from (pair for pair in prepositions(tree, below) if pair[0] in LOCATIVE)
        for clause in tree.all_kids(here, "acl"):  # "sealed off the roads leading into Rwanda"
            if tree.lemma[clause] in {"lead", "run"}:
                yield from (
                    ("in", below) for word, below in prepositions(tree, clause) if word in {"to", "into", "from"}
                )
        for apposed in tree.all_kids(here, "appos"):
            yield from (pair for pair in prepositions(tree, apposed) if pair[0] in LOCATIVE)


def add_place_of_people(tree: "Tree", actors: "Actors", draft: "Draft") -> None:
    """Add where the people are who protest, vote, judge or use force, if the clause names no other place."""
    if draft.places or not tree.is_verb(draft.hit.carrier) or draft.label not in GATHERED | ENFORCED:
        return
    for head in subjects(tree, draft.hit.carrier):
        for party in actors.parties(head) if draft.label == "Election" else ():
            if actors.layer.entities[party.entity].is_country:  # "Malaysia held a general election"
                add_place(draft, PlaceRelation.LOCATED_IN, party)
        local = tree.lemma[head] in LOCAL_FORCES and draft.sense.status is Status.ACTUAL
        if draft.label in ENFORCED and not local:
            continue
        for word, below in prepositions(tree, head):
            if word == "in":
                add_places(actors, draft, PlaceRelation.LOCATED_IN, word, below)


def add_place_of_scene(tree: "Tree", actors: "Actors", draft: "Draft") -> None:
    """Add the place of a clause that sets the scene: "While in Oslo, Novak met Lind", "Speaking in Lima, he condemned ..."."""
    verb = draft.hit.carrier
    if draft.label == "Trip" or not tree.is_verb(verb):
        return
    clauses = tree.all_kids(verb, "advcl")
    if draft.label not in SAID_THERE:
        for clause in () if draft.places else clauses:
            if tree.word[clause] == "in" and any(tree.word[kid] in {"while", "when"} for kid in tree.kids[clause]):
                for below in tree.all_kids(clause, "pobj"):
                    add_places(actors, draft, PlaceRelation.LOCATED_IN, "in", below)
        return
    told = draft.places  # "condemned the attack in Lima" would be in Lima
    draft.places = []
    beside = [clause for subject in tree.all_kids(verb, "nsubj") for clause in tree.all_kids(subject, "acl")]
    for clause in (*clauses, *beside):  # "Novak, speaking in Lima, accused Norway"
        if tree.lemma[clause] in UTTERED and tree.tag[clause] == "VBG":
            for word, below in prepositions(tree, clause):
                if word in LOCATIVE:
                    add_places(actors, draft, PlaceRelation.LOCATED_IN, word, below)
    draft.places = draft.places or told


def add_companions(tree: "Tree", actors: "Actors", draft: "Draft") -> None:
    """Add who went along: "accompanied by his wife", "flew together with"."""
    travellers = [subject for verb in draft.chain if tree.is_verb(verb) for subject in subjects(tree, verb)]
    for verb in (*draft.chain, *travellers):
        for clause in tree.all_kids(verb, "advcl", "acl", "conj"):
            if tree.lemma[clause] == "accompany" and tree.tag[clause] == "VBN":
                for by in tree.all_kids(clause, "agent", "prep"):
                    for head in tree.all_kids(by, "pobj"):
                        for party in actors.parties(head):
                            if actors.can_act(party.entity):
                                add_argument(actors, draft, Role.COMPANION, party)


def add_parties_of_talks(tree: "Tree", actors: "Actors", draft: "Draft") -> None:
    """Give the pact that talks ended with or without those who talked: "Talks between Peru and Chad ended without a deal"."""
    if draft.hit.frame.rule != OUTCOME or draft.arguments:
        return
    for verb in governors(tree, draft.hit.token):
        for subject in subjects(tree, verb):
            below = [head for word, head in prepositions(tree, subject) if word in {"between", "of", "with", "among"}]
            for head in (subject, *below):
                for party in actors.parties(head):
                    if actors.can_act(party.entity):
                        add_argument(actors, draft, Role.PARTICIPANT, party)


def share_scenes(tree: "Tree", actors: "Actors", drafts: "list[Draft]") -> None:
    """Give an event the place of the clause that its own continues, where it names none.

    "Gunmen opened fire in Bamako, killing two": the deaths were there; "In Oslo, police arrested Lind and seized two boats": what
    stands before the first verb sets the scene for both.
    """
    by_verb = {draft.hit.carrier: draft for draft in drafts if tree.is_verb(draft.hit.carrier)}
    by_token = {draft.hit.token: draft for draft in drafts}
    for verb, draft in by_verb.items():
        other = by_verb.get(tree.head[verb])
        for noun in draft.hit.absorbed:  # "a drone strike killed three in Hodeida": the strike was there
            if noun in by_token and not by_token[noun].places:
                by_token[noun].places = list(draft.places)
        if other is None or other is draft or "Trip" in {draft.label, other.label}:
            continue
        twin = tree.dep[verb] == "conj" and verb == other.hit.carrier + 2 and draft.label == other.label
        if twin and not other.places:  # "shot and wounded a sailor in Lima"
            other.places = list(draft.places)
        if draft.places or draft.label in SAID_THERE:
            continue
        doing = tree.tag[verb] == "VBG" and verb > other.hit.carrier and draft.label == other.label
        if doing and (tree.dep[verb] == "advcl" or tree.tag[other.hit.carrier] == "VBG"):
            draft.places = list(other.places)
        elif tree.dep[verb] == "conj" and tree.kid(verb, "nsubj", "nsubjpass") is None:
            for word, below in prepositions(tree, other.hit.carrier):
                if below < other.hit.carrier and word in LOCATIVE:
                    add_places(actors, draft, PlaceRelation.LOCATED_IN, word, below)

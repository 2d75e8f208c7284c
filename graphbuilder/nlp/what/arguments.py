"""Arguments: who took part in an event, in which role, and where it was, from the words of its own clause.

An argument is never taken from outside the clause; what a story implies beyond it is linking.py's business.
"""

from typing import TYPE_CHECKING

from graphbuilder.nlp.what.actors import PARTITIVES
from graphbuilder.nlp.what.clauses import is_passive, objects, prepositions, subjects
from graphbuilder.nlp.what.quotations import document_author, earlier_author, inverted_speaker, reporter_above
from graphbuilder.nlp.what.reach import ANSWERING, BORNE, HARMED, SPEAKING, aimed_at, is_judged, owners, owning, told_to
from graphbuilder.nlp.what.scenes import (
    LOCATIVE,
    OBJECT_PLACED,
    add_argument,
    add_companions,
    add_place,
    add_place_below,
    add_place_of_people,
    add_place_of_scene,
    add_places,
    is_topic,
    is_venue,
    places_beside,
)
from graphbuilder.records.annotation import EntityType, PlaceRelation, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graphbuilder.nlp.what.actors import Actors
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.lexicon import Lexicon
    from graphbuilder.nlp.what.tree import Tree

PLACE_RELATIONS = frozenset(relation.value for relation in PlaceRelation)
ROLES = {role.value: role for role in Role}
MATERIEL = frozenset({
    "tank", "warplane", "jet", "plane", "aircraft", "helicopter", "missile", "artillery", "warship", "ship",
    "drone", "fighter", "bomber", "gunship", "gunboat", "submarine", "destroyer", "frigate", "airstrike", "strike",
    "raid", "service", "agency", "authority", "government", "regime", "court", "parliament", "military", "army",
    "navy", "force", "troop", "embassy", "intelligence", "administration", "leadership", "delegation", "side",
})  # fmt: skip
VIOLENT = frozenset({"attack", "bombing", "shooting", "massacre", "killing", "stabbing", "assault", "riot", "protest"})
UNDERGOING = frozenset({"suffer", "face", "undergo", "sustain", "endure", "survive", "draw"})
"""Carriers whose subject it is done to: "the barracks suffered an attack", "the mayor drew protests"."""
ISSUING = frozenset({
    "issue", "release", "publish", "make", "sign", "send", "write", "deliver", "read", "adopt", "pass", "approve", "draft", "put",
    "circulate", "post", "hand", "give", "submit", "present",
})  # fmt: skip
"""Verbs whose subject is the author of the document: "issued a statement demanding", not "blocked a statement demanding"."""
DISCUSSING = frozenset({"discuss", "debate", "review"})
"""Verbs whose object is what is talked of, and where that is."""
STRUCK = LOCATIVE | {"object", "of", "against"}
"""Slots where a town is where it happened: "bombed Aleppo", "the siege of Homs"."""
COME_FROM = frozenset({"to", "in", "of", "through", "around"})
TOWARDS = frozenset({"with", "by", "at", "on", "over", "against", "to", "into", "off"})
"""Prepositions whose noun may carry the place of it all: "fired tear gas at pensioners in Skopje"."""
NAMED_BY_PLACE = frozenset({"Summit", "Meeting", "Negotiation"})
"""Labels that a town before the noun places."""
ARRANGED = frozenset({"plan", "schedule", "hold", "set", "slate", "arrange"})
SHARED_SUBJECT = frozenset({"Meeting", "Negotiation", "PhoneCall", "Trip", "Agreement", "Election"})
SHARING_OPERATORS = frozenset({
    "plan", "cancel", "accept", "decide", "refuse", "promise", "begin", "end", "demand", "hope", "try", "fail", "manage",
})  # fmt: skip
"""Operators whose subject takes part in the meeting or trip they govern ("cancelled his visit", "rejected talks with")."""


def fill_arguments(tree: "Tree", actors: "Actors", lexicon: "Lexicon", draft: "Draft") -> None:
    """Add participants and places to a draft."""
    frame = draft.hit.frame
    roles = lexicon.roles[frame.label] | frame.roles if frame.roles else lexicon.roles[frame.label]
    for slot, head in _slots(tree, actors, lexicon, draft):
        role = roles.get(slot)
        if slot == "on" and is_topic(actors, role, head):
            continue
        if slot == "modifier" and frame.label in NAMED_BY_PLACE and is_venue(actors, head):
            add_places(actors, draft, PlaceRelation.LOCATED_IN, slot, head)  # "the Oslo summit", "the Geneva talks"
            continue
        if role and role not in PLACE_RELATIONS:
            _take_part(actors, draft, ROLES[role], slot, head)
        elif role or slot in LOCATIVE:
            add_places(actors, draft, PlaceRelation(role or "LOCATED_IN"), slot, head)
    add_place_of_people(tree, actors, draft)
    add_place_of_scene(tree, actors, draft)
    _share_subject(tree, actors, roles, draft)
    told_to(tree, actors, draft)
    aimed_at(tree, actors, draft)
    if frame.label == "Trip":
        add_companions(tree, actors, draft)


def _slots(tree: "Tree", actors: "Actors", lexicon: "Lexicon", draft: "Draft") -> "Iterator[tuple[str, int]]":
    """Yield (slot, head) pairs of an event's clause, the likeliest first."""
    hit = draft.hit
    token, carrier = hit.token, hit.carrier
    if hit.carried_by == "self":
        yield from _verb_slots(tree, actors, lexicon, draft, token)
    elif hit.carried_by == "adjective":
        yield from (("subject", head) for head in subjects(tree, carrier))
    else:
        if hit.carried_by in {"object", "preposition"}:
            for head in subjects(tree, carrier):
                if head != token:
                    yield ("object" if tree.lemma[carrier] in UNDERGOING else "subject"), head
        yield from _noun_slots(tree, token)
        if draft.label in OBJECT_PLACED:  # "an attack on civilians in Yemen"
            for word, head in prepositions(tree, token):
                if word in {"on", "of", "against", "between", "with"}:
                    yield from (pair for pair in prepositions(tree, head) if pair[0] in LOCATIVE)
        if hit.carried_by in {"object", "subject", "preposition"}:
            yield from ((word, head) for word, head in prepositions(tree, carrier) if head != token)
            for kid in tree.all_kids(carrier, "dative"):
                if tree.pos[kid] in {"PROPN", "NOUN", "PRON"}:
                    yield "dative", kid
        if hit.carried_by == "agent":
            yield from (("object", head) for head in objects(tree, carrier))
        if hit.carried_by in {"copula", "agent"}:
            yield from ((word, head) for word, head in prepositions(tree, carrier) if head != token)
    for noun in hit.absorbed:
        back = tree.dep[noun] == "pobj" and tree.word[tree.head[noun]] == "from"
        for slot, head in _noun_slots(tree, noun):  # "returned from a trip to Lima" comes from Lima
            yield ("from" if back and slot in COME_FROM else slot), head
    for verb in draft.chain:
        if verb not in (token, carrier) and tree.is_verb(verb):
            yield from (pair for pair in prepositions(tree, verb) if pair[0] in LOCATIVE)


def _verb_slots(
    tree: "Tree", actors: "Actors", lexicon: "Lexicon", draft: "Draft", verb: int
) -> "Iterator[tuple[str, int]]":
    found = subjects(tree, verb)
    if draft.label in SPEAKING:
        found = _speakers(tree, actors, lexicon, verb, found)
    for head in found:
        yield "subject", head
    for head in objects(tree, verb):
        yield "object", head
        if tree.head[head] == verb and tree.lemma[verb] in DISCUSSING:
            yield from (
                pair for pair in prepositions(tree, head) if pair[0] not in LOCATIVE or is_venue(actors, pair[1])
            )
        elif tree.head[head] == verb:
            bare = not actors.parties(head, spread=False)  # not "met Varga's spokesman Otto Klein"
            if bare:
                skipped = {"by", "from"} if draft.label in ANSWERING else {"by"}
                if is_judged(draft, "object", tree.lemma[head]):  # "condemned the killing of Lind"
                    skipped |= {"of", "on", "against", "in"} - draft.hit.frame.roles.keys()
                told = draft.label == "Statement"  # "warned the population of Norway": Norway is told
                yield from (
                    ("object" if told and word == "of" else word, below)
                    for word, below in prepositions(tree, head)
                    if word not in skipped
                )
            else:  # "recalled its ambassador to Kenya"
                yield from (pair for pair in prepositions(tree, head) if draft.hit.frame.roles.get(pair[0]) in ROLES)
            yield from places_beside(tree, draft, head)
            if bare:
                for kid in owners(tree, actors, draft, head):
                    yield "object", kid
    answering = draft.label in ANSWERING and not is_passive(tree, verb)
    for word, head in prepositions(tree, verb):
        yield ("object" if word == "by" and answering else word), head
        if word in TOWARDS:
            yield from places_beside(tree, draft, head)


def _noun_slots(tree: "Tree", noun: int) -> "Iterator[tuple[str, int]]":
    here = noun
    while tree.dep[here] == "conj" and tree.pos[tree.head[here]] == "NOUN":
        here = tree.head[here]
    for source in (noun,) if here == noun else (noun, here):
        ranked = any(
            tree.tag[kid] == "JJS" or tree.word[kid] in {"first", "last"} for kid in tree.all_kids(source, "amod")
        )
        for poss in tree.all_kids(source, "poss"):
            yield ("in" if ranked and tree.lemma[noun] in VIOLENT else "poss"), poss  # "Norway's deadliest attack"
        yield from prepositions(tree, source)
        for kid in tree.all_kids(source, "compound", "amod", "nmod"):
            yield "modifier", kid
    for clause in tree.all_kids(noun, "acl", "relcl"):  # "a meeting that had been planned for Friday in Harare"
        if tree.lemma[clause] in ARRANGED:
            yield from (pair for pair in prepositions(tree, clause) if pair[0] in LOCATIVE)
    below = [far for prep in tree.all_kids(noun, "prep") for far in tree.all_kids(prep, "pobj")]
    for clause in tree.all_kids(noun, "relcl", "acl") + [far for head in below for far in tree.all_kids(head, "relcl")]:
        if tree.lemma[clause] == "bring" and "together" in {tree.word[kid] for kid in tree.kids[clause]}:
            yield from (
                ("with", head) for head in objects(tree, clause)
            )  # "a summit that brought together Novak and Lind"
    for clause in tree.all_kids(noun, "acl"):  # "a meeting attended by", "talks involving"
        if tree.lemma[clause] in {"involve", "include"}:
            yield from (("with", head) for head in objects(tree, clause))
        elif tree.lemma[clause] == "target":  # "an attack targeting shoppers at a market in Lima"
            yield from (("object", head) for head in objects(tree, clause))
            yield from (p for h in (clause, *objects(tree, clause)) for p in prepositions(tree, h) if p[0] in LOCATIVE)


def _speakers(tree: "Tree", actors: "Actors", lexicon: "Lexicon", verb: int, found: "Sequence[int]") -> "Sequence[int]":
    """Return who speaks: a document speaks for its author."""
    if not found:
        if tree.lemma[verb] not in {"say", "tell", "add", "write"}:
            return []
        speaker = inverted_speaker(tree, actors, verb)
        return [] if speaker is None else [speaker]
    reporter = reporter_above(tree, actors, verb)
    if reporter is not None:
        return [reporter]
    documents = lexicon.classes["document"]
    result = []
    for head in found:
        if tree.lemma[head] in documents:
            author = document_author(tree, head)
            if author is None:
                author = earlier_author(tree, documents, head)
            ruled = tree.dep[head] == "dobj" and tree.head[verb] == head and tree.lemma[tree.head[head]] in ISSUING
            if author is None and ruled:  # "issued a statement demanding"
                author = next(iter(subjects(tree, tree.head[head])), None)
            result.append(head if author is None else author)
        else:
            result.append(head)
    return result


def _take_part(actors: "Actors", draft: "Draft", role: Role, slot: str, head: int) -> None:
    if slot == "modifier" and actors.tree.word[max(head - 2, 0) : head] == ["anti", "-"]:
        role = Role.RECIPIENT if role is Role.ACTOR else role  # "anti-French attacks"
    parties = [*actors.parties(head)]
    if not parties and actors.tree.lemma[head] in MATERIEL:  # "Turkish warplanes bombed ...": Turkey did
        joined = actors.tree.all_kids(head, "amod", "compound", "nmod", "poss")
        parties = [p for kid in joined for p in actors.parties(kid) if actors.layer.entities[p.entity].is_country]
    if not parties and actors.tree.pos[head] == "NOUN":  # "the Nordic Council (NC) forum agreed"
        joined = actors.tree.all_kids(head, "nmod", "compound", "appos")
        parties = [p for kid in joined for p in actors.parties(kid) if actors.kind(p.entity) is EntityType.ORGANIZATION]
    if not parties and role is Role.RECIPIENT and draft.label in BORNE and slot != "modifier":
        parties = owning(
            actors, head, harmed=draft.label in HARMED, judged=is_judged(draft, slot, actors.tree.lemma[head])
        )
    if slot in LOCATIVE and all(actors.layer.entities[party.entity].anonymous for party in parties):
        add_place_below(actors, draft, PlaceRelation.LOCATED_IN, head, depth=0)
    known = actors.tree.pos[head] == "PROPN" or actors.tree.lemma[head] in actors.nouns
    if not parties and known and slot != "modifier":
        draft.loose = True
    if not parties and draft.label == "Protest" and slot == "subject" and actors.tree.lemma[head] in PARTITIVES:
        draft.loose = True  # "Thousands protested outside the embassy"
    if slot == "modifier":  # "US-Mexican talks": the model makes the first a dependent of the second
        tree = actors.tree
        joined = [
            kid for kid in tree.all_kids(head, "npadvmod", "nmod", "compound", "amod", "advmod") if kid in actors.named
        ]
        parties = [party for kid in joined for party in actors.parties(kid)] + parties
    for party in parties:
        if not actors.can_act(party.entity):
            hosting = slot == "subject" and actors.tree.lemma[draft.hit.carrier] == "host"  # "Oslo hosted the summit"
            if (slot in STRUCK or hosting) and actors.kind(party.entity) is EntityType.PLACE:
                add_place(draft, PlaceRelation.LOCATED_IN, party)
            continue
        if role is Role.TRAVELLER and slot == "of" and actors.layer.entities[party.entity].is_country:
            add_place(draft, PlaceRelation.DESTINATION, party)  # "a tour of Kenya"
            continue
        if slot in {"in", "at", "on"} and actors.kind(party.entity) is EntityType.PLACE and role is Role.PARTICIPANT:
            add_place(draft, PlaceRelation.LOCATED_IN, party)
            continue
        add_argument(actors, draft, role, party)


def _share_subject(tree: "Tree", actors: "Actors", roles: dict[str, str], draft: "Draft") -> None:
    """Let the subject of "cancelled", "rejected", "plans" take part in the noun event it governs."""
    if draft.label not in SHARED_SUBJECT or draft.hit.carried_by in {"self", "object", "preposition"}:
        return
    if len(draft.arguments) > (draft.label not in {"Trip", "Election"}):
        return
    above = tree.head[draft.hit.token]
    if (
        draft.label == "Trip"
        and tree.word[above] == "on"
        and above < tree.head[above]
        and tree.is_verb(tree.head[above])
    ):
        for subject in subjects(tree, tree.head[above]):  # "Novak, on a visit to Oslo, called on both sides to talk"
            _take_part(actors, draft, Role(roles["subject"]), "subject", subject)
        return
    for name, head in zip(reversed(draft.sense.operators), draft.sense.heads, strict=True):
        if name not in SHARING_OPERATORS or not tree.is_verb(head):
            return
        if is_passive(tree, head):
            return
        for subject in subjects(tree, head):
            if subject != draft.hit.token:
                _take_part(actors, draft, Role(roles["subject"]), "subject", subject)
        return

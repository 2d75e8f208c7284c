"""Linking: which event mentions of one document are the same or about each other (SAME, CONTENT), and what follows.

It joins mentions inside a document only; it merges nothing and knows no other document.
"""

from typing import TYPE_CHECKING

from graphbuilder.nlp.what.attending import joins, noun_of
from graphbuilder.nlp.what.clauses import prepositions
from graphbuilder.nlp.what.dating import inherit_date
from graphbuilder.nlp.what.one_deed import link_deeds
from graphbuilder.nlp.what.quotations import document_author
from graphbuilder.nlp.what.strangers import (
    ANOTHER,
    many_for_one,
    mentions_told,
    named_otherwise,
    names_a_stranger,
    of_same_people,
    tells_another,
)
from graphbuilder.records.annotation import Argument, Role, Status

if TYPE_CHECKING:
    from graphbuilder.nlp.what.actors import Actors
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.tree import Tree

CONTENT_LABELS = frozenset(
    {"Statement", "Promise", "Agreement", "Request", "Threat", "Rejection", "Accusation", "Support", "Concession"}
)
FAMILY = {"Negotiation": "Meeting", "Summit": "Meeting", "PhoneCall": "Meeting"}
"""Labels that a definite noun may call by the name of another: "the meeting" for a summit, "the talks" for a meeting."""
NEW_ONES = ANOTHER | {"first", "last", "recent", "latest"}
"""Modifiers of a noun that names an event of its own: "the first meeting", "an earlier visit"."""
POINTING = frozenset({"the", "this", "that", "these", "those"})
DOCUMENTS = frozenset({"statement", "report", "letter", "communique", "release", "declaration", "readout", "memo"})
REACH = 12
"""How many sentences back a definite noun is looked up."""
COMMITTING = frozenset({"Promise", "Threat", "Rejection", "Agreement"})
HANGING = frozenset({"advcl", "xcomp", "acl", "conj", "prep", "pcomp"})
"""Relations by which a demand hangs on the protest it is for."""
PUT = frozenset({"Request", "Accusation", "Threat"})
"""Labels whose refusal says that they were made: "rejected a call to leave"."""
SOCIAL = frozenset({"Meeting", "Negotiation", "PhoneCall", "Summit", "Agreement", "Cooperation"})


def points_back(tree: "Tree", noun: int) -> bool:
    """Say whether an event noun refers to something already told ("the visit", "that trip", "Monday's talks")."""
    words = {tree.word[kid] for kid in tree.kids[noun]}
    lemmas = {tree.lemma[kid] for kid in tree.all_kids(noun, "amod", "det", "compound")}
    head = tree.head[noun]
    if tree.dep[noun] == "attr" and tree.lemma[head] == "be":  # "This is her second visit to Oslo"
        return any(tree.word[kid] in {"this", "that", "it"} for kid in tree.all_kids(head, "nsubj"))
    if lemmas & NEW_ONES:
        return False
    return bool(words & POINTING) or tree.kid(noun, "poss") is not None


def link_same(tree: "Tree", actors: "Actors", drafts: "list[Draft]") -> None:
    """Link each definite nominal to its antecedent: the last event of that kind with compatible people, and take its date."""
    by_noun = {draft.hit.token: draft for draft in drafts if not tree.is_verb(draft.hit.token)}
    for draft in drafts:  # "a drone strike killed three": the strike and the death are one
        for noun in draft.hit.absorbed:
            if noun in by_noun:
                by_noun[noun].link("SAME", draft)
    link_deeds(tree, actors, drafts)
    for number, draft in enumerate(drafts):
        draft.another = tells_another(tree, draft.hit)
        if (
            draft.hit.frame.rule == "verb:discuss-two"
        ):  # "The two ministers also discussed fishing": what they did when they met
            met = [d for d in drafts[:number] if d.label == "Meeting" and d.people() == draft.people()]
            if met and met[-1].sense.status is draft.sense.status:
                draft.link("SAME", met[-1].root)
                inherit_date(draft, met[-1], 1.0)
            continue
        if draft.label == "Statement" and _same_document(tree, draft):
            said = [
                d for d in drafts[:number] if d.label == "Statement" and d.people() == draft.people() and d.people()
            ]
            if said:
                draft.link("SAME", said[-1].root)
                inherit_date(draft, said[-1], 1.0)
            continue
        if draft.sense.status in {Status.NEGATED, Status.HYPOTHETICAL}:
            continue  # "denied ordering the arrest": the arrest is known, the ordering is not
        named = noun_of(tree, draft)
        if named is None or not points_back(tree, named):
            continue
        draft.definite = True
        if names_a_stranger(tree, actors, named):
            continue
        mentions = mentions_told(drafts[:number])
        candidates = [
            (old, mentions[id(old.root)])
            for old in reversed(drafts[:number])
            if _compatible(tree, actors, draft, old)
            and (joins(tree, draft) or of_same_people(draft, mentions[id(old.root)]))
        ]
        fitting = [
            old
            for old, story in candidates
            if not many_for_one(tree, draft, old) and not named_otherwise(tree, actors, named, story)
        ]
        draft.definite = bool(fitting) or not candidates  # "the missile tests" are none of those told
        antecedent = _last_fitting(draft, fitting)
        if antecedent is None:
            continue
        root = antecedent.root
        draft.link("SAME", root)
        inherit_date(draft, root, 1.0)
        inherit_date(root, draft, 1.0)
        if (
            draft.sense.status is Status.CANCELLED
        ):  # "... were to meet on Friday. Novak called off the meeting": so they did not
            for other in drafts[: number + 1]:
                if (other is root or other.linked("SAME") is root) and other.sense.status is Status.PLANNED:
                    other.sense = other.sense._replace(status=Status.CANCELLED, cue=draft.sense.cue)
            continue
        told = draft.sense.status is Status.ACTUAL and draft.sense.tense != "past"
        if not draft.hit.carried_by or draft.hit.carried_by == "copula" or told:
            draft.sense = draft.sense._replace(status=root.sense.status, cue=draft.sense.cue or root.sense.cue)


def _last_fitting(draft: "Draft", fitting: "list[Draft]") -> "Draft | None":
    """Return the last event that a noun can stand for, its own label first; in one sentence that of people, not their topic."""
    off = draft.sense.status is Status.CANCELLED  # "had planned to visit Chile in May, but that trip was postponed"
    alive = {Status.ACTUAL, Status.PLANNED, Status.CANCELLED} if off else {Status.ACTUAL, Status.PLANNED}
    live = [old for old in fitting if old.sense.status in alive]
    found = [old for old in live if old.label == draft.label] or live
    if not found:
        return None
    # "Ruiz met Hale to discuss the meeting in Bergen. After the meeting ..." is after theirs
    return next((old for old in found if old.sentence == found[0].sentence and old.arguments), found[0])


def _same_document(tree: "Tree", draft: "Draft") -> bool:
    """Say whether a document named before speaks again ("the statement added")."""
    subject = tree.kid(draft.hit.token, "nsubj")
    return (
        subject is not None
        and tree.lemma[subject] in DOCUMENTS
        and any(tree.word[kid] == "the" for kid in tree.all_kids(subject, "det"))
        and document_author(tree, subject) is None
    )


def _compatible(tree: "Tree", actors: "Actors", draft: "Draft", old: "Draft") -> bool:
    if draft.sentence - old.sentence > REACH or old.hit.carrier == draft.hit.carrier:
        return False
    if old.label != draft.label and (
        draft.label == "Summit"
        or draft.sentence == old.sentence
        or FAMILY.get(old.label, old.label) != FAMILY.get(draft.label, draft.label)
    ):
        return False
    joining = joins(tree, draft)
    if joining and draft.sense.status is not old.sense.status:
        return False
    mine, theirs = set() if joining else draft.people(), old.people()
    if mine and theirs and not (mine <= theirs or theirs <= mine):
        return False
    if mine and not theirs and draft.label != "Summit":
        return False
    here = {place.entity for place in draft.places}
    there = {place.entity for place in old.places}
    if here and there and not any(is_within(actors, a, b) or is_within(actors, b, a) for a in here for b in there):
        return False
    if draft.start and old.start and draft.end and old.end:
        return draft.start <= old.end and old.start <= draft.end
    return True


def is_within(actors: "Actors", place: int, other: int) -> bool:
    """Say whether a place is another or lies in it."""
    entities = actors.layer.entities
    for _ in range(4):
        if place == other:
            return True
        above = entities[place].within
        if above is None:
            return False
        place = above
    return False


def link_claims(tree: "Tree", drafts: "list[Draft]") -> None:
    """Link who claims an attack to it: "claimed responsibility for the bombing in Lima"."""
    attacks = {draft.hit.token: draft for draft in drafts if draft.label == "Assault"}
    for draft in drafts:
        if draft.hit.frame.rule != "verb:claim-responsibility":
            continue
        for noun in tree.all_kids(draft.hit.token, "dobj"):
            for word, below in (*prepositions(tree, noun), *prepositions(tree, draft.hit.token)):
                if word == "for" and below in attacks:
                    draft.link("CONTENT", attacks[below])


def link_content(drafts: "list[Draft]") -> None:
    """Link each promise, demand, denial, statement to the events it is about."""
    by_token: dict[int, Draft] = {}
    for draft in drafts:
        by_token.setdefault(draft.hit.token, draft)
        by_token.setdefault(draft.hit.carrier, draft)
    for draft in drafts:
        for head in draft.sense.heads:
            outer = by_token.get(head)
            if outer is not None and outer is not draft and outer.label in CONTENT_LABELS:
                outer.link("CONTENT", draft)
                told_of = (
                    draft.hit.nominal or "deny" not in draft.sense.operators
                )  # not "denied that Peru had asked for help"
                if (
                    outer.label == "Rejection"
                    and draft.label in PUT
                    and draft.sense.status is Status.NEGATED
                    and told_of
                ):
                    draft.sense = draft.sense._replace(status=Status.ACTUAL, cue=None)
                break


def pass_recipients(drafts: "list[Draft]") -> None:
    """Give a promise, threat or refusal the other side of what it is about ("Russia threatened to attack Poland")."""
    for draft in drafts:
        inner = draft.linked("CONTENT")
        if inner is None or draft.label not in COMMITTING or inner.label in COMMITTING | {"Statement", "Request"}:
            continue
        mine = draft.people()
        if any(a.role is Role.RECIPIENT for a in draft.arguments) or not mine & inner.people():
            continue
        for argument in inner.arguments:
            if argument.entity not in mine and argument.role in {Role.RECIPIENT, Role.PARTICIPANT, Role.HOST}:
                draft.arguments.append(
                    Argument(
                        role=Role.RECIPIENT, entity=argument.entity, mention=argument.mention, title=argument.title
                    )
                )


def mark_topics(tree: "Tree", drafts: "list[Draft]") -> None:
    """Mark the demands that protests are for ("marched to demand an election", "rallied demanding that he go")."""
    protests = {verb for draft in drafts if draft.label == "Protest" for verb in (draft.hit.token, draft.hit.carrier)}
    for draft in drafts:
        if draft.label in {"Request", "Accusation"} and draft.hit.carried_by in {"self", "object", ""}:
            here = draft.hit.carrier
            while tree.dep[here] in HANGING and not draft.topic and tree.head[here] != here:
                here = tree.head[here]
                draft.topic = here in protests


def drop_echoes(drafts: "list[Draft]") -> "list[Draft]":
    """Leave out a soft verb of speech inside what somebody says ("stressed ..., said a spokesman"): it is one statement."""
    inner = {
        id(target)
        for draft in drafts
        if draft.label == "Statement"
        for kind, target, _, _ in draft.links
        if kind == "CONTENT" and target.hit.frame.rule == "verb:add"
    }
    return [draft for draft in drafts if id(draft) not in inner]


def speak_for(tree: "Tree", drafts: "list[Draft]") -> None:
    """Let "we" in somebody's words, when nothing else is known of it, be the speaker ("We expect no agreement," Novak said)."""
    for draft in drafts:
        if draft.label != "Statement":
            continue
        speakers = [a for a in draft.arguments if a.role is Role.SPEAKER]
        for kind, inner, _, _ in draft.links:
            if kind != "CONTENT" or inner.arguments or not speakers:
                continue
            verbs = [verb for verb in (*inner.chain, *inner.sense.heads) if tree.is_verb(verb)]
            words = {tree.word[s] for verb in verbs for s in tree.all_kids(verb, "nsubj", "nsubjpass")}
            if words & {"we", "i"}:
                role = Role.PARTICIPANT if inner.label in SOCIAL else Role.ACTOR
                inner.arguments = [
                    Argument(role=role, entity=a.entity, mention=a.mention, title=a.title) for a in speakers
                ]

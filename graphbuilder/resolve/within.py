"""Events within one document: which event mentions tell of the same occurrence. A pure function of the annotation.

"Ana Ruiz met Tom Hale on Monday. ... The talks lasted two hours. ... Ruiz and Hale also discussed trade." is one meeting.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from graphbuilder.records.annotation import Annotation, EntityType, EventMention, LocalEntity
from graphbuilder.records.document import Document
from graphbuilder.records.identity import fold
from graphbuilder.records.resolution import EventCandidate, EventPlace, Participant
from graphbuilder.resolve.compatibility import family, interval_days
from graphbuilder.resolve.repeats import LocalEvent, can_be, headlines_of
from graphbuilder.resolve.stories import MIN_WORD_LENGTH, counted, folded_words, story_of

BASIS_RANK = {"stated": 0, "inherited": 1, "published": 2, None: 3}


def local_events(
    document: Document,
    annotation: Annotation,
    entity_ids: Mapping[int, str],
    area_of: Callable[[str], tuple[str, ...]],
) -> list[EventCandidate]:
    """Return the events of one document.

    Args:
        document: The document, for its date, source and words.
        annotation: What was found in it.
        entity_ids: The resolved entity id of each local entity.
        area_of: Gives the ids of all that a place lies within.
    """
    order = sorted(
        range(len(annotation.events)), key=lambda i: (annotation.events[i].definite, _points_on(annotation, i), i)
    )
    cluster_of: dict[int, LocalEvent] = {}
    clusters: list[LocalEvent] = []
    headlines = headlines_of(document, annotation)
    spans = {event.sentence: annotation.sentences[event.sentence] for event in annotation.events}
    words_of = {number: folded_words(document.text[one.start_char : one.end_char]) for number, one in spans.items()}
    for index in order:
        mention = annotation.events[index]
        words = words_of[mention.sentence]
        candidate = _candidate(annotation, index, entity_ids, area_of, words=words)
        if _is_recalled(document, mention):
            candidate = replace(candidate, recalled=True)
        cluster = _antecedent(mention, cluster_of) or _same(mention, candidate, clusters, headlines)
        if cluster is None:
            cluster = LocalEvent(candidate, [index], [mention])
            clusters.append(cluster)
        else:
            cluster.candidate = _join(cluster.candidate, candidate)
            cluster.indexes.append(index)
            cluster.mentions.append(mention)
        cluster_of[index] = cluster
    story = story_of(document, annotation, entity_ids)
    found = [replace(cluster.candidate, story=story) for cluster in clusters]
    return sorted(found, key=lambda candidate: candidate.member)


def _points_on(annotation: Annotation, index: int) -> bool:
    """Return whether a mention is one with a later one: the bomb in "a roadside bomb killed three"."""
    return any(link.kind == "SAME" and link.target > index for link in annotation.events[index].links)


def _antecedent(mention: EventMention, cluster_of: Mapping[int, LocalEvent]) -> LocalEvent | None:
    for link in mention.links:
        if link.kind == "SAME" and link.target in cluster_of:
            return cluster_of[link.target]
    return None


def _same(
    mention: EventMention, candidate: EventCandidate, clusters: Sequence[LocalEvent], headlines: frozenset[int]
) -> LocalEvent | None:
    """Return the nearest earlier event that `candidate` can be another mention of."""
    fitting = [cluster for cluster in clusters if can_be(mention, candidate, cluster, headlines)]
    return max(fitting, key=lambda cluster: cluster.last_sentence, default=None)


def _candidate(
    annotation: Annotation,
    index: int,
    entity_ids: Mapping[int, str],
    area_of: Callable[[str], tuple[str, ...]],
    *,
    words: Sequence[str],
) -> EventCandidate:
    mention = annotation.events[index]
    places = tuple(
        EventPlace(entity=entity_ids[place.entity], relation=place.relation, confidence=mention.confidence)
        for place in mention.places
    )
    area = {inside for place in places for inside in (place.entity, *area_of(place.entity))}
    return EventCandidate(
        member=(annotation.document_id, index),
        mentions=(index,),
        offsets=(mention.start_char,),
        nameless=_nameless(annotation, mention, entity_ids),
        counts=counted(words, _groups(annotation, mention)),
        type=mention.type,
        status=mention.status,
        participants=_participants(mention, entity_ids),
        places=places,
        area=tuple(sorted(area)),
        groups=_groups(annotation, mention),
        start=mention.start,
        end=mention.end,
        date_precision=mention.date_precision,
        date_text=mention.date_text,
        date_basis=mention.date_basis,
        words=content_words(words),
        polarity_cue=mention.polarity_cue,
        plover=mention.plover,
        plover_mode=mention.plover_mode,
        cameo=mention.cameo,
        rule=mention.rule,
        topics=mention.topics,
        confidence=mention.confidence,
    )


def _is_recalled(document: Document, mention: EventMention) -> bool:
    """Return whether a noun names an event as known, with no day and nobody; "the Oslo summit of the lakes" has somebody."""
    bare = mention.definite and mention.nominal and not mention.arguments and mention.date_text is None
    return bare and not document.text.startswith(" of ", mention.end_char)


def _participants(mention: EventMention, entity_ids: Mapping[int, str]) -> tuple[Participant, ...]:
    found = (
        Participant(
            entity=entity_ids[argument.entity],
            role=argument.role,
            title=argument.title,
            confidence=mention.confidence,
        )
        for argument in mention.arguments
    )
    return merge_participants(found)


def content_words(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of at least four letters, sorted, each once."""
    return tuple(sorted({word for word in words if len(word) >= MIN_WORD_LENGTH}))


def common_type(*labels: str) -> str:
    """Return the label of an event that accounts call by these: the same, or that of their family."""
    return labels[0] if len(set(labels)) == 1 else family(labels[0])


def _groups(annotation: Annotation, mention: EventMention) -> tuple[str, ...]:
    """Return the head words of the nameless who take part: "gunmen" of "masked gunmen"."""
    entities = (annotation.entities[argument.entity] for argument in mention.arguments)
    return tuple(sorted({fold(e.name).split()[-1] for e in entities if unnamed(e) and e.name.strip()}))


def _nameless(annotation: Annotation, mention: EventMention, entity_ids: Mapping[int, str]) -> tuple[str, ...]:
    found = (argument.entity for argument in mention.arguments)
    return tuple(sorted({entity_ids[index] for index in found if unnamed(annotation.entities[index])}))


def unnamed(entity: LocalEntity) -> bool:
    """Return whether no name identifies an entity: "gunmen", "a former employee", "the bank"."""
    return entity.type is EntityType.GROUP or entity.anonymous or entity.name == entity.name.lower()


def merge_participants(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return each entity once per role, with a title where any account gives one, sorted."""
    merged: dict[tuple[str, str], Participant] = {}
    for participant in participants:
        key = (participant.entity, participant.role.value)
        known = merged.get(key)
        if known is None:
            merged[key] = participant
            continue
        titles = sorted({t for t in (known.title, participant.title) if t}, key=lambda t: (-len(t), t))
        merged[key] = Participant(
            entity=known.entity,
            role=known.role,
            title=titles[0] if titles else None,
            confidence=max(known.confidence, participant.confidence),
        )
    return tuple(merged[key] for key in sorted(merged))


def merge_places(places: Iterable[EventPlace]) -> tuple[EventPlace, ...]:
    """Return each place once per relation, with the best confidence, sorted."""
    merged: dict[tuple[str, str], EventPlace] = {}
    for place in places:
        key = (place.entity, place.relation.value)
        known = merged.get(key)
        if known is None or place.confidence > known.confidence:
            merged[key] = place
    return tuple(merged[key] for key in sorted(merged))


def date_rank(candidate: EventCandidate) -> tuple[int, int, tuple[str, int]]:
    """Order accounts by how much their date is worth: stated before inherited, then the closest.

    Days that were stated one by one ("for three days of talks") are a length, and the longer account knows more; a month or
    a year is a doubt, and the shorter one knows more.
    """
    if candidate.start is None:
        return (len(BASIS_RANK) + 1, 0 if candidate.date_text else 1, candidate.member)
    days = interval_days(candidate.start, candidate.end)
    worth = -days if candidate.date_precision == "day" else days
    return (BASIS_RANK[candidate.date_basis], worth, candidate.member)


def _join(left: EventCandidate, right: EventCandidate) -> EventCandidate:
    """Return what two mentions of one event in one document say together."""
    dated = min(left, right, key=date_rank)
    kind = common_type(left.type, right.type)
    lead = max(left, right, key=lambda c: (c.type == kind, c.confidence, bool(c.participants), -c.member[1]))
    first = min(left, right, key=lambda c: c.member)
    return EventCandidate(
        member=first.member,
        mentions=tuple(sorted({*left.mentions, *right.mentions})),
        offsets=tuple(sorted({*left.offsets, *right.offsets})),
        type=kind,
        status=left.status,
        participants=merge_participants((*left.participants, *right.participants)),
        places=merge_places((*left.places, *right.places)),
        area=tuple(sorted({*left.area, *right.area})),
        groups=tuple(sorted({*left.groups, *right.groups})),
        nameless=tuple(sorted({*left.nameless, *right.nameless})),
        counts=tuple(sorted({*left.counts, *right.counts})),
        start=dated.start,
        end=dated.end,
        date_precision=dated.date_precision,
        date_text=dated.date_text,
        date_basis=dated.date_basis,
        words=tuple(sorted({*left.words, *right.words})),
        polarity_cue=lead.polarity_cue or first.polarity_cue,
        plover=lead.plover,
        plover_mode=lead.plover_mode,
        cameo=lead.cameo,
        rule=lead.rule,
        topics=tuple(sorted({*left.topics, *right.topics})),
        confidence=lead.confidence,
        recalled=left.recalled and right.recalled,
    )

"""Adapters for event mentions: event_coding, plover_relations, wikievents."""

from collections.abc import Iterable, Iterator
from typing import Final

from benchmarks.quality.comments import as_told, is_coded, told_attack, with_subject
from benchmarks.quality.invented import Names, code_of_invented, given_spans, lent, read_names
from benchmarks.quality.marked import marked_words
from benchmarks.quality.parses import parser
from benchmarks.quality.sources import Prediction, Row, Task, country_of, country_of_office, day, document
from graphbuilder.nlp.pipeline import Annotator
from graphbuilder.nlp.what.certainty import Curve
from graphbuilder.nlp.what.coder import find_events
from graphbuilder.nlp.what.given import GivenSpan, admit
from graphbuilder.nlp.what.plover import Convention
from graphbuilder.nlp.what.relation import relation_between
from graphbuilder.nlp.what.tree import Tree
from graphbuilder.nlp.when.times import find_times
from graphbuilder.nlp.who.layer import find_entities
from graphbuilder.ontology import load_ontology
from graphbuilder.records.annotation import Annotation, Argument, EventMention, Extractor, PlaceRelation, Role, Status
from graphbuilder.records.document import Document
from graphbuilder.weis import MIRRORED, RELEASED, weis_of

WEIS_SUBSET: Final = "petr_unit"
_EXACT: Final = {"191": "COERCE", "192": "COERCE"}
"""CAMEO codes whose type in the mapping of 2021 is not that of their root."""
_TARGET_ROLES: Final = frozenset((Role.RECIPIENT, Role.ADDRESSEE, Role.HOST, Role.COMPANION))
_RECORDS: Final = {"163": "SANCTION", "083": "RETREAT"}
"""CAMEO code to the type that PLOVER's own records give, where the later mapping gives another: embargoes, resignations."""
_ALONE: Final = frozenset({"RETREAT", "CONSULT", "AGREE"})
"""Types whose place is no party ("resigned in Lima", "met in Oslo")."""
_WIKIEVENTS_TYPES: Final = {
    "Meeting": "Contact.Contact", "PhoneCall": "Contact.Contact", "Negotiation": "Contact.Contact",
    "Summit": "Contact.Contact", "Request": "Contact.RequestCommand",
    "Threat": "Contact.ThreatenCoerce", "Trip": "Movement.Transportation", "Deportation": "Movement.Transportation",
    "Assault": "Conflict.Attack", "Protest": "Conflict.Demonstrate", "Arrest": "Justice.ArrestJailDetain",
    "Appointment": "Personnel.StartPosition", "Resignation": "Personnel.EndPosition", "Aid": "Transaction.ExchangeBuySell",
}  # fmt: skip
"""Our label to the WikiEvents type it mostly is; other labels have no type there."""
_BETWEEN_TWO: Final = frozenset({"Meeting", "PhoneCall", "Negotiation", "Request", "Threat", "Aid"})
_WIKIEVENTS_MODES: Final = {
    ("Accusation", "investigate"): "Justice.InvestigateCrime", ("Sanction", "convict"): "Justice.Convict",
    ("Retreat", "release"): "Justice.ReleaseParole",
}  # fmt: skip
"""Label and PLOVER mode to the type, where the mode tells more."""
_WIKIEVENTS_RULES: Final = {
    "verb:charge": "Justice.ChargeIndict", "noun:charge": "Justice.ChargeIndict", "verb:sue": "Justice.ChargeIndict",
    "verb:file-suit": "Justice.ChargeIndict", "verb:face-charges": "Justice.ChargeIndict",
    "noun:indictment": "Justice.ChargeIndict",
    "verb:sentence": "Justice.Sentence", "noun:sentence": "Justice.Sentence", "verb:get-sentence": "Justice.Sentence",
    "noun:trial": "Justice.TrialHearing", "verb:go-on-trial": "Justice.TrialHearing", "verb:try": "Justice.TrialHearing",
    "noun:court-trial": "Justice.TrialHearing", "verb:die-in": "Life.Die", "verb:kill": "Life.Die", "noun:death": "Life.Die",
    "verb:injure": "Life.Injure", "verb:find-guilty": "Justice.Convict",
    "verb:convict": "Justice.Convict", "noun:conviction": "Justice.Convict", "verb:find-guilty-party": "Justice.Convict",
    "noun:custody": "Justice.ArrestJailDetain",
}  # fmt: skip
"""Rule to the type, where the word decides."""
WIKIEVENTS_PLOVER: Final = {
    "Justice.ChargeIndict": "COERCE", "Justice.Sentence": "COERCE", "Justice.Convict": "COERCE",
    "Justice.InvestigateCrime": "ACCUSE", "Justice.ArrestJailDetain": "COERCE", "Contact.Contact": "CONSULT",
    "Justice.ReleaseParole": "RETREAT", "Contact.RequestCommand": "REQUEST", "Contact.ThreatenCoerce": "THREATEN",
    "Conflict.Attack": "ASSAULT", "Conflict.Demonstrate": "PROTEST",
}  # fmt: skip
"""The set's own notion of the PLOVER type of its types; its other types have none."""
_ROLES: Final[dict[str, dict[Role, str]]] = {
    "Contact.Contact": {Role.SPEAKER: "Communicator"},
    "Contact.RequestCommand": {Role.ACTOR: "Communicator", Role.RECIPIENT: "Recipient"},
    "Contact.ThreatenCoerce": {Role.ACTOR: "Communicator", Role.RECIPIENT: "Recipient"},
    "Movement.Transportation": {Role.ACTOR: "Transporter"},
    "Conflict.Attack": {Role.ACTOR: "Attacker", Role.RECIPIENT: "Target"},
    "Conflict.Demonstrate": {Role.RECIPIENT: "Target"},
    "Justice.ArrestJailDetain": {Role.ACTOR: "Jailer", Role.RECIPIENT: "Detainee"},
    "Personnel.StartPosition": {Role.ACTOR: "PlaceOfEmployment", Role.RECIPIENT: "Employee"},
    "Personnel.EndPosition": {Role.ACTOR: "Employee", Role.RECIPIENT: "Employee"},
    "Transaction.ExchangeBuySell": {Role.ACTOR: "Giver", Role.RECIPIENT: "Recipient"},
}
"""WikiEvents type to our roles as it calls them, where it does not call them as `_COMMON_ROLES` does."""
_COMMON_ROLES: Final = {
    Role.ACTOR: "Participant", Role.RECIPIENT: "Participant", Role.PARTICIPANT: "Participant", Role.SPEAKER: "Participant",
    Role.ADDRESSEE: "Participant", Role.TRAVELLER: "PassengerArtifact", Role.HOST: "Participant",
    Role.COMPANION: "PassengerArtifact",
}  # fmt: skip
_PLACE_ROLES: Final = {
    PlaceRelation.LOCATED_IN: "Place", PlaceRelation.DESTINATION: "Destination", PlaceRelation.ORIGIN: "Origin",
}  # fmt: skip


def _span_text(item: Document, annotation: Annotation, argument: Argument) -> str:
    """Return the words of an argument; a pronoun gives way to the name it stands for."""
    if argument.mention is None or annotation.mentions[argument.mention].form == "pronoun":
        return annotation.entities[argument.entity].name
    mention = annotation.mentions[argument.mention]
    return item.text[mention.start_char : mention.end_char]


def _sides(event: EventMention) -> tuple[list[Argument], list[Argument]]:
    """Return source and target arguments; of equal participants the first is the source."""
    source = [argument for argument in event.arguments if argument.role not in _TARGET_ROLES]
    target = [argument for argument in event.arguments if argument.role in _TARGET_ROLES]
    if not target and len(source) > 1:
        source, target = source[:1], source[1:]
    return source, target


def _carried(annotation: Annotation) -> set[int]:
    """Return the events that are only what another coded event is about ("refused to meet"): these sets code one for both."""
    return {
        link.target
        for event in annotation.events
        if event.plover is not None
        for link in event.links
        if link.kind == "CONTENT" and annotation.events[link.target].status is not Status.ACTUAL
    }


def event_coding(task: Task) -> Iterator[Prediction]:
    """Every event mention that has a PLOVER type, with its source and target; a country where it was stands for a target.

    Whom the text gives no country has that of the office held on the day, by the table of office holders.

    The invented actors of one subset are given to the coder, as the set allows. It is coded in WEIS, and its PLOVER column reads
    the WEIS number as if it were a CAMEO code (docs/decisions/0020-weis-is-an-output.md): there our WEIS code is given, read
    in the same way, a visit from either side, a comment with whom it is on.
    """
    for row, coded in coded_events(task):
        yield {"id": row["id"], "events": [pair for _, pairs in coded for pair in pairs]}


def coded_events(
    task: Task, curve: Curve | None = None
) -> Iterator[tuple[Row, list[tuple[EventMention, list[Prediction]]]]]:
    """Yield each record with the events its subset codes, each as it is predicted; `curve` as `find_events` takes it."""
    names = read_names(task.folder / "petr_validate_actors.json")
    nlp = parser()
    for row, doc in zip(task.rows, nlp.pipe(row["text"] for row in task.rows), strict=True):
        item = document(row["id"], row["text"], published=day(row["date"]))
        tree = Tree(doc)
        with lent(names if row["synthetic_actors"] else {}):
            layer = find_entities(doc)
        if row["synthetic_actors"]:
            layer, _ = admit(tree, layer, given_spans(row["text"], names))
        times = find_times(doc, published=item.published)
        weis = row["subset"] == WEIS_SUBSET
        convention = Convention.MANUAL if weis else Convention.DATA
        events = find_events(doc, layer, times, published=item.published, convention=convention, curve=curve)
        annotation = Annotation(
            document_id=item.id,
            extractor=Extractor(name="", version="", model=""),
            mentions=layer.mentions,
            entities=layer.entities,
            positions=layer.positions,
            events=events,
        )
        carried = _carried(annotation)
        if weis:
            told = [with_subject(tree, layer, event) for number, event in enumerate(events) if number not in carried]
            yield row, [(event, _in_weis(item, annotation, event, names, row)) for event in told]
            continue
        if row["subset"] == "petr2_gsr":  # statements are coded there too, and hold what they tell of attacks
            carried |= {link.target for event in events for link in event.links if told_attack(events, event, link)}
            events = tuple(as_told(tree, layer, events, number) for number in range(len(events)))
        coded = [event for number, event in enumerate(events) if is_coded(event) and number not in carried]
        if row["subset"] == "plover_gsr" and not all(event.nominal for event in coded):
            coded = [
                event for event in coded if not event.nominal
            ]  # one event a record: not what a noun recalls beside it
        if row["subset"] == "plover_gsr":
            coded = _topmost(tree, coded)
        yield row, [(event, list(_pairs(item, annotation, event, names, row))) for event in coded]


def _in_weis(item: Document, annotation: Annotation, event: EventMention, names: Names, row: Row) -> list[Prediction]:
    """Return an event by its WEIS code, the mirrored ones twice; comments only with whom they are on."""
    code = weis_of(event.type, event.status, plover=event.plover, cameo=event.cameo, rule=event.rule)
    found: list[Prediction] = []
    if code is None:
        return found
    for pair in _pairs(item, annotation, event, names, row):
        one, other = pair["source"], pair["target"]
        if code.startswith("02") and not other:
            continue
        found.append(_read_as_cameo(code) | {"source": one, "target": other})
        if code in MIRRORED:
            found.append(_read_as_cameo(MIRRORED[code]) | {"source": other, "target": one})
    return found


def _read_as_cameo(code: str) -> Prediction:
    """Return a WEIS code with the PLOVER type that its number has in CAMEO, as the set has it."""
    types = load_ontology().data_convention | _EXACT
    return {"plover": next((types[code[:size]] for size in (3, 2) if code[:size] in types), None), "cameo": code}


def _topmost(tree: Tree, events: list[EventMention]) -> list[EventMention]:
    """Return the events that stand below no other: a record codes what its sentence tells, not the clause that explains it."""
    at = {start: index for index, start in enumerate(tree.starts)}
    tokens = {at[event.start_char]: event for event in events if event.start_char in at}

    def below(token: int) -> bool:
        while tree.head[token] != token:
            beside = tree.dep[token] == "conj"
            token = tree.head[token]
            if token in tokens and not beside:
                return True
        return False

    return [event for event in events if event.start_char not in at or not below(at[event.start_char])]


def _pairs(item: Document, annotation: Annotation, event: EventMention, names: Names, row: Row) -> Iterator[Prediction]:
    """Yield an event, and mirrored where the parties are equals and the set wants both; no mere noun without a source."""

    def actor(entity: int, text: str) -> Prediction:
        given = code_of_invented(annotation, entity, names) if row["synthetic_actors"] else None
        code = given or country_of(annotation, entity) or country_of_office(annotation.entities[entity], row["date"])
        return {"text": text, "code": code}

    def actors(arguments: Iterable[Argument]) -> list[Prediction]:
        return [actor(argument.entity, _span_text(item, annotation, argument)) for argument in arguments]

    source, target = _sides(event)
    if event.nominal and not source:
        return
    plover = event.plover
    if row["subset"] == "plover_gsr":
        plover = _RECORDS.get(event.cameo or "", plover)
    base: Prediction = {"plover": plover, "cameo": event.cameo}
    everybody = [*source, *target]
    equal = len(everybody) > 1 and all(argument.role is Role.PARTICIPANT for argument in everybody)
    if equal and row["subset"] != "plover_gsr":
        for one in everybody:
            for other in everybody:
                if one is not other:
                    yield base | {"source": actors([one]), "target": actors([other])}
        return
    doing, goal = actors(source), actors(target)
    if row["subset"] == WEIS_SUBSET and (event.cameo or "").startswith(RELEASED) and not doing:
        doing = [actor(place.entity, annotation.entities[place.entity].name) for place in event.places]
    elif not goal and (event.type == "Trip" or event.plover not in _ALONE):
        told = [event, *(annotation.events[link.target] for link in event.links if link.kind == "CONTENT")]
        mine = {argument.entity for argument in source}
        for said in told:
            inner = [argument for argument in _sides(said)[1] if argument.entity not in mine]
            places = [(place.entity, annotation.entities[place.entity].name) for place in said.places]
            goal = goal or actors(inner) or [actor(*place) for place in places]
    yield base | {"source": doing, "target": goal}


def plover_relations(task: Task) -> Iterator[Prediction]:
    """The PLOVER type of what joins the given source and target, as the data were coded; none where nothing was found."""
    nlp = parser()
    for row, doc in zip(task.rows, nlp.pipe(row["text"] for row in task.rows), strict=True):
        source, target = (
            [GivenSpan(span["start"], span["end"]) for span in row[side]] for side in ("source", "target")
        )
        found = relation_between(doc, find_entities(doc), source, target, convention=Convention.DATA)
        yield {"id": row["id"], "root": found.code.plover if found else None, "rule": found.rule if found else None}


def wikievents(task: Task) -> Iterator[Prediction]:
    """Every event mention of a kind the set knows, also those nobody takes part in, with its trigger, arguments and places."""
    annotator = Annotator(parser(), convention=Convention.DATA, bare=True)
    for row in task.rows:
        item = document(row["doc_id"], row["text"])
        annotation = next(iter(annotator.annotate([item])))
        typed = [(event, wikievents_type(event)) for event in annotation.events]
        events = [_wikievent(event, kind, item, annotation) for event, kind in typed if kind]
        yield {"doc_id": row["doc_id"], "events": events}


def wikievents_type(event: EventMention) -> str | None:
    """Return the type of the set that a mention is, None where the set has none like it."""
    rule = event.rule.partition("+")[0]
    if rule in _WIKIEVENTS_RULES:
        return _WIKIEVENTS_RULES[rule]
    if event.type in _BETWEEN_TWO and len(event.arguments) < 2:
        return None  # contact takes two
    return _WIKIEVENTS_MODES.get((event.type, event.plover_mode or "")) or _WIKIEVENTS_TYPES.get(event.type)


def _wikievent(event: EventMention, label: str, item: Document, annotation: Annotation) -> Prediction:
    roles = _COMMON_ROLES | _ROLES.get(label, {})
    arguments = [
        {
            "text": _span_text(item, annotation, argument),
            "name": annotation.entities[argument.entity].name,
            "role": roles[argument.role],
        }
        for argument in event.arguments
    ]
    for place in event.places:
        name = annotation.entities[place.entity].name
        arguments.append({"text": name, "name": name, "role": _PLACE_ROLES[place.relation]})
    start, end = marked_words(item.text, event)
    found: Prediction = {"trigger": {"start": start, "end": end, "text": item.text[start:end]}, "args": arguments}
    plover = WIKIEVENTS_PLOVER.get(label)
    return found | {"type": label} | ({"plover": plover} if plover else {})

"""A made-up story of two countries, for queries: the small graph and what came after it."""

from datetime import date

from graphbuilder.graph.elements import Element, Node, Relationship
from tests.factories import document, entity, event, ordered, position, relationship, sentence, small_graph


def story_graph() -> list[Element]:
    """Return the small graph with a quarrel of Norland and Sudland, a broker between them, and accounts that disagree."""
    held = {element.id: element for element in small_graph() if isinstance(element, Node)}
    berg, norland = held["person:anna-berg"], held["place:country:norland"]
    harbour, union = held["place:harbour-city"], held["organization:dock-union"]
    sudland = entity("sudland", "Sudland", "Place", "Country", kind="country")
    ennis = entity("port-ennis", "Port Ennis", "Place", kind="city", country="Sudland")
    varga = entity("ines-varga", "Inés Varga", aliases=["Varga"], mention_count=9)
    moll = entity("pia-moll", "Pia Moll")
    interior = position("interior-minister-sudland", "Interior Minister")
    third, fourth = document("c", source="Third Test", url="news:c"), document("d", source="Fourth Test")
    copy = document("e", source="Fourth Test", published=date(2018, 3, 9))
    told = sentence("c1", "Berg met Varga in Harbour City about cartels.")
    other = sentence("d1", "In Port Ennis, Berg sat down with Varga.")
    planned = event("20", "Meeting", date(2018, 1, 10), status="planned")
    cancelled = event("21", "Meeting", date(2018, 2, 1), status="cancelled", polarity_cue="put off")
    met = event("22", "Meeting", date(2018, 3, 5), quad="verbal cooperation", source_count=3, confidence=0.95)
    again = event("23", "Meeting", date(2018, 3, 5), quad="verbal cooperation", confidence=0.3)
    sanction = event("24", "Sanction", date(2018, 4, 1), quad="material conflict", intensity=-6.0)
    aid = event("25", "Aid", date(2018, 5, 1), quad="material cooperation", intensity=7.0)
    request, threat = event("26", "Request", date(2018, 4, 2)), event("27", "Threat", date(2018, 4, 3))
    assault = event("28", "Assault", date(2018, 4, 10))
    resignation = event("29", "Resignation", date(2018, 6, 1))
    summit, aside = event("30", "Summit", date(2018, 7, 1)), event("31", "Meeting", date(2018, 7, 1))
    call = event("32", "PhoneCall", date(2018, 7, 2))

    def took_part(what: Node, /, **roles: Node) -> list[Relationship]:
        return [relationship("PARTICIPATED_IN", who, what, role=role.rstrip("_")) for role, who in roles.items()]

    return ordered([
        *small_graph(), sudland, ennis, varga, moll, interior, third, fourth, copy, told, other,
        planned, cancelled, met, again, sanction, aid, request, threat, assault, resignation, summit, aside, call,
        *(part for what in (planned, cancelled, met, again) for part in took_part(what, participant=berg, participant_=varga)),
        *took_part(sanction, actor=norland, recipient=sudland), *took_part(aid, actor=berg, recipient=sudland),
        *took_part(request, speaker=varga, addressee=berg), *took_part(threat, speaker=varga, addressee=norland),
        *took_part(assault, actor=union, recipient=moll), *took_part(aside, participant=moll, participant_=berg),
        *took_part(summit, participant=norland, participant_=sudland), *took_part(call, actor=moll, participant=varga),
        relationship("PARTICIPATED_IN", varga, resignation, role="actor", as_="Interior Minister"),
        relationship("CONTENT", request, aid), relationship("CONTENT", threat, sanction),
        relationship("CONTENT", resignation, threat),
        relationship("LOCATED_IN", met, harbour), relationship("LOCATED_IN", again, ennis),
        relationship("LOCATED_IN", assault, ennis), relationship("WITHIN", ennis, sudland),
        relationship("AFFILIATED_WITH", varga, sudland), relationship("PART_OF", aside, summit, how="on the sidelines"),
        relationship("HOLDS", varga, interior, observed_first=date(2018, 1, 1), observed_last=date(2018, 5, 1), former=True),
        relationship("OF", interior, sudland), relationship("DUPLICATE_OF", copy, fourth),
        relationship("IN_DOCUMENT", told, third), relationship("IN_DOCUMENT", other, fourth),
        relationship("MENTIONS", told, met, text="met"), relationship("MENTIONS", other, again, text="sat down"),
    ])  # fmt: skip

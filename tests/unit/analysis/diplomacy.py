"""A small year of diplomacy by hand: three countries, four people, a trip, talks, a threat, a denial."""

from datetime import date

from graphbuilder.graph.elements import Element, Node
from tests.unit.analysis.graphs import entity, event, in_order, join, part, told

NORLAND, SUDIA, ESTIA = (entity(name, "Country") for name in ("Norland", "Sudia", "Estia"))
PORT = entity("Port", "Place")
ANA, BO, CY, DI = (entity(name) for name in ("Ana", "Bo", "Cy", "Di"))
ENVOY = Node(
    id="position:envoy-of-norland",
    labels=("Position",),
    properties={"name": "Envoy", "title": "Envoy", "kind": "envoy"},
)

TRIP = event("trip", "Trip", start=date(2031, 3, 1), end=date(2031, 3, 2), quad="verbal cooperation", intensity=2.0)
TALKS = event("talks", "Meeting", start=date(2031, 3, 2), quad="verbal cooperation", intensity=2.0, plover="CONSULT")
THREAT = event("threat", "Threat", start=date(2031, 4, 10), quad="verbal conflict", intensity=-6.0, plover="THREATEN")
AID = event("aid", "Aid", start=date(2031, 5, 1), quad="material cooperation", intensity=7.0, plover="AID")
DENIAL = event("denial", "Rejection", start=date(2031, 5, 20), quad="verbal conflict", intensity=-4.0, plover="REJECT")
DENIED = event("denied", "Meeting", status="negated")


def year() -> list[Element]:
    """Return the year's graph.

    Ana of Norland travels to Port in Sudia and meets Bo of Sudia; Cy of Estia threatens Bo; Ana aids Sudia; Bo denies that
    he met Cy and Di.
    """
    return in_order(
        [
            NORLAND, SUDIA, ESTIA, PORT, ANA, BO, CY, DI, ENVOY, TRIP, TALKS, THREAT, AID, DENIAL, DENIED,
            join("WITHIN", PORT, SUDIA),
            join("AFFILIATED_WITH", ANA, NORLAND), join("AFFILIATED_WITH", BO, SUDIA), join("AFFILIATED_WITH", CY, ESTIA),
            join("HOLDS", ANA, ENVOY, former=False, observed_first=date(2031, 3, 1)), join("OF", ENVOY, NORLAND),
            part(ANA, TRIP, "traveller"), part(BO, TRIP, "host"), join("DESTINATION", TRIP, PORT),
            part(ANA, TALKS), part(BO, TALKS), join("LOCATED_IN", TALKS, PORT), join("PART_OF", TALKS, TRIP),
            join("ABOUT", TALKS, Node(id="topic:diplomatic", labels=("Topic",), properties={"name": "Diplomacy"})),
            Node(id="topic:diplomatic", labels=("Topic",), properties={"name": "Diplomacy"}),
            part(CY, THREAT, "actor"), part(BO, THREAT, "recipient"),
            part(ANA, AID, "actor"), part(SUDIA, AID, "recipient"),
            part(BO, DENIAL, "speaker"), join("CONTENT", DENIAL, DENIED), part(CY, DENIED), part(DI, DENIED), part(BO, DENIED),
            *told(TALKS, "Ana met Bo in Port.", "Port Post"), *told(THREAT, "Cy threatened Bo.", "Estia Echo"),
        ]
    )  # fmt: skip

"""Events as a table of WEIS codes, in the manner of the KEDS data sets: day, source, target, code, with Goldstein's weight.

References:
    Kansas Event Data System, data sets coded in WEIS; codes and weights: data/weis.toml.
"""

from collections.abc import Iterator
from pathlib import Path

from graphbuilder.analysis.export.evidence import Evidence
from graphbuilder.analysis.export.files import ExportSummary, write_rows
from graphbuilder.analysis.participations import Happening, Participations
from graphbuilder.analysis.projections.relations import ACTING_ROLES, RECEIVING_ROLES, SHARING_ROLES
from graphbuilder.weis import MIRRORED, RELEASED, load_weis, weis_of

COLUMNS = (
    "date", "source", "target", "code", "meaning", "weight", "source_countries", "target_countries", "source_id", "target_id",
    "event_id", "status", "date_precision", "confidence",
)  # fmt: skip


def weis_rows(
    participations: Participations,
    told: dict[str, tuple[Evidence, ...]],  # noqa: ARG001 - every table is given the evidence
) -> Iterator[tuple[object, ...]]:
    """Yield a row for each event with a WEIS code and each pair of source and target, in the order of ids.

    What is only the content of another event and did not happen is left out: "agreed to meet" is one agreement. Whom nobody is
    named to have visited was visited by the traveller's destination. Meetings and visits stand twice, from either side.
    """
    weis = load_weis()
    by_role = participations.by_role()
    inner = {key for event in participations.events.values() for key in event.about}
    for key, event in participations.events.items():
        code = weis_of(event.label, event.status, plover=event.plover, cameo=event.cameo, rule=event.rule)
        if code is None or (key in inner and event.status != "actual"):
            continue
        pairs = _sides(event, by_role.get(key, {}))
        rows = [(one, other, code) for one, other in pairs]
        if code in MIRRORED:
            rows += [(other, one, MIRRORED[code]) for one, other in pairs if other]
        day = event.first
        for source, target, said in dict.fromkeys(rows):
            yield (day.isoformat() if day else None, participations.name_of(source),
                   participations.name_of(target) if target else None, said, weis.codes[said].meaning, weis.weight(said),
                   _countries(participations, source), _countries(participations, target), source, target, key,
                   event.status, event.precision, event.confidence)  # fmt: skip


def write_weis(participations: Participations, told: dict[str, tuple[Evidence, ...]], path: Path) -> ExportSummary:
    """Write the table, tab-separated, with a head."""
    return ExportSummary(rows=write_rows(path, COLUMNS, weis_rows(participations, told), delimiter="\t"))


def _sides(event: Happening, roles: dict[str, tuple[str, ...]]) -> list[tuple[str, str | None]]:
    """Return who did it to whom. Equals do it to each other; a journey nobody receives is to its places, a release from them."""
    acting, receiving, sharing = (
        list(dict.fromkeys(who for role in kind for who in roles.get(role, ())))
        for kind in (ACTING_ROLES, RECEIVING_ROLES, SHARING_ROLES)
    )
    if (event.cameo or "").startswith(RELEASED) and not acting:
        acting = [*(event.origins or event.located)]
    goals: list[str | None] = [*receiving]
    if not goals and event.label != "Trip" and sharing:
        return [(one, other) for one in [*acting, *sharing] for other in sharing if one != other] or [
            (sharing[0], None)
        ]
    goals = goals or [*(event.destinations or event.located)] or [None]
    return [(one, other) for one in [*acting, *sharing] for other in goals if one != other]


def _countries(participations: Participations, who: str | None) -> str | None:
    found = participations.countries_of(who) if who else ()
    return ";".join(participations.places[place].country or place for place in found) or None

"""The PLOVER sector of each candidate: of an office for people, of their words for organisations and groups."""

from msgspec.structs import replace

from graphbuilder.knowledge.sectors import find_body, find_sector, is_shared, office_sector
from graphbuilder.records.annotation import EntityType
from graphbuilder.records.resolution import EntityCandidate

NOTHING = frozenset({"", "UNK"})
ELITE = "ELI"


def with_sector(candidate: EntityCandidate) -> EntityCandidate:
    """Return the candidate with its sector, and an organisation's country where its name tells it.

    A person has the sector of an office held then, and is of the elite (ELI) where only former offices are told of.
    """
    if candidate.type is EntityType.PERSON:
        sector = _of_person(candidate)
        return replace(candidate, sector=sector) if sector else candidate
    if candidate.type is EntityType.PLACE:
        return candidate
    sector = find_sector(candidate.name).first
    body = find_body(candidate.name) if candidate.type is EntityType.ORGANIZATION else None
    country = candidate.country or (body.country if body and body.whole and not is_shared(candidate.name) else None)
    return replace(candidate, sector=None if sector in NOTHING else sector, country=country)


def _of_person(candidate: EntityCandidate) -> str | None:
    if candidate.role is not None:
        return office_sector(candidate.role.kind).first or None
    told = [(fact, office_sector(fact.kind).first) for fact in candidate.positions]
    now = sorted({sector for fact, sector in told if sector and not fact.former})
    if now:
        return "GOV" if "GOV" in now else now[0]
    return ELITE if any(sector for _, sector in told) else None

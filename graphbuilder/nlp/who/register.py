"""The entities of one document while they are being found: one draft for each, told apart by what is known of them.

A draft is the only thing in this room that changes; `Register.freeze` turns drafts into records.
"""

from collections import Counter
from dataclasses import dataclass, field

from graphbuilder.nlp.who.gazetteer import Country, Gazetteer, Region, load_gazetteer
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.namesakes import Choice, geonames_of, precision_of
from graphbuilder.nlp.who.places import City
from graphbuilder.records.annotation import CoordinatePrecision, EntityType, Gender, Generation, LocalEntity
from graphbuilder.records.identity import fold

WEAK_KIND = "role"
"""`LocalEntity.kind` of somebody known by a role only ("president of Denmark"): not to be merged across documents by name."""

DIVISIONS = frozenset({"state", "province", "region", "county"})
"""Kinds of places that other places of the same codes lie in; a palace has the codes of its state and holds no town."""


@dataclass(slots=True)
class Draft:
    """An entity in the making; `names` counts how often each form of its name was used."""

    type: EntityType
    name: str
    key: str | None = None
    wikidata: str | None = None
    gender: Gender | None = None
    kind: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: str | None = None
    precision: CoordinatePrecision | None = None
    choice: Choice | None = None
    """How a place stood to its namesakes, where there was a choice."""
    is_country: bool = False
    within: int | None = None
    division: tuple[str, str, str] | None = None
    """GeoNames codes of country, first and second level that a place is, or lies in."""
    affiliations: list[int] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    plural: bool = False
    anonymous: bool = False
    callings: set[str] = field(default_factory=set)
    generation: Generation | None = None
    confidence: float = 1.0


class Register:
    """All drafts by index."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.by_key: dict[str, int] = {}
        self.gazetteer: Gazetteer = load_gazetteer()

    def add(self, draft: Draft) -> int:
        """Add a draft and return its index."""
        self.drafts.append(draft)
        number = len(self.drafts) - 1
        if draft.key:
            self.by_key[draft.key] = number
        return number

    def country(self, code: str) -> int:
        """Return the index of a country, adding it when new."""
        found = self.by_key.get(f"country:{code}")
        if found is not None:
            return found
        country: Country = self.gazetteer.countries[code]
        return self.add(
            Draft(
                EntityType.PLACE,
                country.name,
                key=f"country:{code}",
                wikidata=country.wikidata or None,
                kind="country",
                country=code,
                latitude=country.latitude,
                longitude=country.longitude,
                geonames=country.geonames or None,
                precision="country",
                is_country=True,
            )
        )

    def region(self, name: str) -> int:
        """Return the index of a region, adding it (and its country) when new."""
        found = self.by_key.get(f"region:{name}")
        if found is not None:
            return found
        region: Region = self.gazetteer.regions[name]
        within = self.country(region.country) if region.country else None
        return self.add(
            Draft(
                EntityType.PLACE,
                name,
                key=f"region:{name}",
                wikidata=region.wikidata or None,
                kind=region.kind,
                country=region.country or None,
                latitude=region.latitude,
                longitude=region.longitude,
                geonames=geonames_of(region),
                precision=precision_of(region.kind),
                within=within,
                division=(region.country, region.admin1, "") if region.admin1 else None,
            )
        )

    def city(self, city: City, name: str, choice: Choice | None = None) -> int:
        """Return the index of a city, adding it and the country it lies in when new; `choice` is kept with it then."""
        found = self.by_key.get(f"geonames:{city.identifier}")
        if found is not None:
            return found
        known = city.country in self.gazetteer.countries
        return self.add(
            Draft(
                EntityType.PLACE,
                name,
                key=f"geonames:{city.identifier}",
                kind=city.kind,
                country=city.country,
                latitude=city.latitude,
                longitude=city.longitude,
                geonames=city.identifier,
                precision="city" if city.kind == "city" else "region",
                choice=choice,
                within=self.country(city.country) if known else None,
                division=(city.country, city.admin1, city.admin2) if city.admin1 else None,
            )
        )

    def organization(self, key: str) -> int:
        """Return the index of a known organisation, adding it when new."""
        found = self.by_key.get(key)
        if found is not None:
            return found
        name, wikidata, kind = load_lexicon().known[key][:3]
        return self.add(Draft(EntityType.ORGANIZATION, name, key=key, wikidata=wikidata or None, kind=kind))

    def named(self, entity_type: EntityType, name: str, **more: str | int | None) -> int:
        """Return the index of an entity known by its name only, adding it when new."""
        marker = f"{entity_type.value}|{fold(name)}"
        found = self.by_key.get(marker)
        if found is not None:
            return found
        number = self.add(Draft(entity_type, name, **more))  # type: ignore[arg-type]  # fields of Draft
        self.by_key[marker] = number
        return number

    def role(self, name: str, of: list[int]) -> int:
        """Return the person known by a role only, adding it when new; the mayors of two Birminghams are two."""
        entity = self.named(EntityType.PERSON, name, kind=WEAK_KIND)
        held = self.drafts[entity].affiliations
        if of and held and of[0] not in held:
            marker = f"{WEAK_KIND}|{fold(name)}|{of[0]}"
            if marker not in self.by_key:
                self.by_key[marker] = self.add(Draft(EntityType.PERSON, name, kind=WEAK_KIND))
            entity = self.by_key[marker]
        for other in of:
            self.affiliate(entity, other)
            if self.drafts[entity].country is None:
                self.drafts[entity].country = self.drafts[other].country
        return entity

    def affiliate(self, entity: int, other: int | None) -> None:
        """Note that an entity belongs to another."""
        if other is not None and other != entity and other not in self.drafts[entity].affiliations:
            self.drafts[entity].affiliations.append(other)

    def freeze(self, order: list[int]) -> tuple[tuple[LocalEntity, ...], dict[int, int]]:
        """Return the records in the order given, those it leaves out behind them only where another record points at them.

        The second value maps the index of a draft to the index of its record.
        """
        kept = list(dict.fromkeys(order))
        self._nest(kept)
        for number in kept:  # grows while it is read: what an entity points at is kept too
            draft = self.drafts[number]
            for other in (draft.within, *draft.affiliations):
                if other is not None and other not in kept:
                    kept.append(other)
        place = {number: new for new, number in enumerate(kept)}
        return tuple(self._record(self.drafts[number], place) for number in kept), place

    def _nest(self, mentioned: list[int]) -> None:
        """Put towns into the county and state that the text names, in place of the country: Peoria, Illinois."""
        wholes: dict[tuple[str, str, str], int] = {}
        for number in mentioned:
            draft = self.drafts[number]
            if draft.division is not None and draft.kind in DIVISIONS:
                wholes.setdefault(draft.division, number)
        for number in mentioned:
            draft = self.drafts[number]
            if draft.division is None:
                continue
            country, state, _ = draft.division
            for codes in (draft.division, (country, state, "")):
                whole = wholes.get(codes, number)
                if whole not in {number, draft.within} and self.drafts[whole].within != number:
                    draft.within = whole
                    break

    def _record(self, draft: Draft, place: dict[int, int]) -> LocalEntity:
        aliases = sorted(name for name in draft.names if name != draft.name)
        return LocalEntity(
            type=draft.type,
            name=draft.name,
            aliases=tuple(aliases),
            key=draft.key,
            wikidata=draft.wikidata,
            gender=draft.gender,
            kind=draft.kind,
            country=draft.country,
            latitude=draft.latitude,
            longitude=draft.longitude,
            geonames=draft.geonames,
            coordinate_precision=draft.precision,
            resolution_score=None if draft.choice is None else draft.choice.score,
            alternatives=() if draft.choice is None else draft.choice.alternatives,
            is_country=draft.is_country,
            within=None if draft.within is None else place[draft.within],
            affiliations=tuple(place[other] for other in draft.affiliations),
            anonymous=draft.anonymous,
            callings=tuple(sorted(draft.callings)),
            generation=draft.generation,
            confidence=draft.confidence,
        )

"""Which place a name means: gazetteer, what the text states, and what else the document speaks of."""

from collections import Counter

from graphbuilder.nlp.who.containers import NOTHING, Stated, hinted, state_of_its_name, stated
from graphbuilder.nlp.who.country_mentions import countries_spoken_of
from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.inner_places import inner_state, inner_town
from graphbuilder.nlp.who.metonyms import SEATS_OF_UNIONS, acts
from graphbuilder.nlp.who.namesakes import Choice, weigh
from graphbuilder.nlp.who.places import (
    City,
    Surroundings,
    cities_named,
    distance,
    is_city,
    is_one_of_many,
    places_named,
    ranked,
)
from graphbuilder.nlp.who.register import Register
from graphbuilder.nlp.who.spans import POSSESSIVES, Name
from graphbuilder.nlp.who.unlisted import BUILT, WELL_KNOWN, Unlisted, place_kind
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType

WITH_ARTICLE = frozenset({"hague", "bronx", "dalles", "woodlands", "gambia", "valley", "vatican"})
"""Towns that bear the article."""
_JOINING = POSSESSIVES | {"-"}
SPOKEN = 3
"""A document that names a country so often is about it."""
METROPOLIS = 150_000
"""A city of so many people may be meant though the document never speaks of its country."""
NEIGHBOURING = 1000.0
"""Kilometres from the middle of a country within which a town may lie just over its border."""
CLEAR = 12.0
"""A place so many times larger than all others of its name needs no context."""


def folded_name(view: View, name: Name) -> str:
    """Return a name as the tables of places write it."""
    text = " ".join(view.folded[name.start : name.end])
    return text.replace(" - ", "-").replace(" '", "'").replace(" ,", "")


class Locator:
    """Finds the places of one document; the clear ones first, because they tell which the others are."""

    def __init__(self, view: View, names: list[Name], register: Register) -> None:
        self.view = view
        self.names = names
        self.register = register
        self.countries = countries_spoken_of(names)
        self.states: Counter[tuple[str, str]] = Counter()
        self.said = {number: stated(view, names, number) for number, name in enumerate(names) if self._wanted(name)}
        self.inside = {
            number: span for number, name in enumerate(names) if (span := inner_town(view, name)) is not None
        }
        """The tokens of the town in a body's name, by the number of the name."""
        self.chosen: dict[str, City] = {}
        """The place that each folded name means in this document."""
        self.told: dict[str, Stated] = {}
        """What the text states of each folded name, wherever it does."""
        self.choices: dict[str, Choice] = {}
        """How each place stood to its namesakes when it was chosen, by GeoNames id."""
        self.uses: Counter[str] = Counter()
        self.written: dict[str, str] = {}
        self.forms: dict[int, str] = {}
        """The folded name of each place, by the number of the name."""
        self.unlisted = Unlisted(self)
        self._survey()

    @staticmethod
    def _wanted(name: Name) -> bool:
        return name.type is EntityType.PLACE and name.term is None

    def _survey(self) -> None:
        regions = load_gazetteer().regions
        for name in self.names:
            spoken = name.term.value if name.term is not None else inner_state(self.view, name)
            region = regions.get(spoken or "")
            if region is not None and region.admin1:
                self.states[region.country, region.admin1] += 1
                self.countries[region.country] += name.term is None
        for said in self.said.values():
            if said.country and said.admin1 and said.region is None:
                self.states[said.country, said.admin1] += 1
                self.countries[said.country] += 1
        forms: dict[str, list[int]] = {}
        for number in self.said:
            name = self.names[number]
            form = self.forms[number] = folded_name(self.view, name)
            forms.setdefault(form, []).append(number)
            self._use(form, name.start, name.end)
        for start, end in self.inside.values():
            form = " ".join(self.view.folded[start:end])
            forms.setdefault(form, [])
            self._use(form, start, end)
        self._tell_apart(forms)
        rest = []
        for form, numbers in forms.items():
            told = next((self.said[number] for number in numbers if self.said[number]), None)
            if told:
                self.told[form] = told
            place = self._told(form, told) if told else None
            if place is not None:
                self._choose(form, place, len(numbers))
            elif self._worth(form, numbers):
                rest.append(form)
        open_forms = []
        for form in rest:
            found = [
                place for place in ranked(form, Surroundings()) if place.population >= METROPOLIS or self._near(place)
            ]
            if found and self._clear(found) and not is_one_of_many(form, found[0]):
                self._choose(form, self._first(found, Surroundings()), len(forms[form]))
            elif found:
                open_forms.append(form)
        for form in sorted(open_forms, key=lambda form: (len(places_named(form)), form)):
            around = self.around()
            found = ranked(form, around)
            near = [place for place in found if place.population >= METROPOLIS or self._near(place)]
            place = self._first(near or found, around)
            if not (is_one_of_many(form, place) and self._over_a_border(place)):
                self._choose(form, place, len(forms[form]))

    def _tell_apart(self, forms: dict[str, list[int]]) -> None:
        """Believe a hint of another country where the text tells of a town of that name in one: two Tripolis are two."""
        for form, numbers in forms.items():
            told = {self.said[number].country for number in numbers} - {None}
            for number in numbers if told else ():
                country = None if self.said[number] else hinted(self.view, self.names, number)
                if country is not None and any(city.country == country for city in cities_named(form)):
                    self.said[number] = Stated(country=country)

    def _clear(self, found: list[City]) -> bool:
        """Whether a place needs no context: far larger than its namesakes, none of which lies in a state that is spoken of."""
        if len(found) == 1:
            return True
        if found[0].weight <= CLEAR * max(found[1].weight, 1000):
            return False
        here = found[0].country, found[0].admin1
        return not any(
            self.states[other.country, other.admin1] for other in found[1:] if (other.country, other.admin1) != here
        )

    def _worth(self, form: str, numbers: list[int]) -> bool:
        """Whether the table is asked for a form: not for a street or building that happens to share a small town's name."""
        if numbers and form not in WITH_ARTICLE and all(self._flows(self.names[number]) for number in numbers):
            return False
        kinds = {place_kind(self.view, self.names[number]) for number in numbers}
        return not kinds & BUILT or (bool(kinds & {"park", "castle", "bridge", "canal"}) and is_city(form))

    def _flows(self, name: Name) -> bool:
        """Whether an article alone stands before a name of one word, as before a river: "floods along the Zambezi"."""
        view = self.view
        if name.end - name.start > 1 or not name.start or view.lower[name.start - 1] != "the" or name.end >= view.size:
            return False
        return view.pos[name.end] not in {"NOUN", "PROPN", "ADJ", "NUM"} and view.words[name.end] not in _JOINING

    def _near(self, place: City) -> bool:
        """Whether a place lies in a country the document speaks of; all do where it hardly speaks of any."""
        return self.countries[place.country] > 0 or max(self.countries.values(), default=0) < SPOKEN

    def _over_a_border(self, place: City) -> bool:
        """Whether a text speaks of a land near by, and never of the place's own: "Rampur" in a report from Nepal."""
        if self.countries[place.country]:
            return False
        known = load_gazetteer().countries
        lands = [known[code] for code, times in self.countries.items() if times and code in known]
        here = place.latitude, place.longitude
        return any(distance(here, (land.latitude, land.longitude)) < NEIGHBOURING for land in lands)

    def _use(self, form: str, start: int, end: int) -> None:
        self.uses[form] += 1
        self.written.setdefault(form, self.view.phrase(start, end))

    def _told(self, form: str, told: Stated) -> City | None:
        """Return the place of a name inside what the text states of it."""
        around = self.around()
        found = ranked(form, around, country=told.country, admin1=told.admin1)
        if told.county is not None:
            found = [place for place in found if place.admin2 in {"", told.county.admin2}] or found
        return self._first(found, around) if found else None

    def _first(self, found: list[City], around: Surroundings) -> City:
        """Return the first of some places, and keep how it stands to the others."""
        if found[0].identifier not in self.choices:
            self.choices[found[0].identifier] = weigh(found, around)
        return found[0]

    def _choose(self, form: str, place: City, times: int) -> None:
        self.chosen[form] = place
        self.states[place.country, place.admin1] += 1
        self.countries[place.country] += min(times, 2)

    def around(self) -> Surroundings:
        """Return what the document says so far."""
        points = tuple((place.latitude, place.longitude) for place in self.chosen.values() if place.kind != "region")
        return Surroundings(self.countries, self.states, points)

    def locate(self, number: int) -> int:
        """Return the entity of a place the gazetteer has no term for, adding it when new."""
        view, name, register = self.view, self.names[number], self.register
        text = view.phrase(name.start, name.end)
        form = self.forms[number]
        state = state_of_its_name(view, self.names, number) or load_gazetteer().seats.get(form)
        if state is not None:
            return register.region(state)
        said = self.said[number] or self.told.get(form, NOTHING)
        city = (self._told(form, said) if said else None) or self.chosen.get(form)
        if city is not None and said and (said.country, said.admin1 or city.admin1) != (city.country, city.admin1):
            city = None  # the state that the text gives has no such town in the table
        if city is not None:
            code = load_gazetteer().capitals.get(form)
            if code == city.country and said.country is None and acts(view, name):
                return self._government(form, code)
            entity = self.city(city, city.name if text.isupper() and len(text) > 3 else text)
            region = load_gazetteer().regions[said.region] if said.region is not None else None
            if region is not None and (region.country, region.admin1) == (city.country, city.admin1):
                register.drafts[entity].within = register.region(region.name)
            return entity
        entity = register.named(EntityType.PLACE, text, kind=place_kind(view, name))
        if register.drafts[entity].within is None:
            self.unlisted.place(entity, number, said)
        return entity

    def _government(self, form: str, code: str) -> int:
        """Return what a capital that acts stands for: Brussels for the union, unless the text speaks of Belgium alone."""
        union, country = SEATS_OF_UNIONS.get(form, ("", ""))
        named = {name.term.value for name in self.names if name.term is not None}
        if union and (union in named or country not in named):
            return self.register.organization(union)
        return self.register.country(code)

    def town_of(self, number: int) -> int | None:
        """Return the town in the name of a body, adding it when new: Arla for "Arla Police Department"."""
        span = self.inside.get(number)
        city = self.chosen.get(" ".join(self.view.folded[span[0] : span[1]])) if span is not None else None
        return self.city(city, self.view.phrase(*span)) if span is not None and city is not None else None

    def city(self, city: City, text: str) -> int:
        """Return the entity of a city of the table that the text calls `text`, adding it when new."""
        return self.register.city(city, text, self.choices.get(city.identifier))

    def known(self, form: str) -> City | None:
        """Return the city that a folded name means here, or that is so large that its name is enough."""
        city = self.chosen.get(form)
        if city is None and is_city(form) and cities_named(form)[0].population >= WELL_KNOWN:
            city = self._first(ranked(form, self.around()), self.around())
        return city

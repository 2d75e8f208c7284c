"""Where a place lies that no table knows: in what the text states, in the town of its name, or by the towns beside it.

Its point is that of what it lies in, or of the nearest town, and says so (`container`).
"""

from typing import TYPE_CHECKING

from graphbuilder.nlp.who.containers import Stated
from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.spans import COMPASS, Name
from graphbuilder.nlp.who.view import View

if TYPE_CHECKING:
    from graphbuilder.nlp.who.locations import Locator

BUILT = frozenset({
    "street", "road", "avenue", "square", "park", "boulevard", "lane", "bridge", "airport", "station", "palace", "castle",
    "cathedral", "mosque", "temple", "stadium", "hotel", "tower", "towers", "plaza", "drive", "highway", "canal", "prison",
})  # fmt: skip
"""Class nouns of what stands in a town."""
NAMED_AFTER = frozenset(
    {"street", "road", "avenue", "square", "park", "boulevard", "lane", "plaza", "drive", "tower", "towers", "hotel"}
)
"""What may be named after a town elsewhere: "a march in Lisbon Square" is in Lisbon only where the document speaks of Lisbon."""
WELL_KNOWN = 100_000
GUESSED = 0.5
"""Confidence of a place that is located by the rest of the document only."""


def place_kind(view: View, name: Name) -> str | None:
    """Return the class noun of a place's name: "palace" for "Arla Palace"."""
    for word in (view.lower[name.end - 1], view.lower[name.start]):
        if word in load_lexicon().place_last or word in load_lexicon().place_first:
            return word
    return None


class Unlisted:
    """Places the places of one document that are in no table; asks the locator what it knows of the others."""

    def __init__(self, locator: "Locator") -> None:
        self.locator = locator
        self.view = locator.view
        self.names = locator.names
        self.register = locator.register

    def place(self, entity: int, number: int, said: Stated) -> None:
        """Say what a place lies in, and give it the point of that, or of a town named near it where that is a country or nothing.

        The middle of a country is a point for a part of it only: "Western Canada", but no village in Canada.
        """
        register = self.register
        draft = register.drafts[entity]
        built = draft.kind is not None
        whole = self._stated(said)
        if whole is None:
            whole = self._inner(number)
        part = self._part(self.names[number]) if whole is None else None
        point = whole = part if whole is None else whole
        if whole is None:
            point = self._near(number)
            point = self._beside(small=built) if point is None else point
            whole = point if built or point is None else self._country_of(point)
            draft.confidence = GUESSED if point is not None else draft.confidence
        elif part is None and register.drafts[whole].is_country:
            near = self._near(number, register.drafts[whole].country)
            point = whole if near is None else near
        if whole is None or point is None:
            return
        draft.within = whole
        draft.country = register.drafts[whole].country
        if part is not None or not register.drafts[point].is_country:
            draft.latitude, draft.longitude = register.drafts[point].latitude, register.drafts[point].longitude
            draft.precision = "container" if draft.latitude is not None else None

    def _stated(self, said: Stated) -> int | None:
        if said.region is not None:
            return self.register.region(said.region)
        if said.county is not None:
            return self.locator.city(said.county, said.county.name)
        return self.register.country(said.country) if said.country is not None else None

    def _country_of(self, place: int) -> int | None:
        code = self.register.drafts[place].country
        return self.register.country(code) if code else None

    def _inner(self, number: int) -> int | None:
        """Return the city or country a place's name begins with: "Manila" of "Manila Cathedral", "Mexico" of "Mexico Bay"."""
        view, name, register = self.view, self.names[number], self.register
        elsewhere = place_kind(view, name) in NAMED_AFTER
        for end in range(name.end - 1, name.start, -1):
            words = tuple(view.folded[name.start : end])
            for other, _, term in load_gazetteer().terms.get(words[0], ()) if not elsewhere else ():
                if other == words and term.kind in {"country", "demonym"}:
                    return register.country(term.value)
                if other == words and term.kind in {"region", "regional"}:
                    return register.region(term.value)
            form = " ".join(words)
            city = self.locator.chosen.get(form) if elsewhere else self.locator.known(form)
            if city is not None:
                return self.locator.city(city, view.phrase(name.start, end))
        return None

    def _part(self, name: Name) -> int | None:
        """Return the whole of which a name with a compass word is a part: "Europe" for "Northern Europe"."""
        view, register = self.view, self.register
        start = name.start
        while start < name.end and view.lower[start] in COMPASS:
            start += 1
        if start == name.start:
            return None
        words = tuple(view.folded[start : name.end])
        for other, _, term in load_gazetteer().terms.get(words[0], ()) if words else ():
            if other == words and term.kind == "country":
                return register.country(term.value)
            if other == words and term.kind == "region":
                return register.region(term.value)
        city = self.locator.known(" ".join(words))
        return self.locator.city(city, view.phrase(start, name.end)) if city is not None else None

    def _near(self, number: int, country: str | None = None) -> int | None:
        """Return the town named nearest to a place of unknown position, in its sentence if there is one.

        A street or building lies in it: "a fire in Oak Street shook Arla". Any other place lies about there, and in its country:
        "The envoys met in Oslo and Velmi".

        Args:
            number: The number of the place's name.
            country: Only towns of this country count.
        """
        view, names, locator = self.view, self.names, self.locator
        start = names[number].start
        ranks = [
            (view.sentence_of[names[other].start] != view.sentence_of[start], abs(names[other].start - start), other)
            for other in locator.said
            if other != number
            and (city := locator.chosen.get(locator.forms[other])) is not None
            and country in {None, city.country}
        ]
        if not ranks:
            return None
        nearest = min(ranks)[2]
        text = view.phrase(names[nearest].start, names[nearest].end)
        return locator.city(locator.chosen[locator.forms[nearest]], text)

    def _beside(self, *, small: bool) -> int | None:
        """Return what a place lies in by the whole document: a street in its chief town, others in its country."""
        locator = self.locator
        if small and locator.chosen:
            form = max(locator.chosen, key=lambda form: (locator.uses[form], -list(locator.chosen).index(form)))
            return locator.city(locator.chosen[form], locator.written[form])
        code, times = max(locator.countries.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        return self.register.country(code) if times * 2 > locator.countries.total() else None

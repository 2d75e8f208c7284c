"""A small cast for the event tests: invented people, real institutions and places, found in a sentence by their words alone.

It stands in for the entity layer, so that these tests fail for the event coder's reasons only.
"""

import re

from graphbuilder.nlp.who.layer import EntityLayer
from graphbuilder.records.annotation import EntityMention, EntityType, LocalEntity, MentionForm

P, O, L, G = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE, EntityType.GROUP  # noqa: E741 - four letters of a table

COUNTRIES = {
    "Germany": ("German",), "France": ("French",), "Mexico": ("Mexican",), "Poland": ("Polish",), "Kenya": ("Kenyan",),
    "Iran": ("Iranian",), "Israel": ("Israeli",), "Russia": ("Russian",), "Ukraine": ("Ukrainian",), "China": ("Chinese",),
    "United States": ("the US", "American", "Washington"), "Japan": ("Japanese",), "Turkey": ("Turkish",),
    "Syria": ("Syrian",), "Brazil": ("Brazilian",), "Norway": ("Norwegian",), "Sudan": ("Sudanese",), "Egypt": ("Egyptian",),
    "India": ("Indian",), "North Korea": (), "Yemen": (), "Haiti": (), "Peru": ("Peruvian",),
}  # fmt: skip
CITIES = {
    "Berlin": "Germany", "Paris": "France", "Geneva": None, "Nairobi": "Kenya", "Warsaw": "Poland", "Hamburg": "Germany",
    "Oslo": "Norway", "Cairo": "Egypt", "Aleppo": "Syria", "Lima": "Peru", "Khartoum": "Sudan", "Kharkiv": "Ukraine",
}  # fmt: skip
PEOPLE = {
    "Novak": "Poland", "Lind": "Norway", "Okello": "Kenya", "Haddad": "Egypt", "Ferreira": "Brazil", "Weiss": "Germany",
    "Marchetti": None, "Tanaka": "Japan", "Duarte": "Mexico",
}  # fmt: skip
ORGANIZATIONS = (
    "United Nations", "European Union", "NATO", "Human Rights Watch", "World Bank", "Hezbollah", "Interpol",
    "Amnesty International",
    "the Senate", "African Union", "the Taliban", "Reuters", "the UN Security Council", "WHO",
)  # fmt: skip
GROUPS = (
    "officials", "police", "protesters", "farmers", "rebels", "soldiers", "prosecutors", "lawmakers", "militants", "students",
    "workers", "migrants", "troops", "teachers", "gunmen", "nurses", "residents", "journalists", "diplomats", "villagers",
    "prisoners", "demonstrators", "the army", "the court", "the government", "parliament", "refugees", "activists",
    "the ministry", "civilians", "hostages", "the opposition", "the navy", "hackers", "detainees", "peacekeepers", "women",
    "the military", "a judge", "worshippers", "shoppers",
    "observers", "the union", "inspectors", "drug dealers", "reporters", "militiamen",
)  # fmt: skip


def _entities() -> tuple[tuple[LocalEntity, ...], dict[str, int], set[str]]:
    entities: list[LocalEntity] = []
    words: dict[str, int] = {}
    demonyms: set[str] = set()
    for name, others in COUNTRIES.items():
        words |= dict.fromkeys((name, *others), len(entities))
        demonyms |= {other for other in others if other not in {"the US", "Washington"}}
        entities.append(LocalEntity(type=L, name=name, is_country=True, kind="country"))
    for name, country in CITIES.items():
        words[name] = len(entities)
        entities.append(LocalEntity(type=L, name=name, kind="city", within=words[country] if country else None))
    for name, country in PEOPLE.items():
        words[name] = len(entities)
        entities.append(LocalEntity(type=P, name=name, affiliations=(words[country],) if country else ()))
    for kind, names in ((O, ORGANIZATIONS), (G, GROUPS)):
        for name in names:
            words[name] = len(entities)
            entities.append(LocalEntity(type=kind, name=name))
            if kind is G:
                words[name[0].upper() + name[1:]] = words[name]
    return tuple(entities), words, demonyms


ENTITIES, WORDS, DEMONYMS = _entities()
PATTERN = re.compile(r"\b(" + "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True)) + r")\b")


def layer_of(text: str, pronouns: dict[str, str] | None = None) -> EntityLayer:
    """Return the mentions of the cast in a text; `pronouns` says whom "he" or "they" mean there ("Novak+Lind" for two)."""
    found = []
    for match in PATTERN.finditer(text):
        form: MentionForm = "demonym" if match[0] in DEMONYMS else "nominal" if match[0] in GROUPS else "name"
        found.append(
            EntityMention(
                start_char=match.start(), end_char=match.end(), sentence=0, form=form, entities=(WORDS[match[0]],)
            )
        )
    for word, names in (pronouns or {}).items():
        for match in re.finditer(rf"\b{word}\b", text):
            entities = tuple(WORDS[name] for name in names.split("+"))
            form = "pronoun" if len(word) < 5 else "nominal"
            found.append(
                EntityMention(start_char=match.start(), end_char=match.end(), sentence=0, form=form, entities=entities)
            )
    return EntityLayer(mentions=tuple(sorted(found, key=lambda mention: mention.start_char)), entities=ENTITIES)

"""Which names of organisations are one: full names, their tails ("the Commission") and their acronyms."""

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.groups import adjective
from graphbuilder.nlp.who.initials import initials_of, short_behind
from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.register import Register
from graphbuilder.nlp.who.spans import Name
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType
from graphbuilder.records.identity import fold

STATE_BODIES = frozenset({
    "ministry", "parliament", "army", "navy", "government", "senate", "congress", "cabinet", "court", "assembly", "department",
    "police", "guard", "embassy", "treasury", "forces", "force", "council", "agency", "bank", "service",
})  # fmt: skip
"""Last words of bodies that every state has one of."""


def cluster_bodies(view: View, names: list[Name], found: list[int], register: Register) -> None:
    """Fill in `found`, the entity of each name, for the organisations of a document."""
    long: dict[str, int] = {}
    for number, name in enumerate(names):
        if name.type is not EntityType.ORGANIZATION or name.end - name.start < 2:
            continue
        text = view.phrase(name.start, name.end)
        if found[number] < 0 and name.term is None:
            found[number] = _known_behind(view, names, found, number)
        if found[number] >= 0:
            for initials in initials_of(text):
                long.setdefault(initials, found[number])  # "The Rapid Support Forces ... The RSF"
            continue
        owner = _owner(view, names, found, number, register)
        if owner is not None:
            entity = register.named(EntityType.ORGANIZATION, f"{adjective(register, owner)} {text}")
            register.affiliate(entity, owner)
            register.drafts[entity].country = register.drafts[owner].country
        else:
            known = _organization_keys(register)
            same = next((other for other, key in known if key.endswith(" " + fold(text))), None)
            entity = register.named(EntityType.ORGANIZATION, text) if same is None else same
        found[number] = entity
        _belongs(view, name, entity, register)
        for initials in initials_of(text):
            long.setdefault(initials, entity)
    for number, name in enumerate(names):
        if found[number] >= 0 or name.type is not EntityType.ORGANIZATION:
            continue
        text = view.words[name.start].replace(".", "")
        before = names[number - 1] if number else None
        if (
            before is not None
            and short_behind(view, before.end) == name.start
            and before.type is EntityType.ORGANIZATION
            and text.isupper()
        ):
            found[number] = found[number - 1]
            long[text.casefold()] = found[number]
        elif text.isupper() and text.casefold() in long:
            found[number] = long[text.casefold()]
        elif name.start and view.lower[name.start - 1] == "the" and text.casefold() in load_lexicon().organization_last:
            tail = f" {fold(text)}"
            found[number] = next(
                (other for other, key in reversed(_organization_keys(register)) if key.endswith(tail)), -1
            )


def _known_behind(view: View, names: list[Name], found: list[int], number: int) -> int:
    """Return the known body whose short form a name gives: "the Armed Revolutionary Forces of Colombia (FARC)"; else -1."""
    if number + 1 >= len(names) or short_behind(view, names[number].end) != names[number + 1].start:
        return -1
    long, short = names[number], names[number + 1]
    letters = {word[0] for word in view.lower[long.start : long.end]}
    known = short.term is not None and short.term.kind == "organization" and short.end - short.start == 1
    return found[number + 1] if known and letters.issuperset(view.lower[short.start]) else -1


def _owner(view: View, names: list[Name], found: list[int], number: int, register: Register) -> int | None:
    """Return the country of a state body whose own name leaves it out: "Denmark's Foreign Ministry"."""
    name = names[number]
    words = view.lower[name.start : name.end]
    if words[-1] not in STATE_BODIES or number == 0:
        return None
    before = names[number - 1]
    gap = view.lower[before.end : name.start]
    adjoining = gap == [] and before.demonym
    if (gap in (["'s"], ["’s"], ["'"]) or adjoining) and before.term is not None and found[number - 1] >= 0:
        return found[number - 1] if register.drafts[found[number - 1]].is_country else None
    return None


def _organization_keys(register: Register) -> list[tuple[int, str]]:
    return [
        (number, fold(draft.name))
        for number, draft in enumerate(register.drafts)
        if draft.type is EntityType.ORGANIZATION
    ]


def _belongs(view: View, name: Name, entity: int, register: Register) -> None:
    """An organisation whose name begins with a country belongs to it: "Danish Refugee Council"."""
    for words, _, term in load_gazetteer().terms.get(view.folded[name.start], ()):
        if term.kind in {"country", "demonym"} and tuple(view.folded[name.start : name.start + len(words)]) == words:
            register.affiliate(entity, register.country(term.value))
            register.drafts[entity].country = term.value
            return

"""Adapters for phrases without a text: roles_over_time, actor_coding."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from benchmarks.quality.sources import Prediction, Task, alpha3, annotated, country_of, document
from graphbuilder.knowledge.offices import find_country, find_office, find_owner, is_capital
from graphbuilder.knowledge.sectors import Sector, find_body, find_sector, office_sector
from graphbuilder.nlp.who.officeholders import famous_surnames, offices_called
from graphbuilder.pipeline.knowledge import import_knowledge
from graphbuilder.records.identity import fold
from graphbuilder.resolve.holders import latest_holder
from graphbuilder.workspace.knowledge import KnowledgeBase
from graphbuilder.workspace.log import Workspace


def roles_over_time(task: Task) -> Iterator[Prediction]:
    """Who of the list beside the gold file (kb.jsonl) held what a phrase names, on the query's day.

    The list is imported as `graphbuilder kb import` does it, and asked as resolution does. A phrase is made comparable by the
    same rules as the titles of the list. The countries are those of countries.json beside the list, with the names it gives
    them, and ours for what it does not know.
    """
    countries = _listed_countries(task.folder / "countries.json")
    with TemporaryDirectory() as folder, Workspace(Path(folder) / "knowledge.sqlite") as workspace:
        import_knowledge([task.folder / "kb.jsonl"], workspace=workspace)
        knowledge = KnowledgeBase(workspace)
        for row in task.rows:
            day = date.fromisoformat(row["date"])
            answers = {}
            for phrase in row["phrases"]:
                kind, of = _office(phrase, countries)
                holder = latest_holder(knowledge.holders(kind, of, day), kind, of, day) if of else None
                if holder:
                    answers[phrase] = holder.name
            yield {"id": row["id"], "answers": answers}


def _listed_countries(path: Path) -> dict[str, str]:
    """Return the country that each name or adjective of the list stands for, by its folded words.

    Of two with one adjective the country that it begins is meant: "Serb" stands beside Serbia and Montenegro.
    """
    if not path.exists():
        return {}
    listed = msgspec.json.decode(path.read_bytes(), type=dict[str, dict[str, Any]])
    names: dict[str, str] = {}
    for code, entry in listed.items():
        for name in map(fold, entry.get("nationality") or ()):
            if name not in names or fold(entry.get("country") or "").startswith(name):
                names[name] = code
    names |= {fold(entry["country"]): code for code, entry in listed.items() if entry.get("country")}
    return names


def _office(phrase: str, countries: dict[str, str]) -> tuple[str, str | None]:
    """Return the office of "the Mexican president", "Mexico's president" or "the president of Mexico"."""
    text = fold(phrase).removeprefix("the ").replace("'s ", " ")
    words = text.split()
    cuts = [(words[:size], words[size:]) for size in range(len(words) - 1, 0, -1)]
    if " of " in text:
        title, _, name = text.partition(" of ")
        cuts.append((name.removeprefix("the ").split(), title.split()))
    for named, titled in cuts:
        code = countries.get(" ".join(named))
        kind, owner = find_office(" ".join(titled))
        if code and (owner is None or " to " in kind):
            return kind, find_owner(code)
    return find_office(phrase)


TODAY = date(2023, 1, 1)
"""The set's rows without a date mean the time when it was written."""

UNION = "European Union"
"""The set writes its lawmakers and officials with a country of their own."""

LONGEST_NAME = 5
NOWHERE = frozenset({"IGO"})
"""Sectors that the set writes in place of a country."""


def actor_coding(task: Task) -> Iterator[Prediction]:
    """The country and PLOVER sectors of a phrase: of what it names, else of its words.

    Somebody named is looked up in the table of office holders, on the row's date.
    """
    for row, _, annotation in annotated(task.rows, lambda row: document(row["id"], row["phrase"])):
        phrase = re.sub(r"^(an?|the|two|three) ", "", row["phrase"], flags=re.IGNORECASE)
        sector, body, of = find_sector(phrase), find_body(phrase), find_country(phrase)
        of = of or (body.country if body else None)
        countries = (country_of(annotation, index) for index in range(len(annotation.entities)))
        country = alpha3(of) if of else next((found for found in countries if found), "")
        held = _held(phrase, date.fromisoformat(row["date"]) if row["date"] else TODAY)
        if held and not sector.first:
            sector, country = held
        if held and not country:
            country = held[1]
        if not country and UNION in phrase and sector.first not in NOWHERE:
            country = "EUR"
        if not sector.first and is_capital(phrase):
            sector = Sector("GOV")
        if not country and row["known_country"]:
            country = alpha3(find_country(row["known_country"]) or "")
        if sector.first in NOWHERE:
            sector, country = Sector(), sector.first
        if not sector.first and not country:
            sector = Sector("UNK")
        yield {"id": row["id"], "country": country or "", "code_1": sector.first, "code_2": sector.second}


def _held(phrase: str, day: date) -> tuple[Sector, str] | None:
    """Return the sector and country of somebody by the last office that our table knows; ELI where it has ended by the day.

    A title may stand before the name ("Foreign Minister Ana Novak"); of a surname alone only a famous one counts.
    """
    words = phrase.split()
    cuts = range(max(0, len(words) - LONGEST_NAME), len(words))
    names = [" ".join(words[cut:]) for cut in cuts if len(words) - cut > 1 or fold(words[cut]) in famous_surnames()]
    offices = sorted(next(filter(None, map(offices_called, names)), ()), key=lambda office: office.start)
    offices = [office for office in offices if office.start <= day.isoformat()]
    if not offices:
        return None
    last = offices[-1]
    over = bool(last.end) and last.end < day.isoformat()
    return (Sector("ELI") if over else office_sector(last.kind)), alpha3(last.country) or ""

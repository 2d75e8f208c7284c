"""Adapters for phrases without a text: roles_over_time, actor_coding."""

from collections.abc import Iterator

from benchmarks.quality.parses import parser
from benchmarks.quality.sources import Prediction, Row, Task, alpha3, annotated, country_of, document, read_lines
from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.titles import find_titles
from graphbuilder.nlp.who.view import View


def roles_over_time(task: Task) -> Iterator[Prediction]:
    """Who of the list beside the gold file (kb.jsonl) held what a phrase names, on the query's day.

    The country of a phrase comes from our gazetteer, its office from our title lexicon; the list's own titles are read by
    the same lexicon.
    """
    spells = read_lines(task.folder / "kb.jsonl")
    kinds = _kinds(
        sorted({spell["title"] for spell in spells} | {phrase for row in task.rows for phrase in row["phrases"]})
    )
    holders: dict[tuple[str, str], list[Row]] = {}
    for spell in spells:
        kind = kinds[spell["title"]]
        if kind:
            holders.setdefault((spell["iso3"], kind), []).append(spell)
    for row in task.rows:
        answers = {}
        for phrase in row["phrases"]:
            country, kind = _country(phrase), kinds[phrase]
            found = _on(holders.get((country, kind), []), row["date"]) if country and kind else None
            if found:
                answers[phrase] = found
        yield {"id": row["id"], "answers": answers}


def _kinds(phrases: list[str]) -> dict[str, str | None]:
    """Return the comparable kind of the first title in each phrase."""
    nlp = parser()
    found: dict[str, str | None] = {}
    for phrase, doc in zip(phrases, nlp.pipe(phrases), strict=True):
        titles = find_titles(View(doc))
        found[phrase] = titles[0].kind if titles else None
    return found


def _country(phrase: str) -> str | None:
    """Return the three-letter code of the first country a phrase names, as noun or adjective."""
    gazetteer = load_gazetteer()
    words = phrase.replace("'s", " ").replace("’s", " ").casefold().split()
    for place in range(len(words)):
        for form, _, term in gazetteer.terms.get(words[place], []):
            if term.kind in {"country", "demonym"} and tuple(words[place : place + len(form)]) == form:
                return alpha3(term.value)
    return None


def _on(spells: list[Row], day: str) -> str | None:
    """Return who held an office on a day, the latest to begin where spells overlap."""
    there = [spell for spell in spells if spell["start"] and spell["start"] <= day and (spell["end"] or "9999") >= day]
    latest = max(there, key=lambda spell: str(spell["start"]), default=None)
    return str(latest["person"]) if latest else None


def actor_coding(task: Task) -> Iterator[Prediction]:
    """The country of a phrase. Sectors (code_1, code_2) are no part of our graph yet and are left empty."""
    for row, _, annotation in annotated(task.rows, lambda row: document(row["id"], row["phrase"])):
        countries = (country_of(annotation, index) for index in range(len(annotation.entities)))
        country = next((found for found in countries if found), "")
        yield {"id": row["id"], "country": country, "code_1": "", "code_2": ""}

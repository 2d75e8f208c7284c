"""Our own sentences of tests/gold/who: names with their types, where places lie, capitals that stand for governments."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from graphbuilder.nlp.who.layer import EntityLayer, find_entities
from graphbuilder.records.annotation import EntityType

GOLD = Path(__file__).parents[3] / "gold" / "who" / "names.jsonl"
NAMES_FLOORS = {"first": 0.965, "second review": 0.93}
PLACES_FLOORS = {"first": 0.97, "second review": 0.91}
"""What each round of passages keeps: nobody had those of the second in sight when the rules were written."""
CONSTRUCTION_SIZE = 3
ROWS: list[dict[str, Any]] = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]

Span = tuple[int, int, str]


def found_spans(layer: EntityLayer) -> set[Span]:
    """Return the mentions that the set labels, with their types."""
    spans = set()
    for mention in layer.mentions:
        if not mention.entities:
            continue
        kind = layer.entities[mention.entities[0]].type
        label = kind.name
        if mention.form == "demonym":
            label = "DEMONYM"
        elif kind is EntityType.GROUP:
            label = "PEOPLE" if mention.form == "name" else "GROUP"
        elif mention.form != "name":
            continue
        if mention.form != "pronoun":
            spans.add((mention.start_char if label != "GROUP" else -1, mention.end_char, label))
    return spans


def labelled(row: dict[str, Any]) -> set[Span]:
    """Return the labels of a row; the beginning of a group is free."""
    return {(name["start"] if name["type"] != "GROUP" else -1, name["end"], name["type"]) for name in row["names"]}


def wholes(layer: EntityLayer, index: int) -> Iterable[str]:
    """Yield the names of everything an entity lies within."""
    inner = layer.entities[index].within
    while inner is not None:
        yield layer.entities[inner].name
        inner = layer.entities[inner].within


def at(layer: EntityLayer, start: int, end: int) -> int | None:
    """Return the entity of the mention with exactly this span."""
    return next(
        (m.entities[0] for m in layer.mentions if (m.start_char, m.end_char) == (start, end) and m.entities), None
    )


@pytest.fixture(scope="module")
def layers(nlp: Language) -> list[EntityLayer]:
    """Return what we find in every row."""
    return [find_entities(doc) for doc in nlp.pipe((row["text"] for row in ROWS), batch_size=32)]


def test_every_construction_has_three_sentences() -> None:
    assert min(Counter(row["construction"] for row in ROWS).values()) >= CONSTRUCTION_SIZE
    for row in ROWS:
        for name in row["names"]:
            words = row["text"][name["start"] : name["end"]]
            assert words == words.strip() != ""


def of_round(this: str, layers: list[EntityLayer]) -> Iterable[tuple[dict[str, Any], EntityLayer]]:
    """Return the rows of one round with what we find in them."""
    return [(row, one) for row, one in zip(ROWS, layers, strict=True) if row.get("round", "first") == this]


@pytest.mark.parametrize(("this", "floor"), NAMES_FLOORS.items())
def test_names_and_types(layers: list[EntityLayer], this: str, floor: float) -> None:
    hits = predicted = gold = 0
    wrong = []
    for row, layer in of_round(this, layers):
        ours, theirs = found_spans(layer), labelled(row)
        hits, predicted, gold = hits + len(ours & theirs), predicted + len(ours), gold + len(theirs)
        if ours != theirs:
            extra = [(row["text"][max(0, s) : e], t) for s, e, t in sorted(ours - theirs)]
            missed = [(row["text"][max(0, s) : e], t) for s, e, t in sorted(theirs - ours)]
            wrong.append(f"{row['id']}: extra {extra}, missed {missed}")
    score = 2 * hits / (predicted + gold)

    assert score >= floor, f"F1 {score:.3f} ({hits} of {gold}, {predicted} found)\n" + "\n".join(wrong)


@pytest.mark.parametrize(("this", "floor"), PLACES_FLOORS.items())
def test_where_places_lie(layers: list[EntityLayer], this: str, floor: float) -> None:
    right = total = 0
    wrong = []
    for row, layer in of_round(this, layers):
        for place in [*row["places"], *row["metonyms"]]:
            index = at(layer, place["start"], place["end"])
            entity = None if index is None else layer.entities[index]
            chain = [] if index is None else list(wholes(layer, index))
            fine = entity is not None and entity.country == place["country"]
            fine &= all(name in chain for name in place.get("within", ()))
            if place in row["metonyms"]:
                fine &= entity is not None and entity.is_country
            right, total = right + fine, total + 1
            if not fine:
                words = row["text"][place["start"] : place["end"]]
                wrong.append(f"{row['id']}: {words} {place} found {entity and (entity.name, entity.country)} {chain}")

    assert right / total >= floor, f"{right} of {total}\n" + "\n".join(wrong)

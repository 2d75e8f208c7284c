"""The coder over the whole codebook: floors per dimension, and what the codebook promises of itself."""

from pathlib import Path
from typing import Any

import pytest

from benchmarks.quality.codebook import codebook
from benchmarks.quality.sources import Task
from codebook.reading import read_chapters
from codebook.score import GOLD, read_lines, score
from codebook.validate import compiled, gaps, problems, stated

FLOORS = {
    "trigger": 0.9, "label": 0.88, "type": 0.88, "mode": 0.885, "code": 0.86, "status": 0.89, "actor": 0.87,
    "recipient": 0.735, "role": 0.805, "place": 0.625, "date": 0.91, "precision": 0.905, "basis": 0.92, "content": 0.685,
    "part_of": 0.75, "after": 0.4,
}  # fmt: skip
"""F1 reached, rounded down; only ever to be raised."""
CONTRASTS = 0.74
NOTHING_ASSERTED = 0.96
LISTED = 25


@pytest.fixture(scope="module")
def figures() -> dict[str, Any]:
    gold = read_lines(GOLD)
    return score(gold, codebook(Task(gold, Path(GOLD).parent)))


def worst(figures: dict[str, Any]) -> str:
    """Return the commonest confusions and the weakest classes, for whoever has to mend a floor."""
    lines = [f"{count:4} {name}" for name, count in figures["confusions"][:LISTED]]
    classes = sorted((one["f1"], name, one["n"]) for name, one in figures["classes"].items() if one["n"] >= 3)
    lines += [f"{f1:.3f} {name} (n {number})" for f1, name, number in classes[:LISTED]]
    lines += [f"{said} {name}" for name, said in figures["traps"].items()]
    return "\n".join(lines)


@pytest.mark.parametrize("dimension", FLOORS)
def test_the_coder_holds_its_floor(figures: dict[str, Any], dimension: str) -> None:
    reached = figures[dimension]["f1"]
    assert reached >= FLOORS[dimension], f"{dimension}: {figures[dimension]}\n{worst(figures)}"


def test_both_sides_of_a_contrast_come_out_right(figures: dict[str, Any]) -> None:
    assert figures["contrasts"]["both_right"] >= CONTRASTS, worst(figures)


def test_sentences_without_events_assert_nothing(figures: dict[str, Any]) -> None:
    assert figures["restraint"]["nothing_asserted"] >= NOTHING_ASSERTED, worst(figures)


def test_the_chapters_are_sound_and_cover_every_class() -> None:
    reports = read_chapters()
    assert list(problems(reports)) == []
    assert gaps(reports) == []


def test_the_compiled_file_and_the_guide_say_what_the_chapters_say() -> None:
    reports = read_chapters()
    assert GOLD.read_text(encoding="utf-8") == compiled(reports)
    assert list(stated(reports)) == []

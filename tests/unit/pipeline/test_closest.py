"""The pairs that are offered for review: people, organisations and places, and none that was judged already."""

from typing import TYPE_CHECKING

import pytest

from graphbuilder.pipeline.closest import closest_pairs
from graphbuilder.pipeline.judging import merge, split
from graphbuilder.workspace.log import Workspace
from tests.unit.pipeline.reports import put_reports

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

TEXTS = (
    "The Harbour Workers Union met Ida Roe in Dublin on Monday.",
    "The Harbor Workers Union called a strike in Dublin on Friday.",
    "The Dublin Port Authority fined Ida Roe on Tuesday.",
)


@pytest.fixture
def workspace(nlp: "Language", tmp_path: "Path") -> Workspace:
    """Return a workspace of three reports that name a union in two spellings."""
    log = Workspace(tmp_path / "w.sqlite")
    with log.transaction():
        put_reports(nlp, log, TEXTS)
    return log


def test_two_spellings_of_a_body_are_shown(workspace: Workspace) -> None:
    (pair,) = closest_pairs(workspace)

    assert (pair.kind, {pair.left_name, pair.right_name}) == (
        "organization",
        {"Harbour Workers Union", "Harbor Workers Union"},
    )
    assert 0 < pair.score <= 1
    assert {feature.name for feature in pair.features} == {"name", "country", "company", "topics"}
    assert pair.left_mention.sentence in TEXTS


def test_a_kind_alone_can_be_asked_for(workspace: Workspace) -> None:
    assert closest_pairs(workspace, kinds=("person", "place")) == []


def test_what_was_judged_is_not_shown_again(workspace: Workspace) -> None:
    (pair,) = closest_pairs(workspace)
    split(workspace, "entity", pair.left, [pair.right])

    assert closest_pairs(workspace) == []


def test_people_of_one_name_whom_too_little_joins_are_shown(nlp: "Language", tmp_path: "Path") -> None:
    log = Workspace(tmp_path / "people.sqlite")
    with log.transaction():
        put_reports(nlp, log, (
            "U.S. Homeland Security Secretary John Keane visited Mexico City on Monday.",
            "John Keane told Congress about a border wall between the United States and Mexico.",
            "Footballer John Keane visited a school in Cork on Tuesday.",
        ))  # fmt: skip
    pairs = closest_pairs(log, kinds=("person",))

    assert {(pair.left_name, pair.right_name) for pair in pairs} == {("John Keane", "John Keane")}
    assert len(pairs) == 3
    assert "home" in {feature.name for feature in pairs[0].features}
    assert pairs[0].score > pairs[-1].score


def test_a_merge_of_bodies_holds(workspace: Workspace) -> None:
    (pair,) = closest_pairs(workspace)
    merge(workspace, "entity", pair.left, pair.right)

    assert closest_pairs(workspace) == []

"""An office without a name: who is meant by it where no report of the corpus names a holder."""

from typing import TYPE_CHECKING

import pytest

from graphbuilder.pipeline.entities import resolve_entities
from graphbuilder.workspace.log import Workspace
from graphbuilder.workspace.view import View
from tests.unit.pipeline.reports import put_reports

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from graphbuilder.records.resolution import Entity


@pytest.fixture
def workspace(tmp_path: "Path") -> Workspace:
    """Return an empty workspace."""
    return Workspace(tmp_path / "w.sqlite")


def people(nlp: "Language", workspace: Workspace, *texts: str) -> "dict[str, Entity]":
    """Return the people of some reports of 1 March 2015, by name."""
    view = View(workspace)
    with workspace.transaction():
        put_reports(nlp, workspace, texts)
        view.reset()
        resolve_entities(workspace, view)
        return {entity.name: entity for entity in view.entities() if entity.id.startswith("person:")}


def test_it_is_the_holder_by_the_shipped_table(nlp: "Language", workspace: Workspace) -> None:
    found = people(
        nlp, workspace, "The French president flew to Oslo.", "The president of France met the mayor of Oslo."
    )

    assert found["Francois Hollande"].id == "person:francois-hollande"
    assert found["Francois Hollande"].mention_count == 2
    assert "by the table of office holders that is shipped" in " ".join(found["Francois Hollande"].why)


def test_a_holder_named_in_the_reports_counts_alone(nlp: "Language", workspace: Workspace) -> None:
    found = people(
        nlp, workspace, "The French president flew to Oslo.", "French President Bo Vance met Ida Roe in Lund."
    )

    assert "Francois Hollande" not in found
    assert found["Bo Vance"].mention_count == 2


def test_without_a_country_nobody_is_meant(nlp: "Language", workspace: Workspace) -> None:
    found = people(nlp, workspace, "The president flew to Oslo and met the prime minister.")

    assert "Francois Hollande" not in found
    assert "the table" not in " ".join(why for entity in found.values() for why in entity.why)

"""An office without a name: who is meant by it where no report of the corpus names a holder."""

from typing import TYPE_CHECKING

import pytest

from graphbuilder.pipeline.entities import resolve_entities
from graphbuilder.pipeline.knowledge import import_knowledge
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


@pytest.mark.parametrize(
    "named",
    [
        "Japan's Prime Minister, Haruto Okabe, flew to Manila.",
        "Japan's Prime Minister Haruto Okabe flew to Manila.",
        "Prime Minister Haruto Okabe of Japan flew to Manila.",
        "Haruto Okabe, Japan's prime minister, flew to Manila.",
        "Haruto Okabe, the prime minister of Japan, flew to Manila.",
        "The prime minister of Japan, Haruto Okabe, flew to Manila.",
    ],
)
def test_a_holder_the_report_names_is_meant_however_it_does(nlp: "Language", workspace: Workspace, named: str) -> None:
    found = people(nlp, workspace, f"{named} The Japanese prime minister will stay for a week.")

    assert list(found) == ["Haruto Okabe"]
    assert found["Haruto Okabe"].mention_count >= 2


def test_a_holder_the_report_may_name_leaves_the_office_without_a_name(nlp: "Language", workspace: Workspace) -> None:
    text = "The Japanese prime minister flew to Manila. The visit lasts a week. Haruto Okabe will open a port."

    (office,) = [entity for entity in people(nlp, workspace, text).values() if entity.kind == "role"]
    assert (office.name, office.country) == ("prime minister of Japan", "JP")


def test_without_a_country_nobody_is_meant(nlp: "Language", workspace: Workspace) -> None:
    found = people(nlp, workspace, "The president flew to Oslo and met the prime minister.")

    assert "Francois Hollande" not in found
    assert "the table" not in " ".join(why for entity in found.values() for why in entity.why)


OPENED = ("2017-01-10", "Peruvian President Rosa Quintana opened a hospital in Cusco on Monday.")
RESIGNED = ("2017-03-06", "Peruvian President Rosa Quintana resigned on Monday after a scandal.")
FOLLOWED = ("2017-03-06", "Rosa Quintana resigned on Monday. Luis Paz was sworn in as the president of Peru on Monday.")
FORMER = ("2017-03-06", "Former Peruvian President Rosa Quintana opened a museum on Monday.")
BEFORE = ("2017-02-20", "The Peruvian president met doctors in Lima on Monday.")
AFTER = ("2017-03-20", "The Peruvian president met doctors in Lima on Monday.")


@pytest.mark.parametrize(
    ("reports", "holder"),
    [
        ((OPENED, RESIGNED, AFTER), "president of Peru"),
        ((OPENED, FORMER, AFTER), "president of Peru"),
        ((RESIGNED, BEFORE), "Rosa Quintana"),
        ((OPENED, RESIGNED, FOLLOWED, AFTER), "Luis Paz"),
        ((OPENED, RESIGNED, FOLLOWED, BEFORE), "Rosa Quintana"),
        ((OPENED, AFTER), "Rosa Quintana"),
    ],
)
def test_who_has_left_an_office_is_not_meant_by_it(
    nlp: "Language", workspace: Workspace, reports: tuple[tuple[str, str], ...], holder: str
) -> None:
    assert _last_office(nlp, workspace, reports) == holder


def test_nor_is_who_left_it_by_an_imported_list(nlp: "Language", workspace: Workspace, tmp_path: "Path") -> None:
    table = tmp_path / "kb.csv"
    table.write_text(
        "name,position,of,start,end\nRosa Quintana,President,Peru,2012-07-28,2017-02-28\n", encoding="utf-8"
    )
    import_knowledge([table], workspace=workspace)

    assert _last_office(nlp, workspace, (OPENED, AFTER)) == "president of Peru"


@pytest.mark.parametrize(
    ("office", "holder"),
    [
        ("The U.S. ambassador to NATO said on Wednesday that allies must pay more.", "Kurt Vollmer"),
        ("The U.S. ambassador in Ankara said on Wednesday that allies must pay more.", "John Basset"),
        ("America's NATO ambassador said on Wednesday that allies must pay more.", "Kurt Vollmer"),
        ("The German ambassador to NATO said on Wednesday that allies must pay more.", "ambassador to NATO of Germany"),
        ("The U.S. ambassador to Kenya said on Wednesday.", "ambassador to Kenya of the United States"),
        ("The U.S. ambassador said on Wednesday that allies must pay more.", "ambassador of the United States"),
    ],
)
def test_an_envoy_is_told_by_where_he_is_sent(nlp: "Language", workspace: Workspace, office: str, holder: str) -> None:
    sent = (
        ("2017-01-09", "Kurt Vollmer, the U.S. ambassador to NATO, met officials in Brussels on Monday."),
        ("2017-01-09", "U.S. Ambassador to Turkey John Basset met officials in Ankara on Monday."),
    )

    assert _last_office(nlp, workspace, (*sent, ("2017-01-11", office))) == holder


def _last_office(nlp: "Language", workspace: Workspace, reports: tuple[tuple[str, str], ...]) -> str:
    """Return who the office without a name is in the last of some reports."""
    view = View(workspace)
    with workspace.transaction():
        put_reports(nlp, workspace, [text for _, text in reports], [day for day, _ in reports])
        view.reset()
        resolve_entities(workspace, view)
        last = f"doc:{len(reports) - 1}"
        told = [e for e in view.entities() if e.id.startswith("person:") and any(m[0] == last for m in e.members)]
        (found,) = told
        return found.name

"""Knowledge in a workspace: kept under a name, imported once, forgotten without trace."""

import json
from datetime import date
from pathlib import Path

import pytest

from graphbuilder.errors import InputError, WorkspaceError
from graphbuilder.pipeline.knowledge import forget_knowledge, import_knowledge, refresh_index
from graphbuilder.workspace.knowledge import KnowledgeBase
from graphbuilder.workspace.log import Workspace

TABLE = """\
name,position,of,start,end,wikidata
Ana Ruiz,President,Chile,2014-03-11,2018-03,Q900001
Anna Ruiz,Mayor,Chile,2009,2012,Q900001
,x,,,,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Return a file of one person with two offices and two spellings, and a bad row."""
    path = tmp_path / "own.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return an empty workspace."""
    return Workspace(tmp_path / "w.sqlite")


def test_a_file_is_imported_once_and_counts_its_bad_rows(workspace: Workspace, table: Path) -> None:
    (first,) = import_knowledge([table], workspace=workspace)
    state = KnowledgeBase(workspace).state()
    assert (first.changed, first.source.people, first.source.spells, first.source.skipped) == (True, 1, 2, 1)
    assert [bad.where for bad in first.examples] == ["line 4"]
    (second,) = import_knowledge([table], workspace=workspace)
    assert (second.changed, second.source) == (False, first.source)
    assert KnowledgeBase(workspace).state() == state


def test_people_are_asked_by_name_and_by_office_on_a_day(workspace: Workspace, table: Path) -> None:
    import_knowledge([table], workspace=workspace)
    knowledge = KnowledgeBase(workspace)
    (person,) = knowledge.named("ana-ruiz")
    assert (person.id, person.name, person.aliases) == ("Q900001", "Anna Ruiz", ("Ana Ruiz",))
    assert knowledge.named("anna-ruiz") == [person]
    assert knowledge.holders("president", "country:CL", date(2018, 3, 31)) == [person]
    assert knowledge.holders("president", "country:CL", date(2018, 4, 1)) == []
    assert knowledge.holders("mayor", "country:CL", date(2009, 1, 1)) == [person]


def test_other_content_under_a_name_replaces_it_and_another_file_of_that_name_does_not(
    workspace: Workspace, table: Path, tmp_path: Path
) -> None:
    import_knowledge([table], workspace=workspace)
    table.write_text("name,wikidata\nTom Hale,Q900002\n", encoding="utf-8")
    import_knowledge([table], workspace=workspace)
    knowledge = KnowledgeBase(workspace)
    assert knowledge.named("ana-ruiz") == []
    other = tmp_path / "more" / "own.csv"
    other.parent.mkdir()
    other.write_text(TABLE, encoding="utf-8")
    import_knowledge([other], workspace=workspace)
    assert [source.name for source in knowledge.sources()] == [str(other), "own.csv"]
    assert len(knowledge.named("tom-hale")) == len(knowledge.named("ana-ruiz")) == 1


def test_sources_agree_on_a_person_by_wikidata(workspace: Workspace, table: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("name,position,of,start,qid\nAna Maria Ruiz,Senator,Chile,2020,Q900001\n", encoding="utf-8")
    import_knowledge([table, other], workspace=workspace)
    knowledge = KnowledgeBase(workspace)
    person = knowledge.person("Q900001")
    assert person.name == "Ana Maria Ruiz"
    assert {tenure.kind for tenure in person.tenures} == {"president", "mayor", "senator"}


def test_forgetting_leaves_no_trace(workspace: Workspace, table: Path) -> None:
    knowledge = KnowledgeBase(workspace)
    empty = knowledge.state()
    import_knowledge([table], workspace=workspace)
    assert forget_knowledge([str(table)], workspace=workspace) == ["own.csv"]
    assert knowledge.is_empty()
    assert knowledge.state() == empty
    with pytest.raises(WorkspaceError, match="no imported knowledge is called"):
        forget_knowledge(["own.csv"], workspace=workspace)


def test_a_file_without_people_changes_nothing(workspace: Workspace, table: Path) -> None:
    import_knowledge([table], workspace=workspace)
    table.write_text("name,start\n,2014\n", encoding="utf-8")
    with pytest.raises(InputError, match="holds no person that could be read; first: line 2: the name is missing"):
        import_knowledge([table], workspace=workspace)
    assert len(KnowledgeBase(workspace).named("ana-ruiz")) == 1


def test_the_index_is_made_anew_by_other_rules(workspace: Workspace, table: Path) -> None:
    import_knowledge([table], workspace=workspace)
    knowledge = KnowledgeBase(workspace)
    before = knowledge.named("ana-ruiz")
    with workspace.transaction():
        knowledge.clear_index()
        workspace.keep_note("knowledge index", "older rules")
        refresh_index(workspace)
    assert knowledge.named("ana-ruiz") == before


def test_a_membership_of_a_house_is_a_seat_of_its_country_and_party(workspace: Workspace, tmp_path: Path) -> None:
    term = {"id": "term/1", "name": "t", "start_date": "2013-01-01", "end_date": "2017-12-31"}
    houses = {"velm": ("Bundestag", "area/1"), "arla": ("House of Representatives", "ocd-division/country:us/state:ak")}
    for name, (house, area) in houses.items():
        membership = {"person_id": "p1", "organization_id": "h", "role": "member", "legislative_period_id": "term/1"}
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps({
            "persons": [{"id": "p1", "name": f"Hanna {name.title()}"}],
            "organizations": [
                {"id": "h", "name": house, "classification": "legislature"}, {"id": "g", "name": "Dawn Party"}
            ],
            "events": [term],
            "memberships": [{**membership, "on_behalf_of_id": "g", "area_id": area}],
        }), encoding="utf-8")  # fmt: skip
        import_knowledge([path], workspace=workspace)
    knowledge, day = KnowledgeBase(workspace), date(2015, 3, 2)
    seats = {of: [known.name for known in knowledge.holders("member of parliament", of, day)] for of in
             ("country:DE", "country:US", "dawn party")}  # fmt: skip
    assert seats == {
        "country:DE": ["Hanna Velm"], "country:US": ["Hanna Arla"], "dawn party": ["Hanna Arla", "Hanna Velm"],
    }  # fmt: skip
    assert knowledge.holders("member of parliament", "country:DE", date(2018, 1, 1)) == []

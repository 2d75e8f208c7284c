"""The workspace log."""

from datetime import date
from pathlib import Path

import pytest

from graphbuilder.errors import WorkspaceError
from graphbuilder.records.annotation import Annotation, Extractor
from graphbuilder.records.document import Document, document_id
from graphbuilder.records.identity import digest
from graphbuilder.workspace.log import Workspace

EXTRACTOR = Extractor(name="graphbuilder", version="1", model="m 1")


def document(text: str, origin: str, url: str | None = None) -> Document:
    sha256 = digest(text)
    found = document_id(url=url, source=None, title="", published=date(2021, 3, 4), sha256=sha256)
    return Document(id=found, text=text, sha256=sha256, url=url, published=date(2021, 3, 4), origin=origin)


def keep(workspace: Workspace, *documents: Document) -> None:
    with workspace.transaction():
        for item in documents:
            workspace.put(item, Annotation(document_id=item.id, extractor=EXTRACTOR), b"")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "w.sqlite")


def test_documents_come_back_as_they_were(workspace: Workspace) -> None:
    first, second = document("One.", "/n/a.txt"), document("Two.", "/n/b.txt")
    keep(workspace, second, first)
    found = [(item, annotation.extractor) for item, annotation in workspace.annotated()]
    assert found == sorted([(first, EXTRACTOR), (second, EXTRACTOR)], key=lambda pair: pair[0].id)


def test_a_changed_file_replaces_what_it_said(workspace: Workspace) -> None:
    keep(workspace, document("Old.", "/n/a.txt"))
    new = document("New.", "/n/a.txt")
    keep(workspace, new)
    assert [item.id for item, _ in workspace.annotated()] == [new.id]


def test_a_document_read_from_two_places_goes_with_the_last(workspace: Workspace) -> None:
    here, there = document("Same.", "/n/a.txt"), document("Same.", "/n/b.txt")
    keep(workspace, here, there)
    assert workspace.count() == 1
    keep(workspace, document("Other.", "/n/a.txt"))
    assert workspace.count() == 2
    keep(workspace, document("Third.", "/n/b.txt"))
    assert here.id not in {item.id for item, _ in workspace.annotated()}


@pytest.mark.parametrize("name", ["/n/wire.jsonl:1", "/n/wire.jsonl", "https://example.org/1", "/n"])
def test_a_document_is_removed_by_any_of_its_names(workspace: Workspace, name: str) -> None:
    gone = document("Row.", "/n/wire.jsonl:1", url="https://example.org/1")
    stays = document("Stays.", "/other/a.txt")
    keep(workspace, gone, stays)
    assert workspace.remove(name) == [gone.id]
    assert [item.id for item, _ in workspace.annotated()] == [stays.id]


def test_removing_what_is_not_there_says_so(workspace: Workspace) -> None:
    with pytest.raises(WorkspaceError, match="holds no document 'nothing'"):
        workspace.remove("nothing")


def test_a_failed_transaction_leaves_nothing(workspace: Workspace) -> None:
    item = document("Half.", "/n/a.txt")

    def fail() -> None:
        with workspace.transaction():
            workspace.put(item, Annotation(document_id=item.id, extractor=EXTRACTOR), b"")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert workspace.count() == 0


def test_another_extractor_means_annotating_again(workspace: Workspace) -> None:
    item = document("One.", "/n/a.txt")
    keep(workspace, item)
    assert workspace.has_annotation(item.id, EXTRACTOR)
    assert not workspace.has_annotation(item.id, Extractor(name="graphbuilder", version="2", model="m 1"))


def test_the_state_changes_with_the_documents_only(workspace: Workspace) -> None:
    empty = workspace.state()
    first, second = document("One.", "/n/a.txt"), document("Two.", "/n/b.txt")
    keep(workspace, first, second)
    both = workspace.state()
    keep(workspace, second, first)
    assert workspace.state() == both != empty


def test_a_file_that_is_no_workspace_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "w.sqlite"
    path.write_text("not a database, but long enough to be looked at as one" * 100)
    with pytest.raises(WorkspaceError, match=r"w\.sqlite cannot be opened"):
        Workspace(path)


def test_a_newer_workspace_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "w.sqlite"
    with Workspace(path) as workspace:
        workspace.keep_note("version", "99")
    with pytest.raises(WorkspaceError, match="newer graphbuilder"):
        Workspace(path)

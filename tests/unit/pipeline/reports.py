"""Short reports in a workspace, annotated; of 1 March 2015, where no days are given."""

from datetime import date
from typing import TYPE_CHECKING

from graphbuilder.nlp.pipeline import Annotator
from graphbuilder.records.document import Document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language

    from graphbuilder.workspace.log import Workspace


def put_reports(nlp: "Language", workspace: "Workspace", texts: "Sequence[str]", days: "Sequence[str]" = ()) -> None:
    """Put one document for each text into the workspace, "doc:0" and on; the caller opens the transaction."""
    documents = [
        Document(
            id=f"doc:{number}",
            text=text,
            title="",
            published=date.fromisoformat(days[number]) if days else date(2015, 3, 1),
            sha256=f"{number:064}",
            origin=f"{number}.txt",
        )
        for number, text in enumerate(texts)
    ]
    for document, annotation in zip(documents, Annotator(nlp).annotate(documents), strict=True):
        workspace.put(document, annotation, b"")

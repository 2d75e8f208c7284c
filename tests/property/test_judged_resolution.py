"""Resolution with knowledge and judgements does not depend on the order of the documents, and is undone without trace."""

from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuilder.errors import JudgementError
from graphbuilder.pipeline.judging import merge, split, undo
from graphbuilder.pipeline.knowledge import import_knowledge
from graphbuilder.pipeline.resolved import resolved
from graphbuilder.records.annotation import (
    Annotation,
    EntityMention,
    EntityType,
    Extractor,
    LocalEntity,
    PositionMention,
    Sentence,
)
from graphbuilder.records.document import Document
from graphbuilder.workspace.log import Workspace

NAMES = ("Ana Ruiz", "Ruiz", "A. Ruiz", "Tom Hale", "Hale", "president of Chile")
BESIDE = ("Oslo", "Grain Board", "Lisbon")
CHILE = LocalEntity(type=EntityType.PLACE, name="Chile", key="country:CL", is_country=True)
TABLE = "name,position,of,start,end,wikidata\nAna Ruiz,president,Chile,2014-03-11,,Q900001\n"

reports = st.lists(
    st.tuples(
        st.sampled_from(NAMES), st.sampled_from(BESIDE), st.sampled_from(BESIDE), st.booleans(), st.integers(1, 28)
    ),
    min_size=2,
    max_size=7,
)  # fmt: skip
wishes = st.lists(st.tuples(st.sampled_from(("merge", "split")), st.integers(0, 9), st.integers(0, 9)), max_size=4)


def annotation(
    number: int, name: str, first: str, second: str, *, office: bool, day: int
) -> tuple[Document, Annotation]:
    """Return a document that names somebody beside two others, perhaps as the president of Chile."""
    key = f"doc:{number}"
    role = name.startswith("president")
    people = LocalEntity(
        type=EntityType.PERSON, name=name, kind="role" if role else None, affiliations=(1,) if role else ()
    )
    beside = (LocalEntity(type=EntityType.ORGANIZATION, name=other) for other in (first, second))
    entities = (people, CHILE, *beside)
    held = PositionMention(start_char=0, end_char=1, sentence=0, holder=0, title="President", kind="president", of=1)
    document = Document(
        id=key, text=f"{number}. ", sha256="0" * 64, title=name, published=date(2015, 3, day),
        published_basis="given", origin=f"{key}.txt",
    )  # fmt: skip
    return document, Annotation(
        document_id=key,
        extractor=Extractor(name="g", version="1", model="m"),
        sentences=(Sentence(start_char=0, end_char=2, index=0),),
        mentions=tuple(
            EntityMention(start_char=0, end_char=1, sentence=0, form="name", entities=(index,))
            for index in range(len(entities))
            if index != 1 or office
        ),
        entities=entities,
        positions=(held,) if office and not role else (),
    )


def people(workspace: Workspace) -> list[tuple[str, str, tuple[tuple[str, int], ...], str | None]]:
    with resolved(workspace, "entity") as found:
        return [(e.id, e.name, e.members, e.wikidata) for e in found.view.entities() if e.id.startswith("person:")]


def judge(workspace: Workspace, wanted: list[tuple[str, int, int]]) -> int:
    """Make the judgements that can be made; return how many."""
    made = 0
    for decision, left, right in wanted:
        ids = [person[0] for person in people(workspace)]
        ours, theirs = ids[left % len(ids)], ids[right % len(ids)]
        try:
            made += len(
                [merge(workspace, "entity", ours, theirs)] if decision == "merge" else split(workspace, "entity", ours)
            )
        except JudgementError:
            continue
    return made


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=reports, wanted=wishes, seed=st.integers(0, 99), informed=st.booleans())
def test_order_does_not_matter_with_knowledge_and_judgements(
    rows: list[tuple[str, str, str, bool, int]], wanted: list[tuple[str, int, int]], seed: int, *, informed: bool
) -> None:
    documents = [
        annotation(number, name, first, second, office=office, day=day)
        for number, (name, first, second, office, day) in enumerate(rows)
    ]
    with TemporaryDirectory() as name:
        folder = Path(name)
        table = folder / "own.csv"
        table.write_text(TABLE, encoding="utf-8")
        with Workspace(folder / "a.sqlite") as workspace, Workspace(folder / "b.sqlite") as other:
            for document, found in documents:
                workspace.put(document, found, b"")
            if informed:
                import_knowledge([table], workspace=workspace)
            before = people(workspace)
            made = judge(workspace, wanted)
            judged = people(workspace)
            Random(seed).shuffle(documents)  # noqa: S311 - an order, not a secret
            for document, found in documents:
                workspace.remove(document.id)
                workspace.put(document, found, b"")
            assert people(workspace) == judged
            for document, found in documents:
                other.put(document, found, b"")
            if informed:
                import_knowledge([table], workspace=other)
            assert people(other) == before
            for _ in range(made):
                undo(workspace, "entity")
            assert people(workspace) == before

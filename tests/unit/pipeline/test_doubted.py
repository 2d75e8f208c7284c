"""Where a report itself speaks against the shipped table of office holders."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.pipeline import Annotator
from graphbuilder.pipeline.doubted import doubted
from graphbuilder.records.document import Document
from graphbuilder.resolve.entities import entity_candidates

if TYPE_CHECKING:
    from spacy.language import Language


def taken(nlp: "Language", text: str, title: str = "") -> bool:
    """Return whether the table may say who the one office without a name of a report of 12 May 2022 was."""
    day = date(2022, 5, 12)
    document = Document(id="doc:1", text=text, title=title, published=day, sha256="0" * 64)
    (annotation,) = Annotator(nlp).annotate([document])
    candidates = entity_candidates(annotation, day)
    assert any(candidate.role is not None for candidate in candidates)
    return not doubted(document, annotation, candidates)


FLIES = "The Japanese prime minister flew to Manila on Tuesday. "


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (FLIES + "The visit lasts three days. Haruto Okabe will open a port.", ""),
        (FLIES + "Mr Okabe will be back on Friday.", ""),
        (FLIES + "Japan's Haruto Okabe waved.", ""),
        ("Haruto Okabe flew to Manila. The Japanese prime minister will be back on Friday.", ""),
        (FLIES, "Haruto Okabe flies to Manila"),
        (FLIES, "Okabe to open port"),
        (FLIES, "Kenji Okabe Opens Port In Manila"),
        ("The presidents of Kenya and Uganda met. Kenya's Amina Odhiambo and Uganda's Peter Ssekandi shook hands.", ""),
        ("The presidents of Ghana and Togo met. Presidents Kwesi Adomako and Komla Agbeko signed.", ""),
        (FLIES + "He met President Lita Ramos of the Philippines.", ""),  # the table has another there
        ("In 1994 the French president sold two ships to Chad. They sank.", ""),
    ],
)  # fmt: skip
def test_the_table_is_silent_where_the_report_may_name_the_holder(nlp: "Language", text: str, title: str) -> None:
    assert not taken(nlp, text, title)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (FLIES, ""),
        (FLIES, "Japan to send ships to Manila"),
        (FLIES, "Japanese Prime Minister Flies To Manila"),
        (FLIES + "He met Ida Roe, the mayor of Oslo.", ""),
        (FLIES + "Luis Ramos, a baker, sold bread to the guests.", ""),
        (FLIES + "His spokeswoman, Mika Sato, gave no reason.", ""),
        (FLIES + "He will meet Olaf Scholz next.", ""),  # whom the table knows
        (FLIES + "Luis Ramos thanked Kishida for the port.", ""),  # its own holder is named
    ],
)
def test_the_table_speaks_where_everybody_named_is_somebody_else(nlp: "Language", text: str, title: str) -> None:
    assert taken(nlp, text, title)

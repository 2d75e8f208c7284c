"""What joins two given parties, on own sentences; also parties that the entity layer knows nothing of."""

import re
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.what.given import GivenSpan
from graphbuilder.nlp.what.plover import Convention
from graphbuilder.nlp.what.relation import Relation, relation_between
from graphbuilder.nlp.who.layer import EntityLayer
from tests.unit.nlp.what.cast import layer_of
from tests.unit.nlp.what.pairs import PAIRS

if TYPE_CHECKING:
    from spacy.language import Language

ROWS = [pytest.param(text, kind, id=text[:60]) for kind, texts in PAIRS.items() for text in texts]
ROOTS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""The two yielding types as the pair sets count them."""


def joined(
    nlp: "Language", marked: str, *, known: bool = True, convention: Convention = Convention.MANUAL
) -> Relation | None:
    """Return what joins the marked parties; `known` says whether the entity layer has them."""
    text = re.sub(r"[\[\]{}]", "", marked)
    spans = []
    for left, right in ("[]", "{}"):
        start = len(re.sub(r"[\[\]{}]", "", marked[: marked.index(left)]))
        end = len(re.sub(r"[\[\]{}]", "", marked[: marked.index(right)]))
        spans.append([GivenSpan(start, end)])
    layer = layer_of(text) if known else EntityLayer()
    return relation_between(nlp(text), layer, *spans, convention=convention)


@pytest.mark.parametrize(("marked", "kind"), ROWS)
def test_pair(nlp: "Language", marked: str, kind: str) -> None:
    found = joined(nlp, marked)
    assert found is not None
    assert ROOTS.get(found.code.plover or "", found.code.plover) == kind

"""What joins two given parties, on own sentences; also parties that the entity layer knows nothing of."""

import re
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.what.coder import find_events
from graphbuilder.nlp.what.given import GivenSpan, admit
from graphbuilder.nlp.what.plover import Convention
from graphbuilder.nlp.what.relation import Relation, relation_between
from graphbuilder.nlp.what.tree import Tree
from graphbuilder.nlp.who.layer import EntityLayer
from graphbuilder.records.annotation import EntityMention, EntityType, LocalEntity
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


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("[Zorvan] attacked {Melka} on Monday.", "ASSAULT"),
        ("[Zorvan] and {Melka} signed a treaty.", "SUPPORT"),
        ("[Zorvan] asked {Melka} for weapons.", "REQUEST"),
    ],
)
def test_parties_that_no_layer_knows(nlp: "Language", marked: str, kind: str) -> None:
    found = joined(nlp, marked, known=False)
    assert found is not None
    assert found.code.plover == kind


def test_the_answer_says_where_and_why(nlp: "Language") -> None:
    found = joined(nlp, "[Novak] refused to meet {Lind}.")
    assert found is not None
    assert (found.label, found.rule, found.status.value) == ("Rejection", "verb:refuse", "actual")
    assert "Novak refused to meet Lind."[found.start_char : found.end_char] == "refused"


def test_speech_gives_way_to_what_is_said(nlp: "Language") -> None:
    found = joined(nlp, "[Russia] said it would attack {Poland}.")
    assert found is not None
    assert (found.label, found.code.plover) == ("Threat", "THREATEN")


def test_a_bystander_that_speaks_is_no_party(nlp: "Language") -> None:
    found = joined(nlp, "[Gunmen] killed {Okello}, officials said.")
    assert found is not None
    assert found.code.plover == "ASSAULT"


def test_nothing_joins_parties_without_an_event(nlp: "Language") -> None:
    assert joined(nlp, "[Novak] is taller than {Lind}.") is None


def test_the_convention_can_be_chosen(nlp: "Language") -> None:
    found = joined(nlp, "[Iran] agreed to release {prisoners}.", convention=Convention.DATA)
    assert found is not None
    assert found.code.plover == "AGREE"


def test_a_name_of_a_gazetteer_stands_for_the_actor(nlp: "Language") -> None:
    text = "Zorvan attacked the Melkan army."
    layer, side = admit(Tree(nlp(text)), EntityLayer(), [GivenSpan(0, 6, "ZORVAN"), GivenSpan(20, 26, "MELKA")])
    assert sorted(layer.entities[number].name for number in side.entities) == ["MELKA", "ZORVAN"]
    events = find_events(nlp(text), layer, (), published=None)
    assert [layer.entities[argument.entity].name for argument in events[0].arguments][:1] == ["ZORVAN"]


def test_known_entities_are_kept(nlp: "Language") -> None:
    text = "Novak met Lind."
    before = layer_of(text)
    layer, side = admit(Tree(nlp(text)), before, [GivenSpan(0, 5), GivenSpan(400, 410)])
    assert layer.entities == before.entities
    assert {layer.entities[number].name for number in side.entities} == {"Novak"}


@pytest.mark.parametrize("text", ["Zorvan miners met Novak.", "The miners of Zorvan met Novak."])
def test_a_given_name_inside_a_phrase_is_what_the_phrase_is_of(nlp: "Language", text: str) -> None:
    start = text.index("Zorvan")
    tree = Tree(nlp(text))
    miners = text.index("miners")
    before = EntityLayer(
        mentions=(
            EntityMention(
                start_char=min(start, miners), end_char=miners + 6, sentence=0, form="nominal", entities=(0,)
            ),
        ),
        entities=(LocalEntity(type=EntityType.GROUP, name="miners"),),
    )

    layer, _ = admit(tree, before, [GivenSpan(start, start + 6, "ZORVAN")])

    assert [layer.entities[of].name for of in layer.entities[0].affiliations] == ["ZORVAN"]
    assert {entity for mention in layer.mentions for entity in mention.entities} == {0, 1}

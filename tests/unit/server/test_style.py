"""The look of the graph follows the schema, and the label that should decide is listed last."""

import re

import pytest

from graphbuilder.graph.schema import ENTITY_LABELS, KEY_LABELS, LABEL_SETS, RELATIONSHIP_TYPES
from graphbuilder.ontology import EVENT_LABELS, QUADS, load_ontology
from graphbuilder.server.style import EVENT_CAPTION, NODE_COLOURS, QUAD_COLOURS, WEIGHTS, event_colour, style_rules

SORTED_LABEL_SETS = sorted(LABEL_SETS, key=sorted)


def label_name(labels: frozenset[str]) -> str:
    return "-".join(sorted(labels))


def merged(labels: frozenset[str]) -> dict[str, str]:
    """Merge the rules of a node's labels as the Browser does: in file order, the last one wins."""
    result: dict[str, str] = {}
    for selector, rule in style_rules().items():
        if selector == "node" or selector.removeprefix("node.") in labels:
            result |= rule
    return result


def test_every_label_and_relationship_type_has_a_rule() -> None:
    labels = {*KEY_LABELS, *ENTITY_LABELS, "Country", *EVENT_LABELS, *WEIGHTS}

    assert set(style_rules()) == {
        "node",
        "relationship",
        *(f"node.{label}" for label in labels),
        *(f"relationship.{name}" for name in RELATIONSHIP_TYPES),
    }


@pytest.mark.parametrize("labels", SORTED_LABEL_SETS, ids=label_name)
def test_the_most_specific_label_decides_the_colour(labels: frozenset[str]) -> None:
    specific = labels - {"Entity", "Event"} or labels
    label = "Country" if "Country" in specific else next(iter(specific))

    expected = event_colour(label) if label in EVENT_LABELS else NODE_COLOURS[label]

    assert merged(labels)["color"] == expected
    assert merged(labels)["caption"] == (EVENT_CAPTION if label in EVENT_LABELS else "{name}")


def test_events_are_coloured_by_the_quad_class_of_their_type() -> None:
    ontology = load_ontology()

    assert set(QUAD_COLOURS) == {*QUADS, None}
    assert len(set(QUAD_COLOURS.values())) == 5
    assert event_colour("Meeting") == QUAD_COLOURS["verbal cooperation"]
    assert event_colour("Aid") == QUAD_COLOURS["material cooperation"]
    assert event_colour("Threat") == QUAD_COLOURS["verbal conflict"]
    assert event_colour("Arrest") == QUAD_COLOURS["material conflict"]
    assert event_colour("Statement") == QUAD_COLOURS[None]
    for label in EVENT_LABELS:
        assert event_colour(label) == QUAD_COLOURS[ontology.quad(ontology.labels[label].plover)]


def test_a_relationship_shows_its_type_and_participation_its_role() -> None:
    rules = style_rules()

    captions = {name: rules[f"relationship.{name}"]["caption"] for name in RELATIONSHIP_TYPES}

    assert captions.pop("PARTICIPATED_IN") == "{role}"
    assert set(captions.values()) == {"<type>"}


def test_every_rule_has_both_a_colour_and_a_caption_and_its_text_can_be_read() -> None:
    for selector, rule in style_rules().items():
        assert re.fullmatch(r"#[0-9A-F]{6}", rule["color"]), selector
        assert rule["caption"], selector
        if selector.startswith("node"):
            assert abs(brightness(rule["color"]) - brightness(rule["text-color-internal"])) > 0.35, selector


def brightness(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize(
    "labels", [{"Entity", "Person"}, {"Country", "Entity", "Place"}, {"Event", "Meeting"}], ids=sorted
)
def test_weight_decides_the_size_and_nothing_else(labels: set[str], weight: str) -> None:
    plain, heavy = merged(frozenset(labels)), merged(frozenset({*labels, weight}))

    assert heavy == {**plain, **WEIGHTS[weight]}
    for name in ("diameter", "font-size"):
        assert int(plain[name].removesuffix("px")) < int(heavy[name].removesuffix("px"))

"""The look of the graph in Neo4j Browser, made from the schema and the ontology: the JSON form of a .grass file.

The Browser merges the rules of all labels of a node in file order and the last one wins, and it puts a label that has no rule
last with a colour of its own. So every label of the schema is listed, general ones first, the one that should decide last. Sizes
stand before all of them, in rules of their own: colour says what a node is, size how much is told of it.
"""

from graphbuilder.graph.schema import ENTITY_LABELS, KEY_LABELS, RELATIONSHIP_TYPES
from graphbuilder.ontology import EVENT_LABELS, load_ontology

Rules = dict[str, dict[str, str]]

QUAD_COLOURS = {
    "verbal cooperation": "#8CC269",
    "material cooperation": "#2F8F5B",
    "verbal conflict": "#F2A33A",
    "material conflict": "#D64545",
    None: "#B7A48B",
}
"""Fill colours of events by quad class; the last for labels outside of it (a plain statement, an appointment)."""

NODE_COLOURS = {
    "Document": "#D9DEE4",
    "Sentence": "#EEF0F3",
    "Topic": "#F4E3A1",
    "Position": "#C9B6E4",
    "Entity": "#9AA8B8",
    "Event": QUAD_COLOURS[None],
    "Group": "#7B8FD1",
    "Organization": "#8E6CC0",
    "Person": "#3F7FD0",
    "Place": "#4BB0A9",
    "Country": "#23807F",
}
"""Fill colours of every label that is not an event's."""

DIAMETERS = {"Document": "100px", "Sentence": "80px", "Topic": "100px"}
"""Of nodes that have no weight; the others keep the diameter of their weight."""

PLAIN = {"diameter": "140px", "font-size": "21px"}
"""Size of what is told of seldom; ten letters of its caption fit on a line.

The Browser keeps 90 px free between two circles that are joined, whatever their size, and shrinks the picture until it fits its
frame: the larger the circles, the larger the share of the picture that can be read.
"""

WEIGHTS = {
    "Weight2": {"diameter": "156px", "font-size": "24px"},
    "Weight3": {"diameter": "176px", "font-size": "27px"},
    "Weight4": {"diameter": "200px", "font-size": "30px"},
}
"""Sizes of what is told of often. A style cannot draw by a property, so cypher/write/weigh.cypher puts these labels on."""

EVENT_CAPTION = "{type} {start} {status}"
"""What, whether it happened, and when: who took part is on the arrows, and a whole name fits into no circle."""

CAPTIONS = {"PARTICIPATED_IN": "{role}"}
"""Captions of relationships; the type where none is given."""

RELATIONSHIP_COLOURS = {
    "PARTICIPATED_IN": "#5C7A9E",
    "CONTENT": "#C46A1B",
    "PART_OF": "#6D5BA8",
    "AFTER": "#6D5BA8",
    "HOLDS": "#8E6CC0",
    "OF": "#8E6CC0",
    "LOCATED_IN": "#23807F",
    "DESTINATION": "#23807F",
    "ORIGIN": "#23807F",
}
"""Colours of the relationships that a reader follows; the rest stay grey."""

_GREY = "#A5ABB6"


def event_colour(label: str) -> str:
    """Return the fill colour of an event label: that of the quad class of its PLOVER type."""
    ontology = load_ontology()
    return QUAD_COLOURS[ontology.quad(ontology.labels[label].plover)]


def style_rules() -> Rules:
    """Return the style as the Browser keeps it: selector -> properties, in the order in which rules are merged."""
    rules = {
        "node": {**_node(_GREY), **PLAIN},
        "relationship": {
            "color": _GREY, "shaft-width": "1px", "font-size": "14px", "padding": "3px",
            "text-color-external": "#000000", "text-color-internal": "#FFFFFF", "caption": "<type>",
        },
    }  # fmt: skip
    for label, size in WEIGHTS.items():
        rules[f"node.{label}"] = {**_node(_GREY), **size}
    kinds = [*sorted(set(ENTITY_LABELS) - {"Place"}), "Place", "Country"]
    for label in (*KEY_LABELS, *kinds):
        fixed = {"diameter": DIAMETERS[label], "font-size": "15px"} if label in DIAMETERS else {}
        rules[f"node.{label}"] = {**_node(NODE_COLOURS[label]), **fixed}
    for label in EVENT_LABELS:
        rules[f"node.{label}"] = _node(event_colour(label), EVENT_CAPTION)
    for name in RELATIONSHIP_TYPES:
        rules[f"relationship.{name}"] = {
            "color": RELATIONSHIP_COLOURS.get(name, _GREY),
            "shaft-width": "2px" if name in RELATIONSHIP_COLOURS else "1px",
            "caption": CAPTIONS.get(name, "<type>"),
        }
    return rules


def _node(colour: str, caption: str = "{name}") -> dict[str, str]:
    return {
        "color": colour,
        "border-color": _mixed(colour, "#000000", 0.25),
        "border-width": "2px",
        "text-color-internal": "#FFFFFF" if _luminance(colour) < 0.5 else "#1B2733",
        "caption": caption,
    }


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _mixed(colour: str, other: str, share: float) -> str:
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a * (1 - share) + b * share):02X}" for a, b in pairs)


def _luminance(colour: str) -> float:
    red, green, blue = _channels(colour)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255

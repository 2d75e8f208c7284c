"""A page of one file that draws a graph by itself, in the colours of the Browser's style: no server, no other file, no network.

Names and sentences are data: they go into the page as JSON and onto the screen as text, and the page forbids itself every request
and every script but its own.
"""

import base64
import hashlib
import html
from collections.abc import Mapping, Sequence
from importlib.resources import files

import msgspec

from graphbuilder.errors import ServerError
from graphbuilder.graph.schema import KEY_LABELS
from graphbuilder.ontology import EVENT_LABELS
from graphbuilder.server.style import NODE_COLOURS, QUAD_COLOURS, RELATIONSHIP_COLOURS, event_colour

NO_QUAD = "neither"
"""What the legend calls events that are neither cooperation nor conflict."""
_GREY = "#A5ABB6"

Part = Mapping[str, object]


def render_picture(title: str, nodes: Sequence[Part], relationships: Sequence[Part]) -> str:
    """Return the page.

    Args:
        title: Shown above the picture.
        nodes: Each with `id`, `labels` and `properties` (of which `name`, and a count of mentions or sources for its size).
        relationships: Each with `type`, `start` and `end` (ids of `nodes`) and `properties`.
    """
    places = {node["id"]: place for place, node in enumerate(nodes)}
    data = {
        "nodes": [_node(node) for node in nodes],
        "links": [_link(one, places) for one in relationships],
        "legend": _legend(nodes),
    }
    script, style, page = (_asset(f"picture.{suffix}") for suffix in ("js", "css", "html"))
    values = {
        "title": html.escape(title),
        "policy": f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src '{_hash(script)}'",
        "style": style,
        "script": script,
        "data": msgspec.json.encode(data, order="sorted").decode().replace("<", "\\u003c").replace("\u2028", "\\u2028"),
    }
    head, *rest = page.split("{{")
    parts = [head]
    for piece in rest:
        name, _, after = piece.partition("}}")
        parts += [values[name], after]
    return "".join(parts)


def _node(node: Part) -> dict[str, object]:
    properties = node["properties"]
    labels = node["labels"]
    if not isinstance(properties, Mapping) or not isinstance(labels, Sequence):
        raise ServerError(f"{node['id']}: a node to draw needs labels and properties")
    kind, colour = _kind(labels)
    weight = properties.get("mention_count" if kind not in EVENT_LABELS else "source_count", 1)
    return {
        "name": str(properties.get("name") or node["id"]),
        "caption": _caption(kind, properties) or str(properties.get("name") or node["id"]),
        "kind": kind,
        "colour": colour,
        "weight": weight if isinstance(weight, int | float) else 1,
        "faint": properties.get("status", "actual") != "actual",
        "shown": {key: value for key, value in sorted(properties.items()) if key != "name"},
    }


def _caption(kind: str, properties: Mapping[str, object]) -> str:
    """Return the caption of an event, short as in the Browser: "Meeting 2031-03-20 (cancelled)"; nothing for other nodes."""
    if kind not in EVENT_LABELS:
        return ""
    status = str(properties.get("status") or "actual")
    day = str(properties.get("start") or "")
    return " ".join(filter(None, (kind, day, "" if status == "actual" else f"({status})")))


def _link(one: Part, places: Mapping[object, int]) -> dict[str, object]:
    kind, properties = str(one["type"]), one["properties"]
    shown = dict(sorted(properties.items())) if isinstance(properties, Mapping) else {}
    return {
        "from": places[one["start"]],
        "to": places[one["end"]],
        "caption": str(shown.get("role") or kind.lower().replace("_", " ")),
        "colour": RELATIONSHIP_COLOURS.get(kind, _GREY),
        "kind": kind,
        "shown": shown,
    }


def _kind(labels: Sequence[object]) -> tuple[str, str]:
    """Return the label that decides, and its colour."""
    for label in EVENT_LABELS:
        if label in labels:
            return label, event_colour(label)
    for label in reversed(NODE_COLOURS):
        if label in labels:
            return label, NODE_COLOURS[label]
    return str(labels[0] if labels else ""), _GREY


def _legend(nodes: Sequence[Part]) -> list[tuple[str, str]]:
    """Return the kinds that are in the picture with their colours: entities first, then classes of events."""
    found = {_kind(labels) for node in nodes if isinstance(labels := node["labels"], Sequence)}
    kinds = sorted(pair for pair in found if pair[0] not in (*EVENT_LABELS, *KEY_LABELS[:2]))
    events = {colour for kind, colour in found if kind in EVENT_LABELS}
    return kinds + [(quad or NO_QUAD, colour) for quad, colour in QUAD_COLOURS.items() if colour in events]


def _asset(name: str) -> str:
    return (files("graphbuilder") / "server" / "assets" / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"

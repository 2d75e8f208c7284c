"""The page that draws a graph: whole, the same every time, and closed to what a name could smuggle in."""

import base64
import hashlib
import json
import re

import pytest

from graphbuilder.server.picture import render_picture
from graphbuilder.server.style import NODE_COLOURS, event_colour

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u2028"
NODES: list[dict[str, object]] = [
    {"id": "person:a", "labels": ["Entity", "Person"], "properties": {"id": "person:a", "name": HOSTILE, "mention_count": 9}},
    {"id": "place:country:n", "labels": ["Country", "Entity", "Place"], "properties": {"name": "Norland"}},
    {
        "id": "event:meeting-1", "labels": ["Event", "Meeting"],
        "properties": {"id": "event:meeting-1", "name": "Talks", "start": "2031-03-20", "status": "cancelled", "source_count": 3},
    },
]  # fmt: skip
LINKS: list[dict[str, object]] = [
    {
        "type": "PARTICIPATED_IN",
        "start": "person:a",
        "end": "event:meeting-1",
        "properties": {"role": "host", "confidence": 0.9},
    },
    {"type": "LOCATED_IN", "start": "event:meeting-1", "end": "place:country:n", "properties": {}},
]


@pytest.fixture(scope="module")
def page() -> str:
    return render_picture(f"Who & what {HOSTILE}", NODES, LINKS)


def data_of(page: str) -> dict[str, list[dict[str, object]]]:
    found = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    loaded: dict[str, list[dict[str, object]]] = json.loads(found[1])
    return loaded


def test_nodes_have_the_colours_of_the_style_and_the_size_of_their_weight(page: str) -> None:
    nodes = data_of(page)["nodes"]
    assert [node["colour"] for node in nodes] == [
        NODE_COLOURS["Person"],
        NODE_COLOURS["Country"],
        event_colour("Meeting"),
    ]
    assert [node["weight"] for node in nodes] == [9, 1, 3]
    assert [node["faint"] for node in nodes] == [False, False, True]
    assert [node["kind"] for node in nodes] == ["Person", "Country", "Meeting"]


def test_events_have_short_captions_and_others_their_name(page: str) -> None:
    assert [node["caption"] for node in data_of(page)["nodes"]] == [
        HOSTILE,
        "Norland",
        "Meeting 2031-03-20 (cancelled)",
    ]
    plain = [{"id": "event:trip-1", "labels": ["Event", "Trip"], "properties": {"name": "Trip: Ana Ruiz"}}]
    assert data_of(render_picture("x", plain, []))["nodes"][0]["caption"] == "Trip"


def test_links_name_the_role_or_the_type(page: str) -> None:
    links = data_of(page)["links"]
    assert [(link["from"], link["to"], link["caption"]) for link in links] == [(0, 2, "host"), (2, 1, "located in")]


def test_the_legend_has_the_kinds_that_are_there(page: str) -> None:
    assert [pair[0] for pair in json.loads(json.dumps(data_of(page)["legend"]))] == [
        "Country",
        "Person",
        "verbal cooperation",
    ]


def test_a_name_is_data_and_the_title_text(page: str) -> None:
    assert data_of(page)["nodes"][0]["name"] == HOSTILE
    assert page.count("<script") == 2
    assert "<img" not in page
    assert page == render_picture(f"Who & what {HOSTILE}", NODES, LINKS)


def test_the_page_allows_its_own_script_and_style_and_no_request(page: str) -> None:
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert found is not None
    for tag in ("style", "script"):
        content = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in found[1]
    assert found[1].startswith("default-src 'none'; img-src data:;")
    assert not re.search(r"""(?:src|href)=["']https?:|@import|url\(['"]?http""", page)

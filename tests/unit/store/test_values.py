from datetime import UTC, date, datetime, timedelta, timezone

import neo4j.spatial
import neo4j.time
import pytest
from hypothesis import given

from graphbuilder.errors import StoreError
from graphbuilder.graph.elements import Element, encode
from graphbuilder.graph.schema import NODE_PROPERTIES
from graphbuilder.store.values import decode, decode_key, from_server, plain, to_server
from tests.factories import document, entity, event, graphs, small_graph


@given(graphs())
def test_decode_is_the_inverse_of_encode(graph: list[Element]) -> None:
    assert [decode(encode(element)) for element in graph] == graph


def test_the_small_graph_comes_back_with_its_dates() -> None:
    graph = small_graph()

    assert [decode(encode(element)) for element in graph] == graph


def test_a_date_is_a_date_only_where_one_is_declared() -> None:
    node = document("x", title="2017-07-05", published=date(2017, 7, 5))

    assert decode(encode(node)).properties["title"] == "2017-07-05"
    assert decode(encode(node)).properties["published"] == date(2017, 7, 5)


def test_a_whole_number_written_for_a_float_is_one() -> None:
    line = encode(event("x", "Trip", None, confidence=1.0)).replace(b'"confidence":1.0', b'"confidence":1')

    assert type(decode(line).properties["confidence"]) is float


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"{", "not a line of a graph file"),
        (b"\xff", "not a line of a graph file"),
        (b'{"type":"thing","id":"x"}', "not a line of a graph file"),
        (b'{"type":"node","id":"x","labels":["Entity"],"properties":{"name":null}}', "not a line of a graph file"),
        (b'{"type":"node","id":"x","labels":["Robot"],"properties":{}}', "needs exactly one of"),
        (b'{"type":"node","id":"topic:x","labels":["Topic"],"properties":{}}', "property 'name' is missing"),
        (b'{"type":"node","id":"x","labels":["Topic"],"properties":{"name":"x"}}', "not for Topic"),
        (b'{"type":"node","id":"x","labels":["Topic"],"properties":{"name":"x"},"more":1}', "not a line of a graph"),
        (
            encode(event("x", "Trip", date(2017, 7, 5))).replace(b"2017-07-05", b"2017-13-05"),
            "month must be in 1..12",
        ),
        (
            (
                b'{"type":"relationship","id":"r","label":"KNOWS","start":{"id":"a","labels":["Topic"]},'
                b'"end":{"id":"b","labels":["Topic"]},"properties":{}}'
            ),
            "no type 'KNOWS'",
        ),
    ],
)
def test_a_broken_line_is_named(line: bytes, words: str) -> None:
    with pytest.raises(StoreError, match=rf"graph\.jsonl:7: .*{words}"):
        decode(line, "graph.jsonl:7")


def test_the_key_of_a_line_is_the_elements_own() -> None:
    assert decode_key(encode(entity("x", "X")), "f:1").sort_key == (0, "person:x")


def test_a_point_in_time_goes_out_in_utc() -> None:
    noon = datetime(2020, 1, 1, 12, tzinfo=timezone(timedelta(hours=2)))

    assert to_server({"ingested_at": noon})["ingested_at"] == datetime(2020, 1, 1, 10, tzinfo=UTC)


def test_only_declared_properties_come_back() -> None:
    held = {"name": "x", "published": neo4j.time.Date(2020, 1, 2), "topics": ["a"], "my_note": "mine"}

    back = from_server(held, NODE_PROPERTIES["Document"])

    assert back == {"name": "x", "published": date(2020, 1, 2), "topics": ["a"]}


def test_values_of_an_answer_become_plain_json() -> None:
    row = {
        "day": neo4j.time.Date(2020, 1, 2),
        "gap": neo4j.time.Duration(days=3),
        "nothing": None,
        "number": float("nan"),
        "list": [1, True, "x"],
        "spot": neo4j.spatial.WGS84Point((10.0, 60.0)),
        "raw": b"\x01",
    }

    assert plain(row) == {
        "day": "2020-01-02",
        "gap": "P3D",
        "list": [1, True, "x"],
        "nothing": None,
        "number": "nan",
        "raw": "01",
        "spot": {"srid": 4326, "x": 10.0, "y": 60.0},
    }

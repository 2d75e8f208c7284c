"""What the page shows: each number leads to events, each event to its sentences."""

from datetime import date
from typing import Any

import pytest

from graphbuilder.analysis.selection import Selection
from graphbuilder.errors import SettingsError
from graphbuilder.graph.elements import Element, Node, Properties
from graphbuilder.report.content import Options, make_content
from tests.unit.analysis.graphs import entity, event, in_order, join, part
from tests.unit.report.graphs import NASTY, meeting, report_on, two_camps


@pytest.fixture(scope="module")
def content() -> dict[str, Any]:
    return make_content(two_camps())


def names(content: dict[str, Any], keys: list[int]) -> list[str]:
    return [content["entities"][key][0] for key in keys]


def test_every_event_leads_to_its_sentence_and_report(content: dict[str, Any]) -> None:
    assert len(content["events"]) == 19
    for row in content["events"]:
        ((sentence, start, end),) = row[10]
        text, report = content["sentences"][sentence]
        assert text[start:end] == text
        title, url, source, day = content["documents"][report]
        assert title.startswith("Report ")
        assert url.startswith("https://paper.example/")
        assert source
        assert day == row[3]


def test_every_reference_is_in_range(content: dict[str, Any]) -> None:
    events, entities = range(len(content["events"])), range(len(content["entities"]))
    for picture in content["networks"].values():
        assert all(node[0] in entities for node in picture["nodes"])
        assert all(
            a in range(len(picture["nodes"])) and b in range(len(picture["nodes"])) for a, b, _ in picture["edges"]
        )
        assert all(number in events for _, _, numbers in picture["edges"] for number in numbers)
    assert all(number in events for card in content["findings"] for number in card[3])
    assert all(number in events for number, _ in content["blocs"]["contacts"])


def test_findings_name_the_turn_and_the_meeting_called_off(content: dict[str, Any]) -> None:
    cards = {about: (answer, text) for about, answer, text, _ in content["findings"]}
    assert cards["Turn in the contacts"][0] == "From April 2031 on"
    assert cards["Did not take place"] == (
        "1 meeting called off",
        "1 of them took place later, between the same people.",
    )
    assert cards["Connects the others"][0] == "Ana"


def test_what_was_called_off_points_to_the_first_meeting_after_it(content: dict[str, Any]) -> None:
    ((off, later),) = content["unmet"]
    assert content["events"][off][2] == "cancelled"
    assert content["events"][later][3] == "2031-09-20"


def test_without_a_day_the_report_that_first_told_of_it_counts() -> None:
    what = event("off", status="cancelled")
    ana, bo = entity("Ana"), entity("Bo")
    elements = [
        what, ana, bo, part(ana, what), part(bo, what), *report_on(what, "It is off.", "Off", day=date(2031, 5, 1)),
        *meeting("before", ["Ana", "Bo"], date(2031, 4, 1)), *meeting("after", ["Ana", "Bo"], date(2031, 6, 1)),
    ]  # fmt: skip
    content = make_content(in_order(elements))
    ((_, later),) = content["unmet"]
    assert content["events"][later][3] == "2031-06-01"


def test_countries_form_the_network_of_states(content: dict[str, Any]) -> None:
    nodes = content["networks"]["states"]["nodes"]
    assert sorted(names(content, [node[0] for node in nodes])) == ["Arland", "Borland", "Corland", "Dorland"]


def test_a_town_is_on_the_map_and_a_country_is_not() -> None:
    talks = event("1", start=date(2031, 5, 1))
    land = entity("Arland", "Country")
    where: Properties = {"name": "Port Ennis", "mention_count": 1, "latitude": 4.251, "longitude": 9.0}
    town = Node(id="place:geonames:1", labels=("Entity", "Place"), properties=where)
    ana = entity("Ana")
    elements: list[Element] = [
        talks,
        land,
        town,
        ana,
        part(ana, talks),
        join("LOCATED_IN", talks, town),
        join("LOCATED_IN", talks, land),
    ]
    content = make_content(in_order(elements))
    ((place, latitude, longitude, events),) = content["places"]
    assert names(content, [place]) == ["Port Ennis"]
    assert (latitude, longitude, events) == (4.25, 9.0, [0])


def test_who_has_no_name_is_in_no_picture_but_counted() -> None:
    elements = in_order([*meeting("1", ["foreign minister of Chile", "Ana"], None), *meeting("2", ["Ana", "Bo"], None)])
    content = make_content(elements)
    assert sorted(names(content, [n[0] for n in content["networks"]["people"]["nodes"]])) == ["Ana", "Bo"]
    rows = {row[0]: row[1:] for row in content["quality"][0]["rows"]}
    assert rows["people known by an office only"] == [1, 3]
    assert rows["events without a date"] == [2, 2]


def test_the_most_reported_events_stay_when_there_are_too_many() -> None:
    content = make_content(two_camps(), Options(most_events=5))
    assert len(content["events"]) == 5
    rows = {row[0]: row[1:] for row in content["quality"][0]["rows"]}
    assert rows["events left out of this page"] == [14, 19]


def test_a_selection_holds_for_the_whole_page() -> None:
    content = make_content(two_camps(), Options(selection=Selection(statuses=None, since=date(2031, 9, 1))))
    assert {row[3][:7] for row in content["events"]} == {"2031-09"}


def test_an_empty_graph_gives_an_empty_page() -> None:
    content = make_content([])
    assert content["events"] == []
    assert content["findings"] == []
    assert content["span"]["buckets"] == []
    assert "no blocs" in content["blocs"]["note"]


def test_an_impossible_number_of_events_is_refused() -> None:
    with pytest.raises(SettingsError, match="most_events must be more than 0"):
        make_content([], Options(most_events=0))


def test_a_nasty_name_is_a_name(content: dict[str, Any]) -> None:
    assert NASTY in names(content, content["named"])

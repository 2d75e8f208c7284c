"""What a person sees who opens the graph: the real Neo4j Browser, driven in a real Chromium."""

import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import neo4j
import pytest
from playwright.sync_api import Page, expect

from graphbuilder import server
from graphbuilder.server.favourites import load_favourites
from graphbuilder.server.style import NODE_COLOURS, PLAIN, WEIGHTS, event_colour, style_rules
from graphbuilder.store.neo4j_store import Neo4jStore

if TYPE_CHECKING:
    from tests.neo4j_fixture import Neo4jServer

GUIDE = (files("graphbuilder") / "server" / "assets" / "guide.html").read_text(encoding="utf-8")
DROP = """([name, bytes]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], name));
    const area = document.querySelector('.filedrop');
    for (const kind of ['dragenter', 'dragover', 'drop'])
        area.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: data}));
}"""
LEGIBLE = 9
"""The height in pixels that no caption may fall below when the picture opens."""
MANY_MEETINGS = """
UNWIND range(1, 12) AS number
CREATE (:Entity:Person {id: 'p' + number, name: 'Person Numbertwelve' + number, mention_count: 1})
WITH count(*) AS people
UNWIND range(1, 40) AS number
CREATE (meeting:Event:Meeting {id: 'e' + number, type: 'Meeting', start: date('2031-02-03'), status: 'cancelled',
                               source_count: 1, mention_count: 1})
WITH meeting, number
UNWIND [number, number + 1, number + 3] AS other
MATCH (person:Person {id: 'p' + (1 + other % 12)})
CREATE (person)-[:PARTICIPATED_IN {role: 'participant'}]->(meeting)
"""
PEOPLE = "MATCH path = (:Person)-[:PARTICIPATED_IN]->(:Event) RETURN path"


def open_in(page: Page, home: Path, first_query: str | None = None) -> list[str]:
    """Open the Browser in `page` as a person would, wait for the picture, and return every address that was asked for."""
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    plain = server.open_browser(home, launch=lambda link: bool(page.goto(link)), first_query=first_query)
    page.wait_for_url(plain)
    expect(page.locator("g.node").first).to_be_visible()
    return addresses


def caption(name: str) -> re.Pattern[str]:
    """Return what matches `name` in a picture, where a long name is broken into lines."""
    return re.compile(r"\s*".join(map(re.escape, name.split())))


def circle(page: Page, name: str, attribute: str = "fill") -> str | None:
    """Return the fill colour, or the radius, of the circle with the caption `name`."""
    node = page.locator("g.node").filter(has_text=caption(name))
    return node.locator("circle.b-outline").get_attribute(attribute)


def radius(size: dict[str, str]) -> str:
    """Return the radius of a circle of this size, as the picture has it."""
    return str(int(size["diameter"].removesuffix("px")) // 2)


def kept(page: Page, key: str) -> object:
    """Return what the Browser keeps under `key`."""
    return json.loads(page.evaluate("key => localStorage.getItem(key)", key))


@pytest.mark.usefixtures("small_graph")
def test_the_link_leads_to_a_drawn_graph_with_names_roles_and_colours(
    page: Page, neo4j_server: "Neo4jServer", tmp_path: Path
) -> None:
    open_in(page, neo4j_server.home)

    for name in ("Ines Varga", "Tomas Lindqvist", "Norland", "Grain Union", "Meeting", "Arrest", "Statement"):
        expect(page.locator("g.node").filter(has_text=caption(name))).to_have_count(1)
    assert set(page.locator("g.relationship text").all_text_contents()) == {
        "host", "participant", "actor", "recipient", "speaker",
    }  # fmt: skip
    assert circle(page, "Ines Varga") == NODE_COLOURS["Person"]
    assert circle(page, "Norland") == NODE_COLOURS["Country"]
    assert circle(page, "Grain Union") == NODE_COLOURS["Organization"]
    assert circle(page, "Meeting") == event_colour("Meeting")
    assert circle(page, "Arrest") == event_colour("Arrest")
    assert circle(page, "Statement") == event_colour("Statement")
    meeting = page.locator("g.node").filter(has_text=caption("Meeting"))
    assert [line.strip() for line in meeting.locator("text").all_text_contents() if line.strip()] == [
        "Meeting", '"2031-02-03"', "actual",
    ]  # fmt: skip
    expect(page.locator("g.node").filter(has_text=caption("Statement negated"))).to_have_count(1)
    page.wait_for_timeout(1500)  # the picture moves for a while; this is for whoever looks at it
    page.screenshot(path=tmp_path / "connected.png")


@pytest.mark.usefixtures("small_graph")
def test_the_password_is_in_no_address_and_the_link_works_once(page: Page, neo4j_server: "Neo4jServer") -> None:
    addresses = open_in(page, neo4j_server.home)

    link = addresses[0]
    assert not [address for address in addresses if neo4j_server.password in address.split("#")[0]]
    assert neo4j_server.password not in page.url
    assert neo4j_server.password not in page.content()
    assert page.evaluate("history.length") <= 2
    with pytest.raises(Exception, match="ERR_CONNECTION_REFUSED"):
        page.goto(link)


@pytest.mark.usefixtures("small_graph")
def test_a_query_of_ones_own_is_drawn_on_connect_and_after_a_reload(page: Page, neo4j_server: "Neo4jServer") -> None:
    open_in(page, neo4j_server.home, "MATCH path = (:Meeting)-[:LOCATED_IN]->(:Place) RETURN path")

    assert circle(page, "Port Ennis") == NODE_COLOURS["Place"]
    page.reload()
    expect(page.locator("g.node").filter(has_text=caption("Port Ennis"))).to_have_count(1)


@pytest.mark.usefixtures("small_graph")
def test_a_query_typed_by_hand_draws_people(page: Page, neo4j_server: "Neo4jServer") -> None:
    open_in(page, neo4j_server.home, "MATCH (place:Country) RETURN place")

    page.get_by_test_id("activeEditor").click()
    page.keyboard.insert_text(PEOPLE)
    page.get_by_test_id("editor-Run").click()

    expect(page.locator("g.node").filter(has_text=caption("Ines Varga"))).to_have_count(1)
    expect(page.locator("g.node").filter(has_text=caption("Tomas Lindqvist"))).to_have_count(1)


@pytest.mark.usefixtures("small_graph")
def test_our_saved_queries_are_listed_and_the_guide_runs_one(
    page: Page, neo4j_server: "Neo4jServer", tmp_path: Path
) -> None:
    open_in(page, neo4j_server.home, "MATCH (place:Country) RETURN place")

    drawer = page.get_by_test_id("guidesDrawer")
    expect(drawer).to_contain_text("What you see")
    drawer.locator("pre.runnable i").first.click()
    expect(page.locator("g.node").filter(has_text=caption("Ines Varga"))).to_have_count(1)

    page.get_by_test_id("navigationFavorites").click()
    page.get_by_text("GraphBuilder", exact=True).click()
    for favourite in load_favourites():
        expect(page.get_by_text(favourite.title, exact=True).first).to_be_visible()
    page.screenshot(path=tmp_path / "favourites.png")


@pytest.mark.usefixtures("small_graph")
def test_a_saved_query_runs_on_a_click_on_its_triangle(page: Page, neo4j_server: "Neo4jServer") -> None:
    open_in(page, neo4j_server.home, "MATCH (place:Country) RETURN place")
    expect(page.locator("g.node").filter(has_text=caption("Ines Varga"))).to_have_count(0)

    page.get_by_test_id("navigationFavorites").click()
    page.get_by_text("GraphBuilder", exact=True).click()
    listed = page.get_by_test_id("savedScriptListItem").filter(has_text="Who met whom")
    listed.get_by_test_id("savedScriptsButton-Run").click()

    expect(page.locator("g.node").filter(has_text=caption("Ines Varga"))).to_have_count(1)


@pytest.mark.usefixtures("small_graph")
def test_opening_again_keeps_what_the_person_changed_and_doubles_nothing(
    page: Page, neo4j_server: "Neo4jServer"
) -> None:
    open_in(page, neo4j_server.home)
    page.goto(f"{neo4j_server.http_url}/browser/gb/preset.json")  # the Browser, which also writes there, is gone
    page.evaluate("""() => {
        const style = JSON.parse(localStorage['neo4j.grass']);
        style['node.Person'].color = '#123456';
        localStorage['neo4j.grass'] = JSON.stringify(style);
        const own = {id: 'mine', content: '// Mine\\nRETURN 1'};
        localStorage['neo4j.documents'] = JSON.stringify([...JSON.parse(localStorage['neo4j.documents']), own]);
    }""")

    open_in(page, neo4j_server.home)

    assert circle(page, "Ines Varga") == "#123456"
    documents = kept(page, "neo4j.documents")
    assert isinstance(documents, list)
    names = [document["id"] for document in documents if str(document.get("id")).startswith(("gb-", "mine"))]
    assert sorted(names) == sorted(["mine", *(f"gb-{favourite.name}" for favourite in load_favourites())])


@pytest.mark.usefixtures("small_graph")
def test_a_newer_style_of_ours_keeps_the_colours_of_the_person(page: Page, neo4j_server: "Neo4jServer") -> None:
    open_in(page, neo4j_server.home)
    page.goto(f"{neo4j_server.http_url}/browser/gb/preset.json")
    page.evaluate("""() => {
        const before = JSON.parse(localStorage['gb.grass']);
        before['node.Country'].color = '#101010';
        before['node.Person'].diameter = '10px';
        const own = structuredClone(before);
        own['node.Person'].color = '#123456';
        localStorage['gb.grass'] = JSON.stringify(before);
        localStorage['neo4j.grass'] = JSON.stringify(own);
        localStorage['gb.style'] = '"an older one"';
    }""")

    open_in(page, neo4j_server.home)

    assert circle(page, "Ines Varga") == "#123456"
    assert circle(page, "Norland") == NODE_COLOURS["Country"]
    style = kept(page, "neo4j.grass")
    assert isinstance(style, dict)
    assert style["node.Person"]["border-color"] == style_rules()["node.Person"]["border-color"]
    assert "an older one" not in str(kept(page, "gb.style"))


@pytest.mark.usefixtures("small_graph")
def test_what_is_told_of_often_is_drawn_larger(page: Page, neo4j_server: "Neo4jServer") -> None:
    with Neo4jStore.connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as store:
        store.weigh()
        store.weigh()
    open_in(page, neo4j_server.home)

    assert circle(page, "Ines Varga", "r") == radius(WEIGHTS["Weight2"])
    assert circle(page, "Tomas Lindqvist", "r") == radius(PLAIN)
    assert circle(page, "Ines Varga") == NODE_COLOURS["Person"]


@pytest.mark.usefixtures("small_graph")
def test_every_slide_can_be_reached_and_the_last_one_leads_to_the_brokers(
    page: Page, neo4j_server: "Neo4jServer"
) -> None:
    open_in(page, neo4j_server.home, "MATCH (place:Country) RETURN place")

    drawer = page.get_by_test_id("guidesDrawer")
    for title in re.findall(r"<h3>(.+?)</h3>", GUIDE)[1:]:
        page.get_by_test_id("guideNextSlide").click()
        expect(drawer).to_contain_text(title)
    drawer.locator("pre.runnable i").first.click()
    expect(page.locator("g.node").filter(has_text=caption("Tomas Lindqvist"))).to_have_count(1)


@pytest.mark.usefixtures("small_graph")
def test_the_files_for_ones_own_server_can_be_dropped_on_the_browser(
    page: Page, neo4j_server: "Neo4jServer", tmp_path: Path
) -> None:
    style, archive, _ = server.write_assets(tmp_path)
    open_in(page, neo4j_server.home)
    page.goto(f"{neo4j_server.http_url}/browser/gb/preset.json")
    page.evaluate("['neo4j.grass', 'neo4j.documents', 'neo4j.folders'].forEach(key => localStorage.removeItem(key))")
    page.goto(f"{neo4j_server.http_url}/browser/")
    expect(page.locator("g.node").first).to_be_visible()
    assert circle(page, "Ines Varga") != NODE_COLOURS["Person"]

    for path in (style, archive):
        page.evaluate(DROP, [path.name, list(path.read_bytes())])
        page.wait_for_timeout(1_000)

    expect(page.locator(f'g.node circle[fill="{NODE_COLOURS["Person"]}"]').first).to_be_visible()
    page.get_by_test_id("navigationFavorites").click()
    page.get_by_text("GraphBuilder", exact=True).first.click()
    for favourite in load_favourites():
        expect(page.get_by_text(favourite.title, exact=True).first).to_be_visible()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[str]:
    """Serve the files for one's own server from another port, by the very program that docs/how-to/browser.md shows."""
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "browser.md").read_text(encoding="utf-8")
    program = page.split("```python\n")[1].split("```")[0]
    for path in server.write_assets(tmp_path / "for-browser"):
        if path.suffix == ".html":
            path.write_text(
                path.read_text(encoding="utf-8").replace("What you see", "Told elsewhere"), encoding="utf-8"
            )
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    asked = [sys.executable, "-c", program, str(tmp_path / "for-browser"), str(port)]
    with subprocess.Popen(asked, stderr=subprocess.DEVNULL) as serving:
        try:
            for _ in range(100):
                try:
                    socket.create_connection(("127.0.0.1", port)).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            serving.terminate()


@pytest.mark.usefixtures("small_graph")
def test_the_guide_and_the_style_come_from_another_web_server(
    page: Page, neo4j_server: "Neo4jServer", elsewhere: str, tmp_path: Path
) -> None:
    open_in(page, neo4j_server.home, "MATCH (place:Country) RETURN place")
    drawer = page.get_by_test_id("guidesDrawer")
    expect(drawer).to_contain_text("What you see")

    for command in (f":style {elsewhere}/graphbuilder.grass", f":guide {elsewhere}/graphbuilder-guide.html"):
        page.get_by_test_id("activeEditor").click()
        page.keyboard.insert_text(command)
        page.get_by_test_id("editor-Run").click()
        page.wait_for_timeout(1_000)

    expect(drawer).to_contain_text("Told elsewhere")
    drawer.locator("pre.runnable i").first.click()
    expect(page.locator("g.node").filter(has_text=caption("Ines Varga"))).to_have_count(1)
    page.screenshot(path=tmp_path / "elsewhere.png")


@pytest.mark.parametrize(("width", "height"), [(1600, 1000), (1366, 768)])
def test_who_is_who_can_be_read_when_the_picture_opens(
    page: Page, neo4j_server: "Neo4jServer", width: int, height: int
) -> None:
    """A made-up graph of which the first query draws as much as it ever does."""
    auth = (neo4j_server.user, neo4j_server.password)
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=auth) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        driver.execute_query(MANY_MEETINGS)
        page.set_viewport_size({"width": width, "height": height})
        open_in(page, neo4j_server.home)
        page.wait_for_timeout(6_000)  # the picture moves, then fits itself into its frame
        heights = page.locator("g.node text").evaluate_all(
            "texts => texts.filter(one => one.textContent.trim()).map(one => one.getBoundingClientRect().height)"
        )
        driver.execute_query("MATCH (n) DETACH DELETE n")

    assert page.locator("g.node").count() == 14
    assert min(heights) >= LEGIBLE

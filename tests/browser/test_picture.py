"""The page of one file in a real Chromium: it draws, asks for nothing, and says nothing on the console."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from graphbuilder.server.style import NODE_COLOURS, event_colour
from graphbuilder.store.neo4j_store import Neo4jStore
from tests.command_line import run
from tests.factories import entity, ordered
from tests.neo4j_fixture import Neo4jServer
from tests.stories import story_graph

HOSTILE = "<img src=x onerror=document.title='owned'>"


@pytest.fixture
def story(neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the story into the real server, which the environment names."""
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    with Neo4jStore.connect(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as store:
        store.synchronize(ordered([*story_graph(), entity("hostile", HOSTILE)]))
        yield
        store.synchronize([])


def opened(page: Page, path: Path) -> tuple[list[str], list[str]]:
    """Open a page from the disk; return what it says on the console and what it asks for."""
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    expect(page.locator("g.node").first).to_be_visible()
    return said, asked


@pytest.mark.usefixtures("story")
def test_the_page_draws_the_answer_without_a_request_or_an_error(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "all.html"
    outcome = run("view", "timeline", "--out", path)
    assert (outcome.code, "drawn in" in outcome.out) == (0, True), outcome.err

    said, asked = opened(page, path)

    assert said == []
    assert asked == [path.as_uri()]
    berg = page.locator("g.node").filter(has_text="Anna Berg")
    assert berg.locator("circle").get_attribute("fill") == NODE_COLOURS["Person"]
    threat = page.locator("g.node").filter(has_text="Threat 27")
    assert threat.locator("circle").get_attribute("fill") == event_colour("Threat")
    assert float(berg.locator("circle").get_attribute("r") or 0) > float(
        threat.locator("circle").get_attribute("r") or 0
    )
    expect(page.locator("g.node.faint").filter(has_text="Meeting 21")).to_have_count(1)
    page.screenshot(path=tmp_path / "picture.png")


@pytest.mark.usefixtures("story")
def test_a_click_shows_what_is_known_and_a_search_dims_the_rest(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "around.html"
    assert run("view", "--around", "person:anna-berg", "-o", path, "--quiet").out == ""
    opened(page, path)

    expect(page.locator("h1")).to_have_text("The graph around a node: Anna Berg")
    page.locator("g.node").filter(has_text="Promise 6").locator("circle").click()
    expect(page.locator("#about")).to_contain_text("Promise")
    expect(page.locator("#about")).to_contain_text("Tomas Kral (addressee)")
    expect(page.locator("g.node.dim").filter(has_text="Meeting 22")).to_have_count(1)
    page.locator("#find").fill("varga")
    expect(page.locator("g.node:not(.dim)")).to_have_count(1)


@pytest.mark.usefixtures("story")
def test_a_hostile_name_is_text(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    assert run("view", "find_entity", "--name", "onerror", "-o", path, "-q").code == 0
    said, asked = opened(page, path)

    assert (said, asked) == ([], [path.as_uri()])
    page.locator("g.node circle").click()
    expect(page.locator("#about h2")).to_have_text(HOSTILE)
    assert "owned" not in page.title()


@pytest.mark.usefixtures("story")
def test_what_cannot_be_drawn_is_told(tmp_path: Path) -> None:
    assert "nothing to draw" in run("view", "sources", "-o", tmp_path / "x.html").err
    assert run("view", "-o", tmp_path / "x.html").code == 2
    assert run("view", "meetings", "--around", "person:x").code == 2
    assert not (tmp_path / "x.html").exists()


@pytest.mark.usefixtures("story")
def test_the_page_is_dark_where_the_reader_wants_it_dark(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "dark.html"
    assert run("view", "timeline", "--out", path).code == 0
    page.emulate_media(color_scheme="dark")
    opened(page, path)

    colours = page.evaluate("""() => {
        const caption = document.querySelector('g.label text');
        return [getComputedStyle(document.body).backgroundColor, getComputedStyle(caption).fill];
    }""")
    assert colours == ["rgb(20, 23, 29)", "rgb(232, 233, 236)"]
    person = page.locator("g.node").filter(has_text="Anna Berg").locator("circle")
    assert person.get_attribute("fill") == NODE_COLOURS["Person"]
    expect(page.locator("g.label").filter(has_text="Meeting").first).to_be_visible()

"""The report in a browser: it draws without an error or an outside request, is read by mouse, keyboard and phone."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, ViewportSize, expect, sync_playwright

from graphbuilder.report import Options, make_report
from tests.browser.conftest import FLAGS
from tests.builds import read_file
from tests.unit.report.graphs import NASTY, two_camps

DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}

Open = Callable[..., Page]
Scheme = Literal["light", "dark"]

NAMELESS = """() => [...document.querySelectorAll(
  "button, input, select, [role=button], [role=radio], [role=region], svg, dialog"
)].filter((e) => !(
  e.textContent.trim() || e.getAttribute("aria-label") || e.labels?.length || e.getAttribute("aria-labelledby")
)).map((e) => e.outerHTML.slice(0, 80))"""
"""What can be reached and has no name that a screen reader could say."""

CONTRAST = r"""() => {
  const part = (c) => { c /= 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
  const light = (text) => {
    const [r, g, b] = text.match(/[\d.]+/g).map(Number);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ground = light(getComputedStyle(document.body).backgroundColor);
  const of = (e) => {
    const ink = light(getComputedStyle(e).color);
    return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
  };
  return Math.min(of(document.body), of(document.querySelector(".note")), of(document.querySelector("nav a")));
}"""
"""The least contrast of text and ground, as WCAG 2 measures it."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.fail("these tests need chromium on the PATH; run scripts/test, which installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def year(year_graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "year.html"
    path.write_text(make_report(read_file(year_graph), Options(title="A year on the Zambezi")), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def camps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "camps.html"
    path.write_text(make_report(two_camps()), encoding="utf-8")
    return path


@pytest.fixture
def show(chromium: Browser) -> Iterator[Open]:
    """Return a function that opens a report; the page must stay silent and ask nothing of the outside."""
    contexts: list[BrowserContext] = []
    noise: list[str] = []

    def refuse(dialog: Dialog) -> None:
        noise.append(dialog.message)
        dialog.dismiss()

    def note(request: Request) -> None:
        if not request.url.startswith(("file:", "data:")):
            noise.append(request.url)

    def open_page(path: Path, size: ViewportSize | None = None, scheme: Scheme = "light") -> Page:
        context = chromium.new_context(viewport=size or DESK, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("console", lambda message: noise.append(message.text))
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.on("dialog", refuse)
        page.on("request", note)
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready=yes]")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert noise == []


def shown_ties(page: Page) -> int:
    return page.locator("#n-canvas g.edge").count()


def count(page: Page) -> int:
    text = page.locator("#f-count").inner_text()
    return int(text.split(" of ")[0].replace(",", ""))


def test_the_findings_stand_at_the_top(show: Open, year: Path) -> None:
    cards = show(year).locator("#cards").inner_text()
    for text in ("Miriam Tesfaye", "Lurdes Matavel", "From June 2031 on"):
        assert text in cards


def test_the_page_is_small_enough(year: Path) -> None:
    assert year.stat().st_size < 3_000_000


def test_search_keeps_what_matches_and_clear_brings_the_rest_back(show: Open, year: Path) -> None:
    page = show(year)
    events, ties = count(page), shown_ties(page)
    page.locator("#f-text").fill("chikwava")
    expect(page.locator("#n-canvas g.node.dim").first).to_be_attached()
    assert 0 < count(page) < events
    assert 0 < shown_ties(page) < ties
    assert page.locator("#n-canvas g.node:not(.dim)").get_attribute("data-name") == "Ruth Chikwava"
    page.locator("#f-reset").click()
    assert (count(page), shown_ties(page)) == (events, ties)


def test_filters_narrow_each_other(show: Open, year: Path) -> None:
    page = show(year)
    everything = count(page)
    page.locator("#f-from").select_option(label="Jun 2031")
    page.wait_for_timeout(300)
    since_june = count(page)
    page.locator("#f-quad").select_option("conflict")
    page.wait_for_timeout(300)
    assert 0 < count(page) < since_june < everything
    page.locator("#f-status").select_option("cancelled")
    page.wait_for_timeout(300)
    assert page.locator("#f-count").inner_text() != ""


def test_a_click_on_a_line_shows_the_sentences_and_links_to_the_source(show: Open, year: Path) -> None:
    page = show(year)
    page.locator("#n-canvas g.edge[data-tie^='Laura Sebina and Ruth Chikwava']").dispatch_event("click")
    sheet = page.locator("#evidence")
    expect(sheet.locator("h2")).to_have_text("Laura Sebina and Ruth Chikwava")
    quote = sheet.locator("blockquote").first
    assert "Chikwava" in quote.inner_text()
    assert quote.locator("mark").inner_text()
    link = quote.locator("a")
    assert (link.get_attribute("href") or "").startswith("https://")
    assert link.get_attribute("rel") == "noopener noreferrer"
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()


@pytest.mark.parametrize(
    "target",
    ["#n-canvas g.node", "#t-canvas g.bucket", "#m-canvas g.place", "#b-canvas g.bucket", "#d-grid g.bucket",
     "#cards button", "#a-table td button", "#t-most button", "#u-table td button"],
)  # fmt: skip
def test_everything_drawn_leads_to_sentences(show: Open, year: Path, target: str) -> None:
    page = show(year)
    page.locator(target).first.dispatch_event("click")
    expect(page.locator("#evidence blockquote").first).to_be_visible()


def test_the_keyboard_alone_is_enough(show: Open, year: Path) -> None:
    page = show(year)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator("#n-canvas g[tabindex='0']").focus()
    first = page.evaluate("document.activeElement.dataset.name")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.dataset.name")
    assert first != second
    page.keyboard.press("Enter")
    expect(page.locator("#e-title")).to_have_text(second)
    assert page.evaluate("document.activeElement.id") == "e-title"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.name") == second
    page.locator("#t-canvas g[tabindex='0']").focus()
    page.keyboard.press("End")
    page.keyboard.press(" ")
    expect(page.locator("#e-title")).to_have_text("Dec 2031")


def test_what_is_drawn_has_a_name_a_role_and_a_table(show: Open, year: Path) -> None:
    page = show(year)
    nameless = page.evaluate(NAMELESS)
    assert nameless == []
    for region in ("#n-table", "#t-table", "#m-table"):
        assert page.locator(f"{region} tbody tr").count() > 5
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "en"
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids))


def test_tables_sort_by_a_column(show: Open, year: Path) -> None:
    page = show(year)
    head = page.locator("#a-table th", has_text="who")
    head.locator("button").click()
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    cells = page.locator("#a-table tbody tr td:first-child").all_inner_texts()
    assert cells == sorted(cells, key=str.casefold)


def test_networks_of_people_and_of_countries(show: Open, year: Path) -> None:
    page = show(year)
    people = page.locator("#n-canvas g.node").count()
    page.get_by_role("radio", name="Countries").click()
    names = page.locator("#n-canvas g.node").evaluate_all("(dots) => dots.map((dot) => dot.dataset.name)")
    assert {"Zambia", "Mozambique", "Botswana"} <= set(names)
    assert len(names) != people
    ties = page.locator("#n-canvas g.edge").count()
    page.locator("#n-weight").fill("12")
    assert 0 < page.locator("#n-canvas g.edge").count() < ties


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_scrolls_one_way_only(show: Open, year: Path, scheme: str) -> None:
    page = show(year, PHONE, scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.locator("#t-canvas g.bucket").first.dispatch_event("click")
    expect(page.locator("#evidence blockquote").first).to_be_visible()
    assert page.evaluate("document.querySelector('#evidence').scrollWidth") <= PHONE["width"]


def test_text_stands_out_from_its_ground_in_light_and_dark(show: Open, camps: Path) -> None:
    for scheme in ("light", "dark"):
        page = show(camps, DESK, scheme)
        ratio = page.evaluate(CONTRAST)
        assert ratio >= 4.5


def test_a_nasty_name_is_shown_as_it_is_and_does_nothing(show: Open, camps: Path) -> None:
    page = show(camps)
    dot = page.locator("#n-canvas g.node").filter(has_text="onerror")
    assert dot.get_attribute("data-name") == NASTY
    dot.dispatch_event("click")
    expect(page.locator("#e-title")).to_have_text(NASTY.replace("\u2028", " "))
    assert page.locator("img").count() == 0


def test_an_empty_graph_is_an_empty_report(show: Open, tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text(make_report([]), encoding="utf-8")
    page = show(path)
    expect(page.locator("#f-count")).to_have_text("0 of 0 events")

"""Take the README's picture: Neo4j Browser on the graph of the demo, in headless Chromium.

Run `graphbuilder demo` first, then `python scripts/take_screenshot.py docs/images/browser.png`.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from graphbuilder.config import load_settings
from graphbuilder.server import default_home, open_browser

FIRST_QUERY = (
    "MATCH (e:Meeting)-[:LOCATED_IN]->(:Place) WITH DISTINCT e ORDER BY e.source_count DESC, e.mention_count DESC, e.id LIMIT 6 "
    "MATCH path = (:Person)-[:PARTICIPATED_IN]->(e)-[:LOCATED_IN]->(:Place) RETURN path"
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


def main(path: Path) -> None:
    """Write the picture to `path`."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = chromium.new_page(viewport={"width": 1600, "height": 1000})

        def launch(link: str) -> bool:
            page.goto(link)
            return True

        open_browser(default_home(load_settings().data_folder), launch=launch, first_query=FIRST_QUERY)
        page.locator("g.node").first.wait_for(timeout=60_000)
        page.wait_for_timeout(6_000)
        page.screenshot(path=path)
        chromium.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

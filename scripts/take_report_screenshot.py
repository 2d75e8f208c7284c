"""Take the pictures of the report for the documentation, in headless Chromium.

`python scripts/take_report_screenshot.py REPORT.html docs/images` writes report.png and report-evidence.png.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def main(report: Path, folder: Path) -> None:
    """Write the pictures of `report` into `folder`."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = chromium.new_page(viewport={"width": 1200, "height": 1560})
        page.goto(report.absolute().as_uri())
        page.locator("html[data-ready=yes]").wait_for(state="attached")
        page.screenshot(path=folder / "report.png")
        page.set_viewport_size({"width": 1200, "height": 800})
        page.wait_for_timeout(500)
        page.locator("#n-canvas g.node").first.click()
        page.wait_for_timeout(500)
        page.screenshot(path=folder / "report-evidence.png")
        chromium.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

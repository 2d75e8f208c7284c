"""One file that needs nothing else, and that no text can break out of."""

import base64
import hashlib
import json
import re

from graphbuilder.report import Options, make_report
from tests.unit.report.graphs import NASTY, two_camps


def test_two_runs_give_the_same_bytes_whatever_the_order_of_the_graph() -> None:
    elements = two_camps()
    assert make_report(elements) == make_report(list(reversed(elements)))


def test_no_name_ends_the_script_and_the_name_is_kept() -> None:
    page = make_report(two_camps(), Options(title=NASTY))
    assert page.lower().count("</script>") == 2
    assert "<img" not in page
    assert "\u2028" not in page.split('<script type="application/json"')[1]
    (data,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert NASTY in {row[0] for row in json.loads(data)["entities"]}


def test_nothing_is_asked_of_the_outside() -> None:
    page = make_report(two_camps())
    head = page.split('<script type="application/json"')[0]
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?:https?:)?//""", head)
    assert "@import" not in page
    assert not re.search(r"url\(", head)
    assert not re.search(r"\b(?:fetch|XMLHttpRequest|WebSocket|sendBeacon|eval|innerHTML|insertAdjacentHTML)\b", page)


def test_only_the_pages_own_script_and_style_may_run() -> None:
    page = make_report(two_camps())
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy.startswith("default-src 'none'")
    for tag in ("script", "style"):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        known = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{known}'" in policy


def test_the_title_is_text() -> None:
    assert "<title>A &lt;b&gt; title</title>" in make_report([], Options(title="A <b> title"))

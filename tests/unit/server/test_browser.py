"""The link that opens the Browser works once, for its holder, and shows no secret to anybody else."""

import http.client
import socket
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from graphbuilder.errors import ServerError
from graphbuilder.server import browser
from graphbuilder.server.browser import one_time_link, open_browser, seed_url
from graphbuilder.server.local import Connection

FOUND = Connection(uri="bolt://127.0.0.1:1", user="neo4j", password="s3 cr#et&", http_url="http://127.0.0.1:2")


def ask(link: str, path: str | None = None) -> tuple[int, str | None]:
    """Return the status and the target that a link answers with."""
    parts = urlsplit(link)
    connection = http.client.HTTPConnection(str(parts.hostname), int(parts.port or 0), timeout=5)
    try:
        connection.request("GET", path or parts.path)
        response = connection.getresponse()
        return response.status, response.getheader("Location")
    finally:
        connection.close()


def test_the_link_redirects_once_and_never_again() -> None:
    with one_time_link("http://127.0.0.1:2/page#secret") as (link, used):
        assert not used.is_set()
        assert ask(link) == (302, "http://127.0.0.1:2/page#secret")
        assert used.wait(5)
        assert ask(link) == (404, None)
    with pytest.raises(ConnectionRefusedError):
        ask(link)


@pytest.mark.parametrize("path", ["/", "/favicon.ico", "/" + "A" * 43])
def test_without_the_token_there_is_nothing_and_the_link_stays_good(path: str) -> None:
    with one_time_link("http://127.0.0.1:2/page") as (link, used):
        assert ask(link, path) == (404, None)
        assert not used.is_set()
        assert ask(link)[0] == 302


def test_a_connection_that_says_nothing_does_not_hold_up_the_link() -> None:
    with one_time_link("http://127.0.0.1:2/page") as (link, _used):
        port = int(urlsplit(link).port or 0)
        with socket.create_connection(("127.0.0.1", port)):
            assert ask(link)[0] == 302


def test_links_differ_and_listen_on_the_loopback() -> None:
    with one_time_link("a") as (first, _), one_time_link("a") as (second, _):
        assert urlsplit(first).path != urlsplit(second).path
        assert len(urlsplit(first).path) > 40
        assert urlsplit(first).hostname == "127.0.0.1"


def test_the_secret_is_in_the_fragment_only() -> None:
    parts = urlsplit(seed_url(FOUND, "MATCH (a) WHERE a.x = 'b&c' RETURN a"))

    assert parts.path == "/browser/gb/open.html"
    assert parts.query == ""
    assert parse_qs(parts.fragment) == {
        "user": ["neo4j"],
        "password": ["s3 cr#et&"],
        "query": ["MATCH (a) WHERE a.x = 'b&c' RETURN a"],
    }
    assert "query" not in parse_qs(urlsplit(seed_url(FOUND, None)).fragment)


def test_the_web_browser_gets_the_link_and_the_caller_the_plain_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "connection", lambda _home: FOUND)
    asked: list[tuple[int, str | None]] = []

    def launch(link: str) -> bool:
        assert FOUND.password not in link
        asked.append(ask(link))
        return True

    plain = open_browser(tmp_path, launch=launch, first_query="RETURN 1", wait_seconds=10)

    assert plain == "http://127.0.0.1:2/browser/"
    assert asked == [(302, seed_url(FOUND, "RETURN 1"))]


@pytest.mark.parametrize("launched", [False, True], ids=["no-browser", "nobody-comes"])
def test_without_a_web_browser_the_sentence_says_how_to_go_there(
    launched: bool,  # noqa: FBT001 - the answer of webbrowser.open
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(browser, "connection", lambda _home: FOUND)

    with pytest.raises(
        ServerError, match=r"go to http://127.0.0.1:2/browser/ and log in as neo4j with the password in"
    ) as caught:
        open_browser(tmp_path, launch=lambda _link: launched, wait_seconds=0.1)

    assert FOUND.password not in str(caught.value)


def test_a_server_that_does_not_run_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(ServerError, match=r"does not run; start it first"):
        open_browser(tmp_path, launch=lambda _link: pytest.fail("nothing to open"))

"""Opens Neo4j Browser in the user's web browser, logged in, through a link that works once.

The password goes to the user's web browser once, in the fragment of a redirect that only the holder of a random token gets;
it is in no file that the server serves, no log and no process list.
"""

import secrets
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlencode

from graphbuilder.errors import ServerError
from graphbuilder.server.configuration import HOST
from graphbuilder.server.local import Connection, connection

REQUEST_SECONDS = 10
"""How long a connection to the one-time link may stay silent; web browsers open some that they never use."""


def open_browser(
    home: Path,
    *,
    launch: Callable[[str], bool] = webbrowser.open,
    first_query: str | None = None,
    wait_seconds: float = 60,
) -> str:
    """Open Neo4j Browser on the running server of `home` in the user's web browser, logged in, with a graph drawn.

    Args:
        home: The folder of the server.
        launch: Opens an address in a web browser; false when there is none.
        first_query: Cypher that is run on connect; the most connected people by default.
        wait_seconds: How long the web browser may take to ask for the one-time link.

    Returns:
        The plain address of the Browser, without a secret.

    Raises:
        ServerError: The server does not run, or no web browser came; the message says how to go there by hand.
    """
    found = connection(home)
    if found is None:
        raise ServerError(f"the private Neo4j of {home} does not run; start it first")
    plain = f"{found.http_url}/browser/"
    with one_time_link(seed_url(found, first_query)) as (link, used):
        if not launch(link) or not used.wait(wait_seconds):
            raise ServerError(
                f"no web browser could be opened here; go to {plain} and log in as {found.user} with the password in "
                f"{home / 'password'}"
            )
    return plain


def seed_url(found: Connection, first_query: str | None) -> str:
    """Return the address of the preparing page with its secret; for a redirect only, never to be shown."""
    given = {"user": found.user, "password": found.password, **({"query": first_query} if first_query else {})}
    return f"{found.http_url}/browser/gb/open.html#{urlencode(given)}"


@contextmanager
def one_time_link(target: str) -> Iterator[tuple[str, threading.Event]]:
    """Serve a link on a free loopback port that redirects to `target` once, then never again.

    Yields:
        The link, and an event that is set when it was used.
    """
    token, used, claim = secrets.token_urlsafe(32), threading.Event(), threading.Lock()

    class Redirect(BaseHTTPRequestHandler):
        timeout = REQUEST_SECONDS

        def do_GET(self) -> None:
            is_right = secrets.compare_digest(self.path.encode(), f"/{token}".encode())
            if not is_right or not claim.acquire(blocking=False):
                self.send_error(404)
                return
            self.send_response(302)
            self.send_header("Location", target)
            self.send_header("Cache-Control", "no-store")
            self.send_header("Referrer-Policy", "no-referrer")
            self.end_headers()
            used.set()

        def log_message(self, *_args: object) -> None:
            """Say nothing: the address holds the token."""

    with ThreadingHTTPServer((HOST, 0), Redirect) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://{HOST}:{server.server_port}/{token}", used
        finally:
            server.shutdown()
            thread.join()

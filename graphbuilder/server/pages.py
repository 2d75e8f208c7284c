"""The pages that our server shows: Neo4j Browser, unpacked from its jar, and beside it our own in /browser/gb/.

Everybody on this machine can read these pages: no secret may be in them.
"""

import hashlib
import html
import re
import secrets
import shutil
import zipfile
from importlib.resources import files
from pathlib import Path

import msgspec

from graphbuilder.errors import ServerError
from graphbuilder.server.configuration import Home, Ports
from graphbuilder.server.favourites import Favourite, load_favourites
from graphbuilder.server.style import style_rules

FIRST_QUERY = "most_connected"
"""The saved query that is drawn on connect when the caller names none."""

FOLDER = {"id": "gb-folder", "name": "GraphBuilder"}
GUIDE_TITLE = "A graph of political events"


def unpack_browser(jar: Path, web: Path) -> None:
    """Unpack the Browser's pages from `jar` to `web`/browser, unless they are there from this very jar.

    Whatever was there is replaced: the first folder `browser` on the class path is the one that is served.
    """
    marker = web / "unpacked"
    if marker.is_file() and marker.read_text(encoding="utf-8") == jar.name:
        return
    shutil.rmtree(web / "browser", ignore_errors=True)
    with zipfile.ZipFile(jar) as archive:
        archive.extractall(web, [name for name in archive.namelist() if name.startswith("browser/")])
    marker.write_text(jar.name, encoding="utf-8")


def write_pages(home: Home, ports: Ports) -> None:
    """Write the pages of ours that the server of `home` serves on `ports` beside the Browser; no secret is in them."""
    own = home.name_file.parent
    own.mkdir(parents=True, exist_ok=True)
    home.name_file.write_text(secrets.token_hex(16), encoding="utf-8")
    assets = files("graphbuilder") / "server" / "assets"
    favourites = load_favourites()
    for name in ("open.html", "open.js"):
        (own / name).write_text((assets / name).read_text(encoding="utf-8"), encoding="utf-8")
    guide = fill_guide((assets / "guide.html").read_text(encoding="utf-8"), favourites)
    (own / "guide.html").write_text(guide, encoding="utf-8")
    (own / "preset.json").write_bytes(msgspec.json.encode(preset(ports, favourites)))


def fill_guide(template: str, favourites: tuple[Favourite, ...]) -> str:
    """Return the guide with each `{{name}}` replaced by the saved query of that name, its title left out.

    Raises:
        ServerError: There is no such query.
    """
    texts = {favourite.name: favourite.text for favourite in favourites}

    def query(match: re.Match[str]) -> str:
        if match[1] not in texts:
            raise ServerError(f"the guide names the query {match[1]!r}, which cypher/browser does not hold")
        return html.escape(code(texts[match[1]]), quote=False)

    return re.sub(r"\{\{(\w+)\}\}", query, template)


def code(text: str) -> str:
    """Return a saved query without the comment lines that open it."""
    lines = text.splitlines()
    return "\n".join(lines[next(i for i, line in enumerate(lines) if not line.startswith("//")) :])


def preset(ports: Ports, favourites: tuple[Favourite, ...]) -> dict[str, object]:
    """Return what assets/open.js puts into the web browser before the Browser loads."""
    style = style_rules()
    return {
        "bolt": ports.bolt_uri.replace("bolt://", "neo4j://"),
        "style": style,
        "style_version": hashlib.sha256(msgspec.json.encode(style)).hexdigest()[:16],
        "folder": FOLDER,
        "favourites": [
            {"id": f"gb-{favourite.name}", "folder": FOLDER["id"], "content": favourite.text}
            for favourite in favourites
        ],
        "guide": {"currentSlide": 0, "title": GUIDE_TITLE, "identifier": f"{ports.http_url}/browser/gb/guide.html"},
        "first_query": next(code(favourite.text) for favourite in favourites if favourite.name == FIRST_QUERY),
    }

"""The style, the saved queries and the guide as files, for the Neo4j Browser of a server that somebody else runs.

The same content that the pages of our own server hold; nothing here starts or asks a server.
"""

import zipfile
from importlib.resources import files
from pathlib import Path

import msgspec

from graphbuilder.server.favourites import Favourite, load_favourites
from graphbuilder.server.pages import FOLDER, fill_guide
from graphbuilder.server.style import style_rules

STYLE, FAVOURITES, GUIDE = "graphbuilder.grass", "graphbuilder-favourites.zip", "graphbuilder-guide.html"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def write_assets(folder: Path) -> list[Path]:
    """Write the three files into `folder`, made where it is missing; the same bytes every time.

    Returns:
        The style (the JSON form of a .grass file), the archive of saved queries, the guide.
    """
    folder.mkdir(parents=True, exist_ok=True)
    favourites = load_favourites()
    style, archive, guide = folder / STYLE, folder / FAVOURITES, folder / GUIDE
    style.write_bytes(msgspec.json.format(msgspec.json.encode(style_rules())) + b"\n")
    _write_archive(archive, favourites)
    template = (files("graphbuilder") / "server" / "assets" / "guide.html").read_text(encoding="utf-8")
    guide.write_text(fill_guide(template, favourites), encoding="utf-8")
    return [style, archive, guide]


def _write_archive(path: Path, favourites: tuple[Favourite, ...]) -> None:
    """Write the archive as the Browser imports it: FOLDER/name.cypher, each with its title in the first line."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for favourite in favourites:
            entry = zipfile.ZipInfo(f"{FOLDER['name']}/{favourite.name}.cypher", _LONG_AGO)
            archive.writestr(entry, favourite.text + "\n")

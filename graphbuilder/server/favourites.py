"""The saved queries of Neo4j Browser: cypher/browser/*.cypher, whose first line is `// Title`.

Its own small locator: the folder stands in the wheel as graphbuilder/cypher, in a checkout beside the package.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from graphbuilder.errors import ServerError
from graphbuilder.records.base import Record


class Favourite(Record, frozen=True):
    """A saved query: the name of its file without the ending, its title, its whole text."""

    name: str
    title: str
    text: str


def load_favourites() -> tuple[Favourite, ...]:
    """Return the saved queries, sorted by file name.

    Raises:
        ServerError: The folder is missing or empty, or a file has no title.
    """
    folder = _folder()
    found = [item for item in folder.iterdir() if item.name.endswith(".cypher")] if folder.is_dir() else []
    if not found:
        raise ServerError("the saved queries (cypher/browser) are missing; install graphbuilder again")
    return tuple(_read(item) for item in sorted(found, key=lambda item: item.name))


def _folder() -> Traversable:
    shipped = files("graphbuilder") / "cypher" / "browser"
    return shipped if shipped.is_dir() else Path(__file__).parents[2] / "cypher" / "browser"


def _read(item: Traversable) -> Favourite:
    text = item.read_text(encoding="utf-8").strip()
    first = text.splitlines()[0] if text else ""
    title = first.removeprefix("//").strip()
    if not first.startswith("//") or not title:
        raise ServerError(f"cypher/browser/{item.name} must begin with a line '// Title'")
    return Favourite(name=item.name.removesuffix(".cypher"), title=title, text=text)

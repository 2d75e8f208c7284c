"""Search by words over names and sentences, on any store. The words are data: no sign in them has a meaning.

A server answers from its full-text indexes (cypher/read/search.cypher). A file is read through: the same columns, found by a
plainer rule, without a score.
"""

import re
import unicodedata
from collections.abc import Iterator

from graphbuilder.errors import QueryError
from graphbuilder.graph.elements import Node, Relationship
from graphbuilder.graph.schema import ENTITY_LABELS
from graphbuilder.store.base import GraphStore
from graphbuilder.store.queries import Answering, Table, run_query
from graphbuilder.store.values import Plain, plain

COLUMNS = ("found", "name", "document", "published", "score", "id")
_NAMED = frozenset({"Entity", "Position", "Event"})


def search(store: GraphStore, words: str, *, limit: int = 25, timeout: float = 60.0) -> Table:
    """Return the names, then the sentences, that have all of `words`.

    Args:
        store: Any. On a file every word must stand in the name or sentence as it is, case and accents apart.
        words: Plain text.
        limit: Names at most, and sentences at most.
        timeout: Seconds at most, on a server.

    Returns:
        Columns `COLUMNS`; `score` is empty on a file.

    Raises:
        QueryError: There is no word in `words`, or the server takes too long.
        StoreError: The store cannot be read.
    """
    if not split_words(words):
        raise QueryError(f"{words!r} has no word to look for")
    if isinstance(store, Answering):
        table = run_query(store, "search", {"words": words, "limit": limit}, limit=2 * limit, timeout=timeout)
        return Table(columns=COLUMNS, rows=table.rows)
    return _search_file(store, frozenset(split_words(words)), limit)


def split_words(text: str) -> list[str]:
    """Return the words of `text` without accents, in lower case."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"\w+", "".join(char for char in folded if not unicodedata.combining(char)))


def _search_file(store: GraphStore, words: frozenset[str], limit: int) -> Table:
    names: list[tuple[str, str, str]] = []
    sentences: dict[str, str] = {}
    documents: dict[str, tuple[str, object]] = {}
    origins: dict[str, str] = {}
    for element in store.read():
        match element:
            case Node(labels=("Document",)):
                documents[element.id] = (str(element.properties.get("name", "")), element.properties.get("published"))
            case Node(labels=("Sentence",)):
                text = str(element.properties.get("text", ""))
                if len(sentences) < limit and words <= set(split_words(text)):
                    sentences[element.id] = text
            case Node():
                if (
                    len(names) < limit
                    and _NAMED.intersection(element.labels)
                    and any(words <= set(split_words(name)) for name in _spellings(element))
                ):
                    names.append((_kind(element), str(element.properties["name"]), element.id))
            case Relationship(type="IN_DOCUMENT") if element.start_id in sentences:
                origins[element.start_id] = element.end_id
    rows: list[tuple[Plain, ...]] = [(kind, name, None, None, None, identifier) for kind, name, identifier in names]
    for identifier, text in sentences.items():
        name, published = documents.get(origins.get(identifier, ""), (None, None))
        rows.append(("Sentence", text, name, plain(published), None, identifier))
    return Table(columns=COLUMNS, rows=tuple(rows))


def _spellings(node: Node) -> Iterator[str]:
    yield str(node.properties["name"])
    aliases = node.properties.get("aliases")
    if isinstance(aliases, list):
        yield from aliases


def _kind(node: Node) -> str:
    if "Event" in node.labels:
        return str(node.properties["type"])
    return next((label for label in ("Country", *ENTITY_LABELS, "Position") if label in node.labels), "Entity")

"""The one place that turns a target as a person writes it into a store.

It starts no server: "local" is for the caller to turn into an address first.
"""

from pathlib import Path

from graphbuilder.errors import StoreError
from graphbuilder.store.base import GraphStore
from graphbuilder.store.jsonl_store import JsonlStore
from graphbuilder.store.neo4j_access import SERVER_SCHEMES, open_driver
from graphbuilder.store.neo4j_store import Neo4jStore

FILE_SCHEME = "file"


def open_store(
    target: str, *, user: str = "neo4j", password: str = "", database: str | None = None, as_it_is: bool = False
) -> GraphStore:
    """Return the store that `target` names; close it after use, or use it in a `with`.

    Args:
        target: "file:graph.jsonl", or the address of a server: "bolt://127.0.0.1:7687", "neo4j+s://graph.example.org".
        user: For a server; with an empty name no credentials are sent.
        password: For a server.
        database: For a server; None for the user's own.
        as_it_is: Look at a graph of any version without bringing an older one forward.

    Raises:
        StoreError: The target makes no sense, or the server cannot be reached (StoreUnavailableError) or refuses
            (StoreAccessError).
    """
    scheme, colon, rest = target.partition(":")
    if colon and scheme == FILE_SCHEME:
        path = rest.removeprefix("//")
        if not path:
            raise StoreError(f"{target}: name a file: file:graph.jsonl")
        return JsonlStore(Path(path))
    if colon and scheme in SERVER_SCHEMES:
        if as_it_is:
            return Neo4jStore(open_driver(target, user, password, database), target, database)
        return Neo4jStore.connect(target, user, password, database)
    raise StoreError(
        f"{target!r} names no store; write file:graph.jsonl, or an address that starts with "
        f"{', '.join(f'{known}://' for known in SERVER_SCHEMES)}"
    )

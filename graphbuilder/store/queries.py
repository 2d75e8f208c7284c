"""The Cypher files of cypher/: found, read with their header, their parameters checked; and questions put to a store.

A file is one statement. Its header is a comment:

    // Meetings of a person              the title
    // Who met whom, and where.          what it is for, one or more lines
    // $person (text, required): a name  a parameter: type, default as JSON or "required", what it means
    // returns: start, name, place       the columns

Names in capitals (KEY_LABEL, START_LABEL, END_LABEL, RELATIONSHIP_TYPE) stand for a label or type of the graph model.
No text from outside ever becomes part of a statement: values go in as parameters, names come from the graph model only.
"""

import re
import shlex
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from time import monotonic
from typing import Protocol, runtime_checkable

import msgspec

from graphbuilder.errors import MissingParameterError, QueryError, did_you_mean
from graphbuilder.graph.schema import KEY_LABELS, RELATIONSHIP_TYPES
from graphbuilder.store.base import GraphStore
from graphbuilder.store.parameters import Parameter, convert, parse_parameter
from graphbuilder.store.values import Plain

READ = "read"
"""The folder of questions for people; a bare name is looked up there."""
EXAMPLE = "example"
"""The folder of statements that find something to ask about: example/itinerary for that question, else example/person for all
that need a person. Each returns rows of the parameters needed, the best first."""
ENTITY_PARAMETERS = frozenset({"person", "other", "country", "camp", "of", "place", "name"})
"""Parameters by which a person, organisation, group or place is named."""
_BY_ID = (("neighbours", "id"),)
_KNOWN_BY = {
    **dict.fromkeys(ENTITY_PARAMETERS, (("find_entity", "name"), *_BY_ID)),
    **dict.fromkeys(("event", "id"), _BY_ID),
    "document": (("document_events", "document"), *_BY_ID),
    "source": (("documents", "source"),),
}
"""The questions, with their parameter, one of which knows what is given for a parameter."""
EXAMPLE_SECONDS = 5.0
"""How long an example is looked for."""
_SHORTEST = 0.05
MOST_EXAMPLES = 25

QUERY_NAME = re.compile(r"[a-z0-9_]+(?:/[a-z0-9_]+)?")
"""What a name looks like; any other text is a statement."""
_PLACEHOLDERS: dict[str, frozenset[str]] = {
    "KEY_LABEL": frozenset(KEY_LABELS),
    "START_LABEL": frozenset(KEY_LABELS),
    "END_LABEL": frozenset(KEY_LABELS),
    "RELATIONSHIP_TYPE": frozenset(RELATIONSHIP_TYPES),
}
LIMIT = "limit"
"""The parameter by which a query is told how many rows are wanted, so that it sorts before it looks further."""


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """A statement from cypher/, without its header; `name` is its path there: "read/itinerary"."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    returns: str
    text: str

    @property
    def short(self) -> str:
        """The bare name of a question, the path of any other statement."""
        return self.name.removeprefix(f"{READ}/")


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """An answer: rows of plain JSON values in the order of `columns`; `truncated` when there were more than asked for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Plain, ...], ...]
    truncated: bool = False


@runtime_checkable
class Answering(Protocol):
    """A store that understands Cypher."""

    def answer(self, text: str, parameters: Mapping[str, object], *, limit: int, timeout: float) -> Table:
        """Run a statement that reads; `timeout` in seconds."""
        ...


def run_query(
    store: GraphStore,
    text_or_name: str,
    parameters: Mapping[str, object] | None = None,
    *,
    limit: int = 1_000,
    timeout: float = 60.0,
) -> Table:
    """Answer a question: a named query ("itinerary"), or a Cypher text of one's own. Nothing is ever written.

    Args:
        store: One that understands Cypher; a file does not.
        text_or_name: A name from `list_queries`, or a statement.
        parameters: By name, without the dollar sign. Those of a named query are checked and may be strings; those of a text
            go to the server as they are.
        limit: Rows at most.
        timeout: Seconds at most.

    Raises:
        QueryError: Unknown name, wrong or missing parameter, a statement that is wrong, writes, or takes too long; or a
            store that does not understand Cypher.
        StoreError: The server cannot be reached.
    """
    if not isinstance(store, Answering):
        raise QueryError(f"{store.name} cannot answer Cypher; build the graph into a Neo4j server and ask that one")
    given = parameters or {}
    if QUERY_NAME.fullmatch(text_or_name.strip()):
        query = load_query(text_or_name.strip())
        if any(parameter.name == LIMIT for parameter in query.parameters):
            given = {LIMIT: limit + 1, **given}
        try:
            return store.answer(query.text, bind(query, given), limit=limit, timeout=timeout)
        except MissingParameterError as error:
            example = find_example(store, query)
            raise MissingParameterError(f"{error}, for example {example}" if example else str(error)) from error
    return store.answer(text_or_name, given, limit=limit, timeout=timeout)


def why_nothing(store: GraphStore, query: Query, given: Mapping[str, object]) -> Iterator[str]:
    """Yield what may explain an empty answer: each name, source or id given for `query` that the graph does not know."""
    for parameter in query.parameters:
        value = str(given.get(parameter.name) or "")
        if not value or parameter.name not in _KNOWN_BY:
            continue
        if _is_known(store, parameter.name, value):
            continue
        if parameter.name == "source":
            sources = (str(row[0]) for row in run_query(store, "sources").rows)
            yield f"no document is from {value!r};{did_you_mean(value, sources)} graphbuilder query sources lists all"
        elif parameter.name in ENTITY_PARAMETERS:
            yield f"nobody and nothing in the graph is called {value!r}; graphbuilder search looks for names and words"
        else:
            yield f"nothing in the graph has the {'id or address' if parameter.name == 'document' else 'id'} {value!r}"


def _is_known(store: GraphStore, parameter: str, value: str) -> bool:
    return any(run_query(store, name, {of: value}, limit=1).rows for name, of in _KNOWN_BY[parameter])


def find_example(store: Answering, query: Query) -> str | None:
    """Return options with which `query` finds something in what the store holds; None where nothing is found in time."""
    end = monotonic() + EXAMPLE_SECONDS
    try:
        for given in _candidates(store, query):
            left = max(end - monotonic(), _SHORTEST)
            if store.answer(query.text, bind(query, {LIMIT: 1, **given}), limit=1, timeout=left).rows:
                return " ".join(f"--{name} {shlex.quote(str(value))}" for name, value in given.items())
    except QueryError:
        return None
    return None


def _candidates(store: Answering, query: Query) -> Iterator[dict[str, Plain]]:
    needed = [parameter.name for parameter in query.parameters if parameter.required]
    known = {one.name for one in list_queries(EXAMPLE)}
    found = next((one for one in (f"{EXAMPLE}/{query.short}", f"{EXAMPLE}/{'_'.join(needed)}") if one in known), None)
    if found:
        table = store.answer(load_query(found).text, {}, limit=MOST_EXAMPLES, timeout=EXAMPLE_SECONDS)
        yield from (dict(zip(table.columns, row, strict=True)) for row in table.rows)


def list_queries(folder: str = READ) -> list[Query]:
    """Return the queries of a folder of cypher/, by name."""
    names = [entry.name for entry in (_root() / folder).iterdir() if entry.name.endswith(".cypher")]
    return [load_query(f"{folder}/{name.removesuffix('.cypher')}") for name in sorted(names)]


@cache
def load_query(name: str) -> Query:
    """Return a query by its path in cypher/ ("write/create_nodes") or, in read/, by its bare name ("itinerary").

    Raises:
        QueryError: There is none, or its header is wrong.
    """
    path = name if "/" in name else f"{READ}/{name}"
    folder, _, file = f"{path}.cypher".rpartition("/")
    if not QUERY_NAME.fullmatch(name) or file not in _statements(folder):
        known = tuple(short.removesuffix(".cypher") for short in _statements(READ))
        hint = did_you_mean(name, known) or f" there are {', '.join(known)};"
        raise QueryError(f"there is no query {name!r};{hint} graphbuilder query --list shows all")
    return parse_query(path, (_root() / f"{path}.cypher").read_text(encoding="utf-8"))


def _statements(folder: str) -> list[str]:
    """Return the names of the files in a folder of cypher/, in order; none where there is no such folder."""
    inside = next((entry for entry in _root().iterdir() if entry.name == folder and entry.is_dir()), None)
    return sorted(e.name for e in inside.iterdir() if e.name.endswith(".cypher")) if inside else []


def parse_query(name: str, content: str) -> Query:
    """Return the query that a file's content describes.

    Raises:
        QueryError: The header lacks a title, a purpose or what is returned, or declares other parameters than are used.
    """
    lines = content.splitlines()
    length = next((number for number, line in enumerate(lines) if not line.startswith("//")), len(lines))
    header = [line.removeprefix("//").strip() for line in lines[:length]]
    text = "\n".join(lines[length:]).strip()
    purpose: list[str] = []
    parameters: list[Parameter] = []
    returns = ""
    for line in header[1:]:
        if line.startswith("$"):
            parameters.append(parse_parameter(name, line))
        elif line.startswith("returns:"):
            returns = line.removeprefix("returns:").strip()
        else:
            purpose.append(line)
    if not (header and header[0] and purpose and returns and text):
        raise QueryError(
            f"{name}: the header needs a title, a purpose and a line 'returns:', and then comes a statement"
        )
    used = set(re.findall(r"\$(\w+)", text))
    if used != {parameter.name for parameter in parameters}:
        raise QueryError(f"{name}: the header declares other parameters than the statement uses: {sorted(used)}")
    return Query(
        name=name,
        title=header[0],
        description=" ".join(purpose),
        parameters=tuple(parameters),
        returns=returns,
        text=text,
    )


def bind(query: Query, given: Mapping[str, object]) -> dict[str, object]:
    """Return the parameters of `query` with their defaults, strings turned into what is declared.

    A date stays a string, checked: the statements use `date($from)`.

    Raises:
        MissingParameterError: One that is required is not given.
        QueryError: A parameter is unknown, of the wrong kind, or outside its vocabulary.
    """
    declared = {parameter.name: parameter for parameter in query.parameters}
    unknown = sorted(set(given) - set(declared))
    if unknown:
        known = ", ".join(parameter.option for parameter in declared.values()) or "none"
        raise QueryError(f"{query.short} takes no --{unknown[0]}; it takes {known}")
    missing = [p for p in query.parameters if p.required and given.get(p.name) is None]
    if missing:
        raise MissingParameterError(
            f"{query.short} needs {' and '.join(f'{p.usage} ({p.description})' for p in missing)}"
        )
    return {
        name: parameter.default if given.get(name) is None else convert(query.short, parameter, given[name])
        for name, parameter in declared.items()
    }


def fill(query: Query, names: Mapping[str, str]) -> str:
    """Return the statement with each placeholder replaced by a label or type of the graph model.

    Raises:
        QueryError: A name that the graph model does not have, or a placeholder without one.
    """
    text = query.text
    for placeholder, allowed in _PLACEHOLDERS.items():
        if placeholder in text:
            name = names.get(placeholder, "")
            if name not in allowed:
                raise QueryError(f"{query.name}: {placeholder} cannot be {name!r}")
            text = text.replace(placeholder, name)
    return text


@cache
def _root() -> Traversable:
    installed = files("graphbuilder") / "cypher"
    if installed.is_dir():
        return installed
    return Path(str(files("graphbuilder"))).parent / "cypher"

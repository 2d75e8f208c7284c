"""Every error this package raises on purpose.

    GraphbuilderError
    ├── InputError            a file, a line or a page that cannot be read; the build goes on
    ├── SettingsError         a setting or option that makes no sense
    ├── OntologyError         data/ontology.toml says something the model does not allow
    ├── ModelMissingError     no spaCy model is installed
    ├── SchemaError           an element that graph-model.md does not know
    ├── WorkspaceError        the log cannot be opened or is of a newer version
    ├── StoreError            a store refused
    │   ├── StoreUnavailableError    nothing answers at that address
    │   └── StoreAccessError         wrong password, read-only user, missing database
    ├── JudgementError        a judgement that contradicts another, or names nothing in the graph
    ├── QueryError            a Cypher text or parameter that cannot be run
    │   └── MissingParameterError    a named query lacks what it must be given
    └── ServerError           the private local Neo4j cannot be had

The message is one clear sentence for the person at the terminal: what happened, where, what to do; where a word is none of those
there are, also the nearest one.
"""

import re
from collections.abc import Iterable
from difflib import get_close_matches


class GraphbuilderError(Exception):
    """Root of the tree; the command line prints its message and exits with `exit_code`."""

    exit_code = 1


class InputError(GraphbuilderError):
    """A file, line or page that cannot be read.

    `origin` names the file and, where there is one, the line: "news.jsonl:17".
    """

    exit_code = 3

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(f"{origin}: {reason}")
        self.origin = origin
        self.reason = reason


class SettingsError(GraphbuilderError):
    """A setting or option that makes no sense."""

    exit_code = 2


class OntologyError(GraphbuilderError):
    """The ontology file says something the graph model does not allow."""


class ModelMissingError(GraphbuilderError):
    """No spaCy model is installed."""

    exit_code = 4


class SchemaError(GraphbuilderError):
    """A node or relationship that the graph model does not know."""


class WorkspaceError(GraphbuilderError):
    """The workspace log cannot be opened, or was written by a newer version."""

    exit_code = 5


class JudgementError(GraphbuilderError):
    """A judgement that contradicts another, or names nothing in the graph."""

    exit_code = 9


class StoreError(GraphbuilderError):
    """A store refused to read or write."""

    exit_code = 6


class StoreUnavailableError(StoreError):
    """Nothing answers at the store's address."""


class StoreAccessError(StoreError):
    """Wrong password, read-only user or missing database."""


class QueryError(GraphbuilderError):
    """A Cypher text, name or parameter that cannot be run."""

    exit_code = 7


class MissingParameterError(QueryError):
    """A named query was not given a parameter that it needs."""


class ServerError(GraphbuilderError):
    """The private local Neo4j cannot be had; the message says what to do instead."""

    exit_code = 8


def counted(count: int, noun: str, plural: str = "") -> str:
    """Return a number with what it counts, as a person reads it: "1 person", "2,000 people"."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return " did you mean X?" with the nearest of the words there are, or nothing where none is near."""
    spelled = {plain_word(one): one for one in known}
    near = get_close_matches(plain_word(word), spelled, n=1, cutoff=0.6)
    return f" did you mean {spelled[near[0]]}?" if near else ""


def plain_word(word: str) -> str:
    """Return a word as it counts: in small letters, without spaces, - and _."""
    return re.sub(r"[\s_-]", "", word).casefold()

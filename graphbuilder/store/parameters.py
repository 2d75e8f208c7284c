"""The parameters of the statements in cypher/: how a header declares one, and how a value given becomes what is declared.

A type is text, date, count, number or rows, or the name of a vocabulary; a value outside its vocabulary is refused with the
words there are. Nothing here knows a statement, and nothing reaches a server.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from math import isfinite

import msgspec

from graphbuilder.errors import QueryError, did_you_mean, plain_word
from graphbuilder.graph.schema import ENTITY_LABELS
from graphbuilder.ontology import EVENT_LABELS
from graphbuilder.records.annotation import Status

VOCABULARIES: dict[str, tuple[str, ...]] = {
    "label": EVENT_LABELS,
    "status": tuple(status.value for status in Status),
    "kind": (*ENTITY_LABELS, "Country"),
    "step": ("month", "quarter", "year"),
    "lack": ("date", "place"),
    "answer": ("yes", "no"),
}
"""Types of parameters that take one of a few words. A word counts in any case, with or without spaces, - and _."""

MOST = 1_000_000_000
"""The largest number of rows, days or seconds that is taken: a larger one is a slip, and no calendar holds it."""
_WHOLE = 2**63
"""Whole numbers from here on, and below minus this, fit in no server."""
_DEEPEST = 50
"""How many lists and maps may lie in each other."""

_TYPES = frozenset({"text", "date", "count", "number", "rows", *VOCABULARIES})
_DECLARATION = re.compile(r"\$(\w+) \((\w+), (?:default (.+?)|required)\): (.+)")
_METAVARS = {"event": "ID", "id": "ID", "document": "ID", "words": "WORDS", "topic": "WORDS", "day": "YYYY-MM-DD"}


class Parameter(msgspec.Struct, frozen=True, kw_only=True):
    """A parameter of a query.

    `type` is text, date (YYYY-MM-DD), count (a whole number), number, rows (for the store only) or one of VOCABULARIES.
    """

    name: str
    type: str
    description: str
    required: bool = False
    default: str | int | float | None = None

    @property
    def values(self) -> tuple[str, ...]:
        """The only values there are; empty where anything of the type will do."""
        return VOCABULARIES.get(self.type, ())

    @property
    def option(self) -> str:
        """How the command line spells it: "--person"."""
        return f"--{self.name}"

    @property
    def usage(self) -> str:
        """The option with what follows it: "--person NAME"."""
        return f"{self.option} {_METAVARS.get(self.name, 'NAME')}"


def parse_parameter(name: str, line: str) -> Parameter:
    """Return the parameter that a header line of the query `name` declares.

    Raises:
        QueryError: The line is not of that form, or the default is not of the type.
    """
    match = _DECLARATION.fullmatch(line)
    if match is None or match[2] not in _TYPES:
        raise QueryError(f"{name}: a parameter is written '$name (type, default X): meaning', not {line!r}")
    default = msgspec.json.decode(match[3], type=str | int | float | None) if match[3] else None
    found = Parameter(name=match[1], type=match[2], description=match[4], required=match[3] is None, default=default)
    if found.values and default is not None and default not in found.values:
        raise QueryError(f"{name}: the default of ${found.name} is none of {', '.join(found.values)}")
    return found


def convert(query: str, parameter: Parameter, value: object) -> object:
    """Return a value given for a parameter of `query` as what is declared; a date stays a string, checked.

    Raises:
        QueryError: It is not of the type, or not a word of the vocabulary; the message names those there are, the nearest first.
    """
    if parameter.values:
        return _word(query, parameter, str(value))
    kind, wanted = _WANTED.get(parameter.type, (None, ""))
    if kind is None:
        return value if parameter.type == "rows" else str(value)
    try:
        return kind(value)
    except ValueError as error:
        raise QueryError(f"{query}: {parameter.option} must be {wanted}, not {value!r}") from error


def check_values(parameters: Mapping[str, object], timeout: float) -> None:
    """Refuse what no server can be sent, before the driver sees it.

    Args:
        parameters: Values for a statement, by name.
        timeout: Seconds.

    Raises:
        QueryError: A number that does not fit in 64 bits, lists that lie too deep in each other, or no length of time.
    """
    if not 0 < timeout <= MOST:
        raise QueryError(f"a time limit is a number of seconds from 0 to {MOST:,}, not {timeout}")
    for name, value in parameters.items():
        level: list[object] = [value]
        for _ in range(_DEEPEST):
            if any(isinstance(one, int) and not -_WHOLE <= one < _WHOLE for one in level):
                raise QueryError(
                    f"the number given for {name} is too large; whole numbers lie between -2**63 and 2**63"
                )
            level = [part for one in level for part in _parts(one)]
        if level:
            raise QueryError(f"what is given for {name} has lists within lists more than {_DEEPEST} deep")


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, list | tuple) else ()


def _word(query: str, parameter: Parameter, value: str) -> str:
    spelled = {plain_word(one): one for one in parameter.values}
    found = spelled.get(plain_word(value))
    if found is None:
        listed = ", ".join(parameter.values)
        hint = did_you_mean(value, parameter.values)
        raise QueryError(f"{query}: {parameter.option} cannot be {value!r};{hint} it is one of {listed}")
    return found


def _day(value: object) -> str:
    return (value if isinstance(value, date) else date.fromisoformat(str(value))).isoformat()


def _count(value: object) -> int:
    if not str(value).isdecimal() or int(str(value)) > MOST:
        raise ValueError(value)
    return int(str(value))


def _number(value: object) -> float:
    found = float(str(value))
    if not isfinite(found):
        raise ValueError(value)
    return found


_WANTED: Mapping[str, tuple[Callable[[object], object], str]] = {
    "date": (_day, "a day written YYYY-MM-DD"),
    "count": (_count, f"a whole number, 0 to {MOST:,}"),
    "number": (_number, "a number"),
}

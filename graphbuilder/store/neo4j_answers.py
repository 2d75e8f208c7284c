"""Put a question to a database in a transaction that may only read, and say in plain words what is wrong with it."""

import re
from collections.abc import Mapping
from itertools import islice

from neo4j import Session, Transaction
from neo4j.exceptions import ClientError

from graphbuilder.errors import QueryError
from graphbuilder.store.parameters import check_values
from graphbuilder.store.queries import Table
from graphbuilder.store.values import plain

_EXPLAIN = "EXPLAIN\n"
_PLAN = re.compile(r"(?:\s|//[^\n]*\n|/\*.*?\*/)*(?:EXPLAIN|PROFILE)\b", re.IGNORECASE | re.DOTALL)
_POSITION = re.compile(r"line (\d+), column (\d+) \(offset: (\d+)\)")
_MISSING_INDEX = "There is no such fulltext schema index: graphbuilder_"
_UNREADABLE_WORDS = ("queryparser.classic.ParseException", "TokenMgrError", "TooManyClauses", "TooManyNestedClauses")
"""How the server's index says that it cannot read what it is asked for."""
_STATEMENT_FAULTS = ("Neo.ClientError.Statement", "Neo.ClientError.Procedure", "Neo.ClientError.Schema")


def answer(session: Session, text: str, parameters: Mapping[str, object], *, limit: int, timeout: float) -> Table:
    """Run a statement that only reads, in a session opened for reading; see `queries.run_query`.

    Raises:
        QueryError: It is wrong, would write, or takes longer than `timeout` seconds; or a value is none that a server can hold.
    """
    check_values(parameters, timeout)
    try:
        with session.begin_transaction(timeout=timeout) as transaction:
            return _answer(transaction, text, dict(parameters), limit)
    except UnicodeEncodeError as error:
        raise QueryError(f"{error.object[error.start]!a} is no text: it is half a sign; leave it out") from error
    except ClientError as error:
        if error.code and error.code.startswith("Neo.ClientError.Transaction.TransactionTimedOut"):
            raise QueryError(f"no answer within {timeout:g} seconds; ask for less or give it longer") from error
        if _MISSING_INDEX in (error.message or ""):
            raise QueryError(
                "the indexes of this graph are of an older version; open it once as a user who may write "
                "(graphbuilder query overview)"
            ) from error
        if error.code and error.code.startswith("Neo.ClientError.Statement.ParameterMissing"):
            missing = (error.message or "").partition(":")[2].strip()
            raise QueryError(f"the statement needs values for {missing}; give each with --param NAME=VALUE") from error
        if any(fault in (error.message or "") for fault in _UNREADABLE_WORDS):
            raise QueryError(
                "these words are no full-text search: close every quote and bracket and end with a word; "
                'graphbuilder search "..." takes every sign as plain text'
            ) from error
        if error.code and error.code.startswith(_STATEMENT_FAULTS):
            raise QueryError(f"the statement cannot be run: {_placed(error.message or '')}") from error
        raise


def _answer(transaction: Transaction, text: str, parameters: dict[str, object], limit: int) -> Table:
    if _PLAN.match(text):
        raise QueryError(
            "EXPLAIN and PROFILE give a plan, which is no table; leave the word out, or ask in Neo4j Browser "
            "(graphbuilder neo4j open)"
        )
    kind = transaction.run(_EXPLAIN + text, parameters).consume().query_type
    if kind != "r":
        raise QueryError("the statement would write; only questions are answered here")
    result = transaction.run(text, parameters)
    columns = tuple(result.keys())
    rows = [tuple(plain(value) for value in record.values()) for record in islice(result, limit + 1)]
    return Table(columns=columns, rows=tuple(rows[:limit]), truncated=len(rows) > limit)


def _placed(message: str) -> str:
    """Return the server's message with positions that count without the word we put before the statement."""
    return _POSITION.sub(lambda at: f"line {max(int(at[1]) - 1, 1)}, column {at[2]}", message)

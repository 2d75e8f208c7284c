"""`query` and `search`: questions put to a graph.

Every parameter of the named queries is an option of `query`, and the shell completes those of the query that was named.
"""

import csv
import io
import json
import sys
from collections.abc import Callable, Sequence
from inspect import Parameter, signature
from typing import Annotated, Any, get_type_hints

import typer
from typer.core import TyperCommand

from graphbuilder.cli.console import Shown, note, show_answer, show_json, show_table, show_text
from graphbuilder.cli.filters import among
from graphbuilder.cli.options import Quiet, Store, number
from graphbuilder.cli.targets import find_target, opened_store
from graphbuilder.config import load_settings
from graphbuilder.errors import SettingsError, counted, did_you_mean
from graphbuilder.ontology import load_ontology
from graphbuilder.store.catalogue import render_queries
from graphbuilder.store.parameters import Parameter as NamedParameter
from graphbuilder.store.queries import LIMIT, Query, Table, list_queries, run_query, why_nothing
from graphbuilder.store.search import search
from graphbuilder.store.values import Plain

SUFFIX = "_value"
"""Ends the Python names of the parameters of named queries, some of which (from) are words of the language."""

Output = Annotated[
    str,
    typer.Option("--format", "-f", help="table, json, jsonl or csv.", autocompletion=among(lambda: tuple(WRITERS))),
]
Limit = Annotated[int, number("Rows at most.")]
Timeout = Annotated[float, number("Seconds at most.", at_least=0.1)]


def _names(incomplete: str) -> list[tuple[str, str]]:
    """Return the named queries that begin so, for the shell."""
    return [(query.short, query.title) for query in list_queries() if query.short.startswith(incomplete)]


def _values(name: str) -> Callable[[str], list[str]]:
    def complete(incomplete: str) -> list[str]:
        known = load_ontology().topics.values() if name == "topic" else _parameters()[name].values
        return [value for value in known if value.startswith(incomplete)]

    return complete


def _parameters() -> dict[str, NamedParameter]:
    """Return the parameters of the named queries by name, each as the first query that has it declares it."""
    found: dict[str, NamedParameter] = {}
    for query in list_queries():
        for parameter in query.parameters:
            if parameter.name != LIMIT:
                found.setdefault(parameter.name, parameter)
    return found


class QueryCommand(TyperCommand):
    """The command `query`: the shell offers the parameters of the query that was named, not those of others."""

    def shell_complete(self, ctx: typer.Context, incomplete: str) -> list[Any]:  # type: ignore[override]  # its own context class is private
        """Return what may come next."""
        items = super().shell_complete(ctx, incomplete)
        named = next((query for query in list_queries() if query.short == ctx.params.get("text")), None)
        own = {parameter.name for parameter in named.parameters} if named else set()
        others = {f"--{name}" for name in _parameters() if name not in own}
        return [item for item in items if item.value not in others]


def with_parameters(command: Callable[..., None]) -> Callable[..., None]:
    """Return `command` with an option for every parameter of the named queries."""
    hints = get_type_hints(command, include_extras=True)
    declared = [
        parameter.replace(annotation=hints[name])
        for name, parameter in signature(command).parameters.items()
        if parameter.kind is not Parameter.VAR_KEYWORD
    ]
    for name, parameter in sorted(_parameters().items()):
        option = typer.Option(
            parameter.option,
            help=parameter.description,
            rich_help_panel="Parameters of named queries",
            autocompletion=_values(name),
        )
        declared.append(
            Parameter(
                name + SUFFIX,
                Parameter.POSITIONAL_OR_KEYWORD,
                default=None,
                annotation=Annotated[str | None, option],
            )
        )

    def called(**given: Any) -> None:  # typer gives what the options hold
        command(**given)

    called.__doc__ = command.__doc__
    called.__annotations__ = {parameter.name: parameter.annotation for parameter in declared}
    called.__signature__ = signature(command).replace(parameters=declared)  # type: ignore[attr-defined]  # what typer reads
    return called


def query_command(
    text: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME|CYPHER]",
            help="A named query, or Cypher; leave it out to list the names.",
            autocompletion=_names,
        ),
    ] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter of your own Cypher.")
    ] = None,
    listed: Annotated[
        bool,
        typer.Option(
            "--list", help="List the named queries, or say all about the one named; with --format markdown as a page."
        ),
    ] = False,
    output: Output = "table",
    limit: Limit = 1000,
    timeout: Timeout = 60.0,
    store: Store = None,
    **named: str | None,
) -> None:
    """Ask the graph a question: a named query or Cypher. Nothing is ever written.

    Example: `graphbuilder query itinerary --person "Ana Ruiz" --from 2017-07-01`
    """
    if text is None or listed:
        if output == "markdown":
            sys.stdout.write(render_queries())
        else:
            _check_format(output)
            _show_queries(text, output)
        return
    _check_format(output)
    values = {name.removesuffix(SUFFIX): value for name, value in named.items() if value is not None}
    settings = load_settings()
    with Shown(quiet=True) as shown, opened_store(find_target(store, None, settings), settings, shown) as opened:
        given = {**parse_parameters(param or ()), **values}
        table = run_query(opened, text, given, limit=limit, timeout=timeout)
        named_query = next((query for query in list_queries() if query.short == text.strip()), None)
        reasons = tuple(why_nothing(opened, named_query, given)) if named_query and not table.rows else ()
    _show(table, output, limit)
    for reason in reasons:
        note(reason)


def search_command(
    words: Annotated[str, typer.Argument(help="What to look for; every sign in it is plain text.")],
    output: Output = "table",
    limit: Annotated[int, number("Names at most, and sentences at most.")] = 25,
    timeout: Timeout = 60.0,
    store: Store = None,
    quiet: Quiet = False,
) -> None:
    """Find names and sentences that have all these words.

    On a server the best matches come first and endings do not matter ("cartel" finds "cartels"); on a file the words are
    compared as they stand, upper or lower case and accents apart, and the first matches come in order of id.

    Example: `graphbuilder search "drug cartels"`
    """
    _check_format(output)
    settings = load_settings()
    with Shown(quiet=True) as shown, opened_store(find_target(store, None, settings), settings, shown) as opened:
        table = search(opened, words, limit=limit, timeout=timeout)
    _show(table, output, limit)
    if not table.rows:
        note("nothing has all these words", quiet=quiet)


def _show(table: Table, output: str, limit: int) -> None:
    WRITERS[output](table)
    if table.truncated:
        note(f"only the first {counted(limit, 'row')} shown; ask for more with --limit")


def _show_queries(name: str | None, output: str) -> None:
    queries = [query for query in list_queries() if name is None or query.short == name]
    if name is None:
        rows = [(query.short, query.title, ", ".join(_shown_parameters(query))) for query in queries]
        _show_list("Named queries", ("name", "answers", "parameters"), rows, output, said="* must be given")
        return
    if not queries:
        hint = did_you_mean(name, (query.short for query in list_queries()))
        raise SettingsError(f"there is no query {name!r};{hint} graphbuilder query --list shows all")
    query = queries[0]
    title = f"{query.title}. {query.description} Gives {query.returns}."
    told = [(p.option, p.type, "must be given" if p.required else p.default, p.description) for p in query.parameters]
    _show_list(title, ("parameter", "type", "default", "means"), told, output)


def _show_list(
    title: str, columns: tuple[str, ...], rows: Sequence[tuple[Plain, ...]], output: str, *, said: str = ""
) -> None:
    if output == "table":
        show_table(title, columns, rows, note=said)
    else:
        WRITERS[output](Table(columns=columns, rows=tuple(rows)))


def _shown_parameters(query: Query) -> list[str]:
    return [p.name + ("*" if p.required else "") for p in query.parameters if p.name != LIMIT]


def _check_format(output: str) -> None:
    if output not in WRITERS:
        raise SettingsError(f"--format {output}: choose one of {', '.join(WRITERS)}")


def parse_parameters(given: Sequence[str]) -> dict[str, object]:
    """Return parameters given as NAME=VALUE; a value that is JSON (a number, a list) becomes that, anything else is text.

    Raises:
        SettingsError: One is not of that form, or too large or too deep to be read.
    """
    parameters: dict[str, object] = {}
    for item in given:
        name, separator, value = item.partition("=")
        if not separator or not name:
            raise SettingsError(f"--param {item}: write NAME=VALUE")
        try:
            parameters[name] = json.loads(value)
        except json.JSONDecodeError:
            parameters[name] = value
        except (ValueError, RecursionError) as error:  # thousands of digits, or of brackets
            raise SettingsError(
                f"--param {name}: this number is too large, or its lists lie too deep in each other"
            ) from error
    return parameters


def _write_table(table: Table) -> None:
    rows = len(table.rows)
    show_answer(table.columns, table.rows, note=f"{rows:,} {'row' if rows == 1 else 'rows'}")


def _write_json(table: Table) -> None:
    show_json([dict(zip(table.columns, row, strict=True)) for row in table.rows])


def _write_jsonl(table: Table) -> None:
    for row in table.rows:
        show_json(dict(zip(table.columns, row, strict=True)), indent=None)


def _write_csv(table: Table) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(table.columns)
    writer.writerows(
        [json.dumps(cell, ensure_ascii=False) if isinstance(cell, list | dict) else cell for cell in row]
        for row in table.rows
    )
    show_text(buffer.getvalue())


WRITERS = {"table": _write_table, "json": _write_json, "jsonl": _write_jsonl, "csv": _write_csv}

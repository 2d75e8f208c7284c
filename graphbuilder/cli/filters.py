"""The options that say which events count, the same for `analyze` and `export`."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuilder.cli.options import number
from graphbuilder.errors import SettingsError
from graphbuilder.graph.schema import ENTITY_LABELS
from graphbuilder.ontology import EVENT_LABELS, load_ontology
from graphbuilder.records.annotation import Status

if TYPE_CHECKING:
    from graphbuilder.analysis import Selection


def among(words: Callable[[], Iterable[str]]) -> Callable[[str], list[str]]:
    """Return what completes an option by the words it may be, which are looked up when the shell asks."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in words() if word.startswith(incomplete)]

    return complete


Statuses = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        help="Count events of this status (or all); actual by default, and in the calendar planned and cancelled too.",
        autocompletion=among(lambda: (*Status, "all")),
    ),
]
Labels = Annotated[
    list[str] | None,
    typer.Option("--label", help="Count events of this label only.", autocompletion=among(lambda: EVENT_LABELS)),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        help="Count Person, Organization, Place or Group only.",
        autocompletion=among(lambda: (*ENTITY_LABELS, "Country")),
    ),
]
Topics = Annotated[
    list[str] | None,
    typer.Option(
        "--topic",
        help="Count events about this topic (diplomatic ...) only.",
        autocompletion=among(lambda: load_ontology().topics),
    ),
]
Places = Annotated[
    list[str] | None, typer.Option("--place", help="Count events in, to or from this place or what lies in it only.")
]
Sources = Annotated[list[str] | None, typer.Option("--source", help="Count events that this source tells of only.")]
Confidence = Annotated[
    float, number("Count events and participations at least so sure.", "--min-confidence", at_least=0.0, at_most=1.0)
]
Since = Annotated[
    str | None, typer.Option("--from", "--since", metavar="YYYY-MM-DD", help="Count events from this day on.")
]
Until = Annotated[
    str | None, typer.Option("--to", "--until", metavar="YYYY-MM-DD", help="Count events up to this day.")
]


def make_selection(
    *,
    status: list[str] | None = None,
    label: list[str] | None = None,
    kind: list[str] | None = None,
    topic: list[str] | None = None,
    place: list[str] | None = None,
    source: list[str] | None = None,
    min_confidence: float = 0.0,
    since: str | None = None,
    until: str | None = None,
) -> "Selection":
    """Return the selection that options of the command line ask for.

    Raises:
        SettingsError: A day is none. What the names must be is checked where the graph is read.
    """
    from graphbuilder.analysis import Selection  # noqa: PLC0415 - networkx is slow to import

    return Selection(
        statuses=None if status == ["all"] else tuple(status or ()),
        labels=tuple(label) if label else None,
        kinds=tuple(kind) if kind else None,
        topics=tuple(topic) if topic else None,
        places=tuple(place) if place else None,
        sources=tuple(source) if source else None,
        min_confidence=min_confidence,
        since=_day("--from", since),
        until=_day("--to", until),
    )


def _day(option: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"{option} {text}: write a date as 2017-07-05") from None

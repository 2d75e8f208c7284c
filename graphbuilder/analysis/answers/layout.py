"""How answers are laid out: rounding, ranking, days, and how many rows are kept."""

from collections.abc import Iterable, Sequence

import networkx as nx

from graphbuilder.analysis.measures.centrality import degree
from graphbuilder.analysis.measures.paths import Scores
from graphbuilder.analysis.participations import Happening
from graphbuilder.analysis.projections.edges import days_of
from graphbuilder.analysis.tables import Cell, Table
from graphbuilder.analysis.view import View

DIGITS = 6
NOTHING = "No event matches."

Row = tuple[Cell, ...]


def lay_out(view: View, rows: Sequence[Row], *, name: str, title: str, columns: tuple[str, ...], note: str) -> Table:
    """Return a table of the first rows; the note says how many there are, or that nothing was selected at all."""
    limit = view.options.limit
    kept = tuple(rows[:limit] if limit is not None else rows)
    if not rows and not view.selected.events:
        note = NOTHING
    elif len(kept) < len(rows):
        note = f"First {len(kept)} of {len(rows)} rows. {note}"
    return Table(name=name, title=title, columns=columns, rows=kept, note=note)


def rank(
    view: View, scores: Scores, *, name: str, title: str, column: str, note: str, ascending: bool = False
) -> Table:
    """Lay out scores, best first; they are rounded before they are compared, so a tie is a tie on every machine."""
    others = degree(view.graph)
    rows: list[Row] = [
        (entity["name"], entity["type"], rounded(scores[key]), int(others[key]), key)
        for key, entity in view.graph.nodes(data=True)
        if key in scores
    ]
    sign = 1 if ascending else -1
    rows.sort(key=lambda row: (sign * number(row[2]), str(row[0]), str(row[-1])))
    return lay_out(view, rows, name=name, title=title, columns=("name", "type", column, "partners", "id"), note=note)


def size_of(view: View) -> str:
    """Return the size of the co-participation graph as a sentence."""
    graph = view.graph
    return f"{len(graph)} entities, {graph.number_of_edges()} ties weighed by {view.options.weight}."


def rounded(score: float) -> float:
    """Return a score with as many digits as tables show; never -0."""
    return round(float(score), DIGITS) + 0.0


def number(cell: Cell) -> float:
    """Return a cell as a number, 0 where nothing is known."""
    return float(cell or 0)


def days(events: Iterable[Happening]) -> tuple[str | None, str | None]:
    """Return the first and last possible day as text, None where none is known."""
    first, last = days_of(events)
    return (first.isoformat() if first else None, last.isoformat() if last else None)


def tie_days(tie: dict[str, object]) -> tuple[str | None, str | None]:
    """Return the first and last day of an edge as text."""
    first, last = tie["first"], tie["last"]
    return (str(first) if first else None, str(last) if last else None)


def joined(ids: Iterable[str]) -> str:
    """Return ids in one cell."""
    return "; ".join(ids)


def names(view: View, ids: Iterable[str]) -> str:
    """Return the names of entities in one cell."""
    return "; ".join(view.everything.name_of(key) for key in ids)


def name_in(graph: nx.Graph, key: str) -> str:
    """Return the name a node carries."""
    return str(graph.nodes[key]["name"])

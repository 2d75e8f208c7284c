"""Table: what every analysis gives back, a frozen record that a terminal, a notebook or a report shows as it likes.

It knows nothing of networkx, of the graph or of how it is shown.
"""

from typing import Self

from graphbuilder.records.base import Record

Cell = str | int | float | None
"""A number, a text (a date is an ISO string) or None where nothing is known."""


class Table(Record, frozen=True):
    """A titled table: every row has one cell for each of `columns`.

    `name` is the analysis it comes from. `note` is one sentence on what was measured and how much was left out. Columns
    called `id` or ending in `_id` or `_ids` (several, joined by "; ") are for programs; a terminal shows `readable()`.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    note: str = ""

    def to_rows(self) -> list[dict[str, Cell]]:
        """Return the rows as dictionaries by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def readable(self) -> Self:
        """Return the same table without its id columns."""
        kept = [
            place
            for place, column in enumerate(self.columns)
            if column != "id" and not column.endswith(("_id", "_ids"))
        ]
        return type(self)(
            name=self.name,
            title=self.title,
            columns=tuple(self.columns[place] for place in kept),
            rows=tuple(tuple(row[place] for place in kept) for row in self.rows),
            note=self.note,
        )

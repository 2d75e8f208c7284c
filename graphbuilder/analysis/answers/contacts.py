"""Camps of countries by their contacts, and when contacts across them changed."""

from graphbuilder.analysis.answers.layout import Row, joined, lay_out, names, rounded
from graphbuilder.analysis.measures.camps import CONTACT_LABELS, Blocs, count_by, find_blocs, halves
from graphbuilder.analysis.measures.shares import PERMUTATIONS, find_change
from graphbuilder.analysis.projections.windows import slice_of
from graphbuilder.analysis.tables import Table
from graphbuilder.analysis.view import View


def camps(view: View) -> Table:
    """List the camps of countries: their members, and their contacts within and across."""
    found = _find(view)
    home = {country: place for place, members in enumerate(found.members) for country in members}
    within: list[list[str]] = [[] for _ in found.members]
    across: list[list[str]] = [[] for _ in found.members]
    for event, parted in found.contacts:
        sides = {home[country] for who in view.selected.cast()[event] for country in ()} if parted else set()
    rows: list[Row] = []
    return lay_out(view, rows, name="camps", title="Camps of countries", columns=(), note="")

"""Camps of countries by their contacts, and when contacts across them changed."""

from graphbuilder.analysis.answers.layout import Row, joined, lay_out, names, rounded
from graphbuilder.analysis.measures.camps import Blocs, count_by, find_blocs, halves
from graphbuilder.analysis.measures.shares import PERMUTATIONS, find_change
from graphbuilder.analysis.projections.countries import as_countries
from graphbuilder.analysis.projections.windows import slice_of
from graphbuilder.analysis.tables import Table
from graphbuilder.analysis.view import View


def camps(view: View) -> Table:
    """List the camps of countries, each with its contacts among its members and with those of other camps."""
    found = _find(view)
    cast = as_countries(view.selected).cast()
    rows: list[Row] = []
    for place, members in enumerate(found.members, start=1):
        inside = set(members)
        joining = [(event, across) for event, across in found.contacts if inside.intersection(cast[event])]
        within = [event for event, across in joining if not across]
        parted = [event for event, across in joining if across]
        rows.append((place, names(view, members), len(within), len(parted), joined(members), joined(within + parted)))
    columns = ("camp", "members", "within", "across", "member_ids", "event_ids")
    return lay_out(view, rows, name="camps", title="Camps of countries", columns=columns, note=_note(found))


def turn(view: View) -> Table:
    """Count contacts within and across the camps by time slice, and mark where the share across changes."""
    found = _find(view)
    slices = [window.name for window in view.slices]
    slice_by = {
        event: name for event, _ in found.contacts if (name := slice_of(view.selected.events[event], view.slices))
    }
    counts = count_by(found.contacts, slice_by, slices)
    change = find_change(counts, seed=view.options.seed) if len(found.members) > 1 else None
    events: dict[str, list[str]] = {name: [] for name in slices}
    for event, name in slice_by.items():
        events[name].append(event)
    rows: list[Row] = [
        (name, within, across, rounded(across / (across + within)) if across + within else None,
         "yes" if change and change.beyond_chance and change.place == place else None, joined(events[name]))
        for place, (name, (across, within)) in enumerate(zip(slices, counts, strict=True))
    ]  # fmt: skip
    said = "No change. " if found.members else ""
    if change:
        said = (
            f"The share across goes from {change.before:.0%} to {change.after:.0%} in {slices[change.place]}"
            f"{'' if change.beyond_chance else ', no more than by chance'} (p {change.p:.3f}, {PERMUTATIONS} permutations, "
            f"seed {view.options.seed}). "
        )
    columns = ("slice", "within", "across", "share_across", "change", "event_ids")
    title = "Contacts within and across the camps"
    return lay_out(view, rows, name="turn", title=title, columns=columns, note=f"{said}{_note(found)}")


def _find(view: View) -> Blocs:
    return find_blocs(view.selected, halves([window.since for window in view.slices[1:]]), seed=view.options.seed)


def _note(found: Blocs) -> str:
    if not found.members:
        return "The contacts between countries form no camps."
    since, until = found.stretch.since, found.stretch.until
    when = f"from {since} on" if since else f"up to {until}" if until else "the whole time"
    return f"Louvain by networkx, modularity {found.modularity:.3f}, {when}; {len(found.contacts)} contacts of members."

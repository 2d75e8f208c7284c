"""Who belongs together: communities, how steady they are, how blocs change, and balance."""

from graphbuilder.analysis.answers.layout import Row, joined, lay_out, names, rounded, size_of
from graphbuilder.analysis.measures.balance import balance
from graphbuilder.analysis.measures.blocs import trace_blocs
from graphbuilder.analysis.measures.communities import METHODS, find_communities, measure_stability
from graphbuilder.analysis.projections.company import project_coparticipation
from graphbuilder.analysis.projections.windows import in_window
from graphbuilder.analysis.tables import Table
from graphbuilder.analysis.view import View

_TOP_MEMBERS = 5


def communities(view: View) -> Table:
    """List the communities of the co-participation graph, each with its strongest members."""
    found = view.communities
    home = found.of()
    inside, outside = [0.0] * (len(found.members) + 1), [0.0] * (len(found.members) + 1)
    for one, other, weight in view.graph.edges(data="weight"):
        for node, partner in ((one, other), (other, one)):
            (inside if home[node] == home[partner] else outside)[home[node]] += weight
    rows: list[Row] = [
        (
            place,
            len(part),
            names(view, part[:_TOP_MEMBERS]),
            rounded(inside[place] / 2),
            rounded(outside[place]),
            joined(part),
        )
        for place, part in enumerate(found.members, start=1)
    ]
    note = (
        f"{found.method.capitalize()} by {found.engine}, seed {view.options.seed}: modularity {found.modularity:.3f}; "
        f"{len(found.isolated)} without a tie."
    )
    columns = ("community", "members", "strongest", "ties_inside", "ties_outside", "member_ids")
    title = "Who keeps whose company (communities)"
    return lay_out(view, rows, name="communities", title=title, columns=columns, note=note)


def stability(view: View) -> Table:
    """Say how far each method finds the same communities with ten seeds."""
    rows: list[Row] = []
    for method in METHODS if view.graph.number_of_edges() else ():
        found = measure_stability(view.graph, method=method, resolution=view.options.resolution)
        sizes, scores = found.sizes, found.modularities
        rows.append(
            (
                method,
                rounded(found.agreement),
                rounded(found.least),
                min(sizes),
                max(sizes),
                rounded(min(scores)),
                rounded(max(scores)),
            )
        )
    columns = ("method", "agreement", "least", "fewest", "most", "modularity_from", "modularity_to")
    note = f"{size_of(view)} Ten seeds; agreement is the adjusted Rand index (1: always the same, 0: chance)."
    return lay_out(view, rows, name="stability", title="How steady the communities are", columns=columns, note=note)


def blocs(view: View) -> Table:
    """List what became of the communities from one time slice or rolling window to the next."""
    options = view.options
    found = []
    for window in view.windows:
        graph = project_coparticipation(in_window(view.selected, window), weight=options.weight)
        found.append(
            find_communities(graph, method=options.method, resolution=options.resolution, seed=options.seed).members
        )
    rows: list[Row] = []
    for step in trace_blocs(found):
        before = [found[step.window - 1][place - 1] for place in step.before]
        after = [found[step.window][place - 1] for place in step.after]
        rows.append(
            (
                view.windows[step.window].name,
                step.change,
                " | ".join(names(view, part[:_TOP_MEMBERS]) for part in before) or None,
                " | ".join(names(view, part[:_TOP_MEMBERS]) for part in after) or None,
                len(step.joined),
                len(step.left),
                " | ".join(joined(part) for part in after),
            )
        )
    columns = ("slice", "change", "before", "after", "joined", "left", "after_ids")
    length = options.every if options.window is None else f"{options.window} days, every {options.step}"
    note = f"{sum(map(len, found))} blocs in {len(view.windows)} slices ({length}), {options.method}."
    return lay_out(view, rows, name="blocs", title="How blocs change", columns=columns, note=note)


def balance_table(view: View) -> Table:
    """Count balanced and unbalanced triangles of the signed network, and list the ties that contradict two camps."""
    graph = view.signed
    found = balance(graph)
    rows: list[Row] = [("triangles", signs, None, count, None, None, None) for signs, count in found.triads.items()]
    rows.extend(
        ("camp", names(view, part[:_TOP_MEMBERS]), None, len(part), None, None, None) for part in found.factions[:2]
    )
    rows.extend(
        ("contradiction", view.everything.name_of(one), view.everything.name_of(other), graph.edges[one, other]["intensity"],
         one, other, joined(graph.edges[one, other]["events"]))
        for one, other in found.frustrated
    )  # fmt: skip
    if not graph.number_of_edges():
        rows = []
    share = "no triangle" if found.share is None else f"{found.share:.0%} of triangles balanced"
    note = (
        f"{graph.number_of_edges()} signed ties, {share}; {len(found.frustrated)} contradict the two camps "
        f"({'no division has fewer' if found.exact else 'found by search, another division may have fewer'})."
    )
    columns = ("what", "one", "other", "value", "one_id", "other_id", "event_ids")
    return lay_out(
        view, rows, name="balance", title="Friends and foes (structural balance)", columns=columns, note=note
    )

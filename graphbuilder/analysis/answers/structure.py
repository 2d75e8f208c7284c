"""Who stands where: holes, cores, what would fall apart, and brokers between groups."""

from graphbuilder.analysis.answers.layout import Row, joined, lay_out, name_in, number, rank, rounded, size_of
from graphbuilder.analysis.measures.brokerage import ROLES, brokerage
from graphbuilder.analysis.measures.cohesion import bridges, cores, cutpoints
from graphbuilder.analysis.measures.holes import constraint, effective_size
from graphbuilder.analysis.tables import Table
from graphbuilder.analysis.view import View


def constraint_ranking(view: View) -> Table:
    """Rank entities by Burt's constraint, least first: who bridges structural holes; with the effective size of their circle."""
    scores, sizes = constraint(view.graph), effective_size(view.graph)
    rows: list[Row] = [
        (
            name_in(view.graph, key),
            view.graph.nodes[key]["type"],
            rounded(score),
            rounded(sizes[key]),
            view.graph.degree(key),
            key,
        )
        for key, score in scores.items()
    ]
    rows.sort(key=lambda row: (number(row[2]), -number(row[3]), str(row[0]), str(row[-1])))
    columns = ("name", "type", "constraint", "effective_size", "partners", "id")
    return lay_out(view, rows, name="constraint", title="Who bridges holes (Burt)", columns=columns, note=size_of(view))


def core_ranking(view: View) -> Table:
    """Rank entities by their core number."""
    scores = cores(view.graph)
    deepest = int(max(scores.values(), default=0))
    note = (
        f"{size_of(view)} The innermost core is {deepest}: {sum(score == deepest for score in scores.values())} in it."
    )
    return rank(view, scores, name="cores", title="Who is at the core (k-core)", column="core", note=note)


def bridge_list(view: View) -> Table:
    """List the ties and the entities without which the network falls apart."""
    graph = view.graph
    rows: list[Row] = [
        ("tie", name_in(graph, one), name_in(graph, other), smaller, graph.edges[one, other]["weight"], one, other,
         joined(graph.edges[one, other]["events"]))
        for one, other, smaller in bridges(graph)
    ]  # fmt: skip
    found = cutpoints(graph)
    rows.extend(
        ("entity", name_in(graph, key), None, parts, None, key, None, None)
        for key, parts in sorted(found.items(), key=lambda item: (-item[1], name_in(graph, item[0]), item[0]))
    )
    note = (
        f"{size_of(view)} {len(rows) - len(found)} ties, {len(found)} entities. "
        "cut_off: of a tie, the number cut off; of an entity, the parts left."
    )
    columns = ("what", "one", "other", "cut_off", "weight", "one_id", "other_id", "event_ids")
    return lay_out(view, rows, name="bridges", title="Without whom it falls apart", columns=columns, note=note)


def brokerage_ranking(view: View) -> Table:
    """Rank entities by how often they stand between two others, by role (Gould and Fernandez), over the communities."""
    groups = view.communities.of()
    found = brokerage(view.graph, groups)
    rows: list[Row] = [
        (name_in(view.graph, key), groups[key], one.total, *(getattr(one, role) for role in ROLES), key)
        for key, one in found.items()
        if one.total
    ]
    rows.sort(key=lambda row: (-(number(row[2]) - number(row[3])), -number(row[2]), str(row[0]), str(row[-1])))
    columns = ("name", "community", "total", *ROLES, "id")
    blocs = f"{len(view.communities.members)} communities ({view.options.method})"
    note = f"{size_of(view)} Between {blocs}; each pair in both directions."
    return lay_out(view, rows, name="brokerage", title="Who brokers between blocs", columns=columns, note=note)

"""Who matters: participation, ties, walks, paths."""

from collections import Counter

from graphbuilder.analysis.answers.layout import Row, days, lay_out, number, rank, rounded, size_of
from graphbuilder.analysis.measures.centrality import closeness, hits, pagerank, strength
from graphbuilder.analysis.measures.paths import betweenness
from graphbuilder.analysis.tables import Table
from graphbuilder.analysis.view import View


def participation(view: View) -> Table:
    """Rank entities by the events they took part in, with their roles and their first and last day."""
    events: dict[str, set[str]] = {}
    roles: dict[str, Counter[str]] = {}
    for part in view.selected.parts:
        events.setdefault(part.entity, set()).add(part.event)
        roles.setdefault(part.entity, Counter())[part.role] += 1
    rows: list[Row] = []
    for key, entity in view.selected.entities.items():
        first, last = days(view.selected.events[event] for event in events[key])
        said = ", ".join(f"{role} {n}" for role, n in sorted(roles[key].items(), key=lambda item: (-item[1], item[0])))
        rows.append((entity.name, entity.type, len(events[key]), said, first, last, key))
    rows.sort(key=lambda row: (-number(row[2]), str(row[0]), str(row[-1])))
    note = f"{len(rows)} took part in {len(view.selected.cast())} events."
    columns = ("name", "type", "events", "roles", "first", "last", "id")
    return lay_out(view, rows, name="participation", title="Who took part most", columns=columns, note=note)


def ties(view: View) -> Table:
    """Rank entities by the strength of their ties, with the number of others they are tied to."""
    scores = strength(view.graph)
    return rank(view, scores, name="ties", title="Who acted with others most", column="strength", note=size_of(view))


def pagerank_ranking(view: View) -> Table:
    """Rank entities by PageRank on the weighted co-participation graph."""
    scores = pagerank(view.graph)
    return rank(view, scores, name="pagerank", title="Who matters (PageRank)", column="pagerank", note=size_of(view))


def betweenness_ranking(view: View) -> Table:
    """Rank entities by betweenness on the co-participation graph."""
    options = view.options
    found = betweenness(view.graph, distance=options.distance, pivots=options.pivots, seed=options.seed)
    length = "every tie one step" if options.distance == "unweighted" else "a tie as long as 1 / weight"
    how = f"exact, by {found.engine}"
    if found.sources is not None:
        error = "unknown" if found.error is None else f"{found.error:.4f} at most"
        how = f"estimated from {found.sources} nodes by {found.engine}, standard error {error}"
    note = f"{size_of(view)} Paths: {length}, {how}."
    title = "Who connects the others (betweenness)"
    return rank(view, found.scores, name="betweenness", title=title, column="betweenness", note=note)


def closeness_ranking(view: View) -> Table:
    """Rank entities by current-flow closeness on the co-participation graph."""
    title = "Who is near to everyone (current-flow closeness)"
    scores = closeness(view.graph)
    return rank(view, scores, name="closeness", title=title, column="closeness", note=size_of(view))


def hits_ranking(view: View) -> Table:
    """Rank entities by how far others act towards them (authority), with how far they act towards such others (hub)."""
    graph = view.relations
    hubs, authorities = hits(graph)
    rows: list[Row] = [
        (
            entity["name"],
            entity["type"],
            rounded(authorities[key]),
            rounded(hubs[key]),
            graph.in_degree(key),
            graph.out_degree(key),
            key,
        )
        for key, entity in graph.nodes(data=True)
        if graph.degree(key)
    ]
    rows.sort(key=lambda row: (-number(row[2]), -number(row[3]), str(row[0]), str(row[-1])))
    columns = ("name", "type", "authority", "hub", "acted_on_by", "acts_on", "id")
    note = f"{graph.number_of_edges()} directed ties, weighed by events."
    return lay_out(view, rows, name="hits", title="Who is acted on, and who acts (HITS)", columns=columns, note=note)

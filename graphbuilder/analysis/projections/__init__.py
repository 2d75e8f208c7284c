"""Participations -> networkx graphs: who with whom, who towards whom, who went where, who speaks of whom, and when.

Every edge carries `weight`, `events` (the sorted ids of the events it rests on), `labels` (their labels) and `first` and `last`
(the first and last of their possible days, or None). Nodes come in the order of their ids and edges in the order of their
ends, so that the same graph gives the same result of every algorithm, on every run.
"""

from graphbuilder.analysis.projections.catalogue import PROJECTIONS, Projection, project
from graphbuilder.analysis.projections.company import WEIGHTS, project_bipartite, project_coparticipation
from graphbuilder.analysis.projections.countries import project_countries
from graphbuilder.analysis.projections.relations import project_relations, project_signed
from graphbuilder.analysis.projections.speech import project_statements
from graphbuilder.analysis.projections.travel import project_travel
from graphbuilder.analysis.projections.windows import Window, in_window, rolling_windows, time_slices

__all__ = [
    "PROJECTIONS",
    "WEIGHTS",
    "Projection",
    "Window",
    "in_window",
    "project",
    "project_bipartite",
    "project_coparticipation",
    "project_countries",
    "project_relations",
    "project_signed",
    "project_statements",
    "project_travel",
    "rolling_windows",
    "time_slices",
]

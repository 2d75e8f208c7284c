"""The projections by the name a person asks for."""

from collections.abc import Callable

import networkx as nx

from graphbuilder.analysis.participations import Participations
from graphbuilder.analysis.projections.company import project_bipartite, project_coparticipation
from graphbuilder.analysis.projections.countries import project_countries
from graphbuilder.analysis.projections.relations import project_relations, project_signed
from graphbuilder.analysis.projections.speech import project_statements
from graphbuilder.analysis.projections.travel import project_travel
from graphbuilder.errors import SettingsError, did_you_mean
from graphbuilder.records.base import Record


class Projection(Record, frozen=True):
    """A way to see the graph as a network: `shows` is one sentence for people."""

    shows: str
    directed: bool
    project: Callable[[Participations], nx.Graph]


PROJECTIONS: dict[str, Projection] = {
    "participation": Projection(
        shows="entities and the events they took part in", directed=False, project=project_bipartite
    ),
    "company": Projection(
        shows="entities that took part in the same events", directed=False, project=project_coparticipation
    ),
    "relations": Projection(
        shows="who acted towards whom, by quad class and intensity", directed=True, project=project_relations
    ),
    "signed": Projection(
        shows="who stands well or ill with whom, by the sum of intensities", directed=False, project=project_signed
    ),
    "countries": Projection(
        shows="which country acted towards which, through whomever", directed=True, project=project_countries
    ),
    "travel": Projection(shows="who went to which place", directed=True, project=project_travel),
    "statements": Projection(shows="who speaks of whom", directed=True, project=project_statements),
}
"""Every projection with its default options; the functions take more."""


def project(participations: Participations, name: str) -> nx.Graph:
    """Return a projection by its name.

    Raises:
        SettingsError: There is none of that name.
    """
    if name not in PROJECTIONS:
        raise SettingsError(
            f"there is no network {name!r};{did_you_mean(name, PROJECTIONS)} choose from {', '.join(PROJECTIONS)}"
        )
    return PROJECTIONS[name].project(participations)

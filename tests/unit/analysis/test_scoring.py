"""Scores for the graph: what they are, and that a run is the same run again."""

from datetime import date

import pytest

from graphbuilder.analysis.measures.centrality import pagerank
from graphbuilder.analysis.projections import project_coparticipation
from graphbuilder.analysis.reading import read_participations
from graphbuilder.analysis.scoring import SCORINGS, compute_scores
from graphbuilder.analysis.selection import Selection, select
from graphbuilder.analysis.view import Options
from graphbuilder.errors import SettingsError
from graphbuilder.graph.scores import check_scores
from tests.unit.analysis.diplomacy import year

TODAY = date(2031, 6, 1)


def test_scores_are_those_of_the_measures() -> None:
    scored = compute_scores(year(), ["pagerank"], Options(), TODAY)

    expected = pagerank(project_coparticipation(select(read_participations(year()), Selection())))
    assert {key: found["analysis_pagerank"] for key, found in scored.values.items()} == pytest.approx(expected)
    assert scored.run.properties == ("analysis_pagerank",)


def test_a_run_is_named_by_graph_analyses_and_options_not_by_the_day_or_the_rows_shown() -> None:
    run = compute_scores(year(), ["pagerank"], Options(), TODAY).run.id

    assert compute_scores(year(), ["pagerank"], Options(limit=3), date(2032, 1, 1)).run.id == run
    others = {
        compute_scores(year(), ["ties"], Options(), TODAY).run.id,
        compute_scores(year(), ["pagerank"], Options(weight="newman"), TODAY).run.id,
        compute_scores(year()[:-1], ["pagerank"], Options(), TODAY).run.id,
    }
    assert len(others | {run}) == 4


@pytest.mark.parametrize("name", SCORINGS)
def test_every_score_has_a_name_that_a_store_takes(name: str) -> None:
    scored = compute_scores(year(), [name], Options(), TODAY)

    check_scores(scored.run, scored.values)
    assert scored.run.analyses == (name,)


def test_what_gives_no_score_is_named() -> None:
    with pytest.raises(SettingsError, match="'meetings' gives no score of entities; choose from ties, pagerank"):
        compute_scores(year(), ["meetings"], Options(), TODAY)

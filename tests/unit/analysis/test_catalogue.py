from collections.abc import Iterator
from datetime import date

import pytest

from graphbuilder.analysis.catalogue import ANALYSES, analyze
from graphbuilder.analysis.selection import Selection
from graphbuilder.analysis.tables import Table
from graphbuilder.analysis.view import MEETING_LABELS, Options
from graphbuilder.errors import SettingsError
from graphbuilder.graph.elements import Element
from graphbuilder.ontology import EVENT_LABELS
from tests.unit.analysis.graphs import FLORENTINE_MARRIAGES, entity, event, gathering, in_order, network, part


def story() -> list[Element]:
    """Two blocs and Cy between them; one meeting was cancelled, one is planned; a country protests."""
    land, protest = entity("Land", "Country"), event("7", "Protest", start=date(2031, 6, 1))
    return in_order(
        [
            *gathering(("Ana", "Bo"), event("1", start=date(2031, 1, 5))),
            *gathering(("Bo", "Ana"), event("2", "Summit", start=date(2031, 2, 1), end=date(2031, 2, 28))),
            *gathering(("Ana", "Cy"), event("3")),
            *gathering(("Cy", "Di"), event("4", "Negotiation", start=date(2031, 3, 3))),
            *gathering(("Ana", "Di"), event("5", status="cancelled")),
            *gathering(("Bo", "Di"), event("6", status="planned")),
            land, protest, part(land, protest, "actor"), part(entity("Ana"), protest, "speaker"),
            *gathering(("Ed", "Bo"), event("8", "PhoneCall")),
        ]
    )  # fmt: skip


def table(name: str, options: Options | None = None) -> Table:
    return analyze(story(), [name], options)[0]


def test_participation_counts_events_roles_and_days() -> None:
    assert table("participation").rows[:2] == (
        ("Ana", "Person", 4, "participant 3, speaker 1", "2031-01-05", "2031-06-01", "person:ana"),
        ("Bo", "Person", 3, "participant 3", "2031-01-05", "2031-02-28", "person:bo"),
    )
    assert table("participation").note == "6 took part in 6 events."


def test_an_entity_in_two_roles_of_an_event_took_part_once() -> None:
    ana, meeting = entity("Ana"), event("1")
    elements: list[Element] = [ana, meeting, part(ana, meeting, "host"), part(ana, meeting, "speaker")]

    (found,) = analyze(elements, ["participation"])

    assert found.rows == (("Ana", "Person", 1, "host 1, speaker 1", None, None, "person:ana"),)


def test_meetings_are_pairs_in_one_room_that_did_meet() -> None:
    assert tuple(row[:-1] for row in table("meetings").rows) == (
        ("Ana", "Bo", 2, "2031-01-05", "2031-02-28", "person:ana", "person:bo"),
        ("Ana", "Cy", 1, None, None, "person:ana", "person:cy"),
        ("Cy", "Di", 1, "2031-03-03", "2031-03-03", "person:cy", "person:di"),
    )
    assert table("meetings").rows[0][-1] == "event:meeting-1; event:summit-2"
    assert table("meetings").note == "3 pairs in 4 events (Meeting, Negotiation, Summit)."


def test_meetings_that_did_not_happen_are_listed_when_asked_for() -> None:
    options = Options(selection=Selection(statuses=("cancelled", "planned"), labels=("Meeting", "PhoneCall")))

    assert [row[:3] for row in table("meetings", options).rows] == [("Ana", "Di", 1), ("Bo", "Di", 1)]


def test_meeting_labels_are_labels_of_the_ontology() -> None:
    assert set(MEETING_LABELS) < set(EVENT_LABELS)


def test_statuses_count_what_happened_and_what_did_not() -> None:
    found = table("statuses")

    assert found.columns == ("label", "actual", "planned", "cancelled", "negated", "hypothetical", "total")
    assert found.rows == (
        ("Meeting", 2, 1, 1, 0, 0, 4),
        ("Negotiation", 1, 0, 0, 0, 0, 1),
        ("PhoneCall", 1, 0, 0, 0, 0, 1),
        ("Protest", 1, 0, 0, 0, 0, 1),
        ("Summit", 1, 0, 0, 0, 0, 1),
    )
    assert found.note == "8 events: 6 actual, 1 planned, 1 cancelled, 0 negated, 0 hypothetical."


def test_betweenness_names_who_connects_the_others() -> None:
    """Ed - Bo - Ana - Cy - Di is a path, Land hangs on Ana: of 10 pairs without Ana, 8 are parted by her."""
    found = table("betweenness")

    assert found.rows[:3] == (
        ("Ana", "Person", 0.8, 3, "person:ana"),
        ("Bo", "Person", 0.4, 2, "person:bo"),
        ("Cy", "Person", 0.4, 2, "person:cy"),
    )
    assert found.note == "6 entities, 5 ties weighed by events. Paths: every tie one step, exact, by networkx."


def test_the_note_says_when_betweenness_is_an_estimate_and_how_long_a_tie_is() -> None:
    found = table("betweenness", Options(pivots=4, distance="inverse"))

    assert "Paths: a tie as long as 1 / weight, estimated from 4 nodes by networkx, standard error 0." in found.note


def test_pagerank_ranks_the_weighted_graph_and_adds_up_to_one() -> None:
    rows = table("pagerank").to_rows()

    assert [row["name"] for row in rows[:2]] == ["Ana", "Bo"]
    assert sum(float(row["pagerank"] or 0) for row in rows) == pytest.approx(1, abs=1e-5)


def test_ties_rank_strength() -> None:
    assert [row[:4] for row in table("ties").rows[:2]] == [("Ana", "Person", 4.0, 3), ("Bo", "Person", 3.0, 2)]


def test_communities_show_their_strongest_members_and_their_ties() -> None:
    """Ana's circle holds 4 of the 6 units of tie (Bo 2, Land 1, Ed with Bo 1), Cy and Di 1, and 1 joins the two."""
    found = table("communities")

    assert [row[:-1] for row in found.rows] == [(1, 4, "Ana; Bo; Ed; Land", 4.0, 1.0), (2, 2, "Cy; Di", 1.0, 1.0)]
    assert found.rows[1][-1] == "person:cy; person:di"
    assert found.note.startswith("Louvain by networkx, seed 0: modularity 0.")
    assert found.note.endswith("; 0 without a tie.")


def test_equal_scores_are_ordered_by_name_then_id() -> None:
    elements = network([("Bo", "Ana"), ("Cy", "Di")])

    (found,) = analyze(elements, ["pagerank"])

    assert [row[0] for row in found.rows] == ["Ana", "Bo", "Cy", "Di"]
    assert len({row[2] for row in found.rows}) == 1


def test_two_people_of_one_name_stay_two() -> None:
    one, other, meeting = entity("Ana", key="person:ana-1"), entity("Ana", key="person:ana-2"), event("1")

    found, met = analyze([one, other, meeting, part(one, meeting), part(other, meeting)], ["participation", "meetings"])

    assert [row[-1] for row in found.rows] == ["person:ana-1", "person:ana-2"]
    assert met.rows == (("Ana", "Ana", 1, None, None, "person:ana-1", "person:ana-2", "event:meeting-1"),)


def test_limit_keeps_the_first_rows_and_says_how_many_there_are() -> None:
    found = table("participation", Options(limit=2))

    assert [row[0] for row in found.rows] == ["Ana", "Bo"]
    assert found.note == "First 2 of 6 rows. 6 took part in 6 events."
    assert len(table("participation", Options(limit=None)).rows) == 6


def test_the_elements_are_read_once_for_all_analyses() -> None:
    given = 0

    def stream() -> Iterator[Element]:
        nonlocal given
        for element in story():
            given += 1
            yield element

    found = analyze(stream(), list(ANALYSES), Options(focus=("Ana", "Di")))

    assert given == len(story())
    assert [one.name for one in found] == list(ANALYSES)
    assert all(one.note for one in found)


def test_the_order_of_the_stream_changes_nothing() -> None:
    assert analyze(story()) == analyze(reversed(story()))
    assert analyze(network(FLORENTINE_MARRIAGES)) == analyze(reversed(network(FLORENTINE_MARRIAGES)))


@pytest.mark.parametrize(
    "elements",
    [[], [entity("Ana")], [event("1", status="planned")]],
    ids=["empty graph", "one entity", "nothing actual"],
)
def test_a_graph_without_a_matching_event_gives_empty_tables_that_say_so(elements: list[Element]) -> None:
    found = {one.name: one for one in analyze(elements)}

    planned = any("Event" in getattr(element, "labels", ()) for element in elements)
    statuses = found.pop("statuses")
    assert len(statuses.rows) == planned
    assert {one.rows for one in found.values()} == {()}
    assert {one.note for one in found.values()} == {"No event matches."}
    assert all(one.columns and one.title for one in found.values())


def test_one_entity_alone_in_an_event_takes_part_and_is_tied_to_nobody() -> None:
    found = {one.name: one for one in analyze(network([], alone=["Ana"]))}

    assert found["participation"].rows[0][:3] == ("Ana", "Person", 1)
    assert found["pagerank"].rows == (("Ana", "Person", 1.0, 0, "person:ana"),)
    assert found["betweenness"].rows == (("Ana", "Person", 0.0, 0, "person:ana"),)
    assert found["communities"].rows == found["meetings"].rows == ()


@pytest.mark.parametrize(
    ("names", "options", "message"),
    [
        (["betweeness"], Options(), r"no analysis 'betweeness'; did you mean betweenness\? choose from participation"),
        (["fame"], Options(), "no analysis 'fame'; choose from participation, ties, pagerank"),
        (["pagerank"], Options(weight="love"), "no weight 'love'"),
        (["statuses"], Options(distance="miles"), "no distance 'miles'; choose from unweighted, inverse"),  # type: ignore[arg-type]  # what a person may type
        (["statuses"], Options(limit=0), "limit must be more than 0, not 0"),
        (["statuses"], Options(pivots=-1), "pivots must be more than 0, not -1"),
        (["statuses"], Options(resolution=0.0), "resolution must be more than 0"),
        (["pagerank"], Options(selection=Selection(labels=("Party",))), "no event label 'Party'"),
    ],
)
def test_what_does_not_exist_is_named_with_what_does(names: list[str], options: Options, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        analyze([], names, options)

"""The analyses laid out as tables, on a small year of diplomacy."""

from datetime import date

import pytest

from graphbuilder.analysis import ANALYSES, STANDARD, Options, Selection, Table, analyze
from graphbuilder.analysis.tables import Cell
from graphbuilder.errors import SettingsError
from tests.unit.analysis.diplomacy import year
from tests.unit.analysis.graphs import entity, event, gathering, in_order, part
from tests.unit.report.graphs import NASTY, two_camps


def table(name: str, options: Options | None = None) -> Table:
    return analyze(year(), [name], options)[0]


def columns(found: Table, *names: str) -> list[tuple[Cell, ...]]:
    return [tuple(row[name] for name in names) for row in found.to_rows()]


@pytest.mark.parametrize("name", ANALYSES)
def test_every_analysis_answers_with_rows_as_wide_as_its_columns_in_any_order_of_the_stream(name: str) -> None:
    options = Options(focus=("Ana", "Bo"), limit=None)
    (found,), (backwards,) = analyze(year(), [name], options), analyze(reversed(year()), [name], options)

    assert found == backwards
    assert found.name == name
    assert found.title
    assert found.note
    assert all(len(row) == len(found.columns) for row in found.rows)
    if name not in {"bridges", "blocs", "sequences", "prediction", "silences", "bursts", "dyads", "brokerage", "camps"}:
        assert found.rows


@pytest.mark.parametrize("name", [name for name in ANALYSES if not ANALYSES[name].needs])
def test_every_analysis_of_nothing_says_so(name: str) -> None:
    (found,) = analyze([], [name])

    assert (found.rows, found.note) == ((), "No event matches.")


def test_relations_show_quads_intensity_and_evidence() -> None:
    found = table("relations")

    assert columns(found, "one", "other", "events", "intensity", "verbal_conflict", "event_ids") == [
        ("Ana", "Bo", 1, 2.0, 0, "event:trip-trip"),
        ("Ana", "Sudia", 1, 7.0, 0, "event:aid-aid"),
        ("Cy", "Bo", 1, -6.0, 1, "event:threat-threat"),
    ]


def test_countries_and_their_series() -> None:
    assert columns(table("countries"), "one", "other", "events", "intensity")[0] == ("Norland", "Sudia", 3, 11.0)
    assert columns(table("dyads"), "one", "other", "slice", "events", "intensity")[:4] == [
        ("Norland", "Sudia", "2031-03", 2, 4.0),
        ("Norland", "Sudia", "2031-04", 0, 0.0),
        ("Norland", "Sudia", "2031-05", 1, 7.0),
        ("Estia", "Sudia", "2031-03", 0, 0.0),
    ]


def test_who_speaks_of_whom_and_who_answers() -> None:
    assert columns(table("statements"), "one", "other") == [("Bo", "Cy"), ("Bo", "Di"), ("Cy", "Bo")]
    assert table("reciprocity").note == "0% of ties and 0% of weight are answered."


def test_trips_and_the_calendar() -> None:
    assert columns(table("travel"), "traveller", "place", "trips", "first", "last") == [
        ("Ana", "Port", 1, "2031-03-01", "2031-03-02")
    ]
    assert columns(table("itineraries"), "traveller", "title", "from", "places", "countries", "met", "status") == [
        ("Ana", "Envoy", "2031-03-01", "Port", "Sudia", "Bo", "actual")
    ]
    assert not table("itineraries", Options(focus=("Bo",))).rows
    assert columns(table("calendar"), "from", "to", "event", "who", "where") == [
        ("2031-03-01", "2031-03-02", "Trip", "Ana; Bo", "Port"),
        ("2031-03-02", "2031-03-02", "Meeting", "Ana; Bo", "Port"),
    ]


def test_the_calendar_keeps_to_the_statuses_that_are_named() -> None:
    elements = [
        *gathering(("Ana", "Bo"), event("1", start=date(2031, 1, 5))),
        *gathering(("Ana", "Bo"), event("2", start=date(2031, 1, 6), status="planned")),
        *gathering(("Ana", "Bo"), event("3", start=date(2031, 1, 7), status="cancelled")),
        *gathering(("Ana", "Bo"), event("4", start=date(2031, 1, 8), status="negated")),
    ]
    for named, shown in (
        ((), ["actual", "planned", "cancelled"]),
        (("actual",), ["actual"]),
        (("negated", "planned"), ["planned", "negated"]),
        (None, ["actual", "planned", "cancelled", "negated"]),
    ):
        (found,) = analyze(in_order(elements), ["calendar"], Options(selection=Selection(statuses=named)))
        assert columns(found, "status") == [(status,) for status in shown]


def test_blocs_are_watched_through_rolling_windows() -> None:
    by_month, rolling = table("blocs"), table("blocs", Options(window=60, step=15))

    assert by_month.note.endswith("slices (month), louvain.")
    assert rolling.note.endswith("slices (60 days, every 15), louvain.")
    assert all(len(str(row["slice"])) == len("2031-03-01/2031-04-29") for row in rolling.to_rows())
    with pytest.raises(SettingsError, match="'bursts' has no rolling windows, which overlap; --window is for blocs"):
        table("bursts", Options(window=60))
    with pytest.raises(SettingsError, match="step must be more than 0"):
        table("blocs", Options(window=60, step=0))


def test_balance_names_triangles_camps_and_contradictions() -> None:
    found = table("balance")

    assert found.note == "3 signed ties, no triangle; 0 contradict the two camps (no division has fewer)."
    assert ("camp", "Ana; Bo; Sudia", 3) in columns(found, "what", "one", "value")


def test_around_one_and_from_one_to_another() -> None:
    around, chain = table("ego", Options(focus=("ana",))), table("chain", Options(focus=("Ana", "person:bo")))

    assert (around.title, around.note) == ("Around Ana", "Ana has 2 partners, 0% of whose possible ties exist.")
    assert columns(chain, "chain", "step", "one", "other", "event_ids") == [(1, 1, "Ana", "Bo", "event:meeting-talks")]
    assert table("chain", Options(focus=("Ana", "Di"))).note == "No chain of meetings joins them."


def test_the_focus_must_be_given_and_known() -> None:
    with pytest.raises(SettingsError, match="'ego' needs an entity: name an entity with --of"):
        table("ego")
    with pytest.raises(SettingsError, match="'chain' needs two entities"):
        table("chain", Options(focus=("Ana",)))
    with pytest.raises(SettingsError, match="nobody called 'Zoe'"):
        table("ego", Options(focus=("Zoe",)))


def test_the_standard_set_needs_no_focus_and_is_in_the_table() -> None:
    assert set(STANDARD) <= set(ANALYSES)
    assert not any(ANALYSES[name].needs for name in STANDARD)
    assert all(analysis.asks.endswith("?") and analysis.measure for analysis in ANALYSES.values())


def test_selections_hold_for_every_answer() -> None:
    options = Options(selection=Selection(labels=("Threat",)))

    assert columns(table("relations", options), "one", "other") == [("Cy", "Bo")]
    assert not table("travel", options).rows


def test_two_of_one_name_are_told_apart_by_their_ids() -> None:
    one, other = entity("Ana", key="person:ana-1"), entity("Ana", key="person:ana-2")
    met = event("1")
    elements = in_order([one, other, met, part(one, met), part(other, met)])

    with pytest.raises(SettingsError, match=r"'ana' may be person:ana-1 \(.*\) or person:ana-2 \(.*\); give the id"):
        analyze(elements, ["ego"], Options(focus=("ana",)))
    assert analyze(elements, ["ego"], Options(focus=("person:ana-1",)))[0].rows[0][0] == "Ana"


def test_camps_and_the_turn_in_their_contacts() -> None:
    """All meet until March, from April on Arland with Borland and Corland with Dorland; one more meeting across in September."""
    found, turned = analyze(two_camps(), ["camps", "turn"], Options(limit=None))

    members = {str(row["members"]): (row["within"], row["across"]) for row in found.to_rows()}
    assert members == {"Arland; Borland": (6, 5), "Corland; Dorland": (6, 5)}
    rows = {str(row["slice"]): row for row in turned.to_rows()}
    assert [name for name, row in rows.items() if row["change"]] == ["2031-04"]
    assert (rows["2031-01"]["across"], rows["2031-04"]["within"], rows["2031-09"]["share_across"]) == (2, 2, 0.333333)
    assert turned.note.startswith("The share across goes from 100% to 8% in 2031-04 (p 0.0")


def test_a_trigger_that_never_came_names_those_that_did() -> None:
    assert (
        "no dated Sanction between two sides; choose another --trigger, for instance"
        in table("sequences", Options(trigger="Sanction")).note
    )


def test_a_relay_goes_forward_in_time() -> None:
    """Cy met Bo in January; whom Ana met last in the year cannot reach Di any more."""
    options = Options(focus=("Cy", "Bo"))
    (found,) = analyze(two_camps(), ["relay"], options)

    assert columns(found, "one", "other") == [("Cy", "Bo")]
    (none,) = analyze(two_camps(), ["relay"], Options(focus=(NASTY, "Di")))
    assert (none.rows, none.note) == ((), "No chain of dated meetings leads there in the order of time.")


def test_a_history_is_of_both_themselves_or_through_those_who_act_for_them() -> None:
    found = table("history", Options(focus=("Norland", "Sudia"), selection=Selection(statuses=None)))

    assert columns(found, "from", "event", "who") == [
        ("2031-03-01", "Trip", "Ana; Bo"), ("2031-03-02", "Meeting", "Ana; Bo"), ("2031-05-01", "Aid", "Ana; Sudia"),
    ]  # fmt: skip
    assert columns(table("history", Options(focus=("Ana", "Estia"))), "event") == []

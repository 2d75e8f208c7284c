"""The table of quality figures: what falls below its floor is told, errors are ranked, the page says every figure."""

from benchmarks.quality.counted import COUNTED
from benchmarks.quality.judging import Judged
from benchmarks.quality.predicting import ADAPTERS
from benchmarks.quality.reliability import by_set
from benchmarks.quality.table import Measure, Run, Scores, astray, below, commonest_errors, load_measures, page

MEETINGS = Measure(what="Meetings found", set="talks", metric="meet.f1", held=0.5, goal=0.9, errors="by_type")
DATES = Measure(
    what="Dates found", set="talks", options=("--genre", "news"), metric="f1", held=0.7, best=0.8, best_of="a peer"
)
SCORES: dict[Run, Scores] = {
    ("talks", ()): {
        "meet": {"f1": 0.61},
        "by_type": {"MEET": {"tp": 5, "pred": 6, "gold": 9}, "CALL": {"tp": 1, "pred": 9, "gold": 2}},
    },
    ("talks", ("--genre", "news")): {"f1": 0.69},
}

JUDGED = [Judged(row, 0.8, right=row < 33) for row in range(40)]


def test_only_what_lies_below_its_floor_is_told() -> None:
    assert below([MEETINGS, DATES], SCORES) == ["Dates found (talks f1): 0.690 is below 0.7"]


def test_errors_are_ranked_by_number_whatever_the_scorer_says() -> None:
    assert commonest_errors({"MEET": {"tp": 5, "pred": 6, "gold": 9}, "CALL": {"tp": 1, "pred": 9, "gold": 2}}) == [
        ("CALL", "1 of 2 missed, 8 of 9 wrong"),
        ("MEET", "4 of 9 missed, 1 of 6 wrong"),
    ]
    assert commonest_errors({"A->B": 2, "B->A": 7}) == [("B->A", "7"), ("A->B", "2")]
    assert commonest_errors({"Attack": "3/10", "Arrest": "0/2"}) == [
        ("Attack", "7 of 10 missed"),
        ("Arrest", "2 of 2 missed"),
    ]
    assert commonest_errors(
        {
            "name": {"of": 9, "missed": 2, "split": 1},
            "role": {"of": 7, "wrong": 4},
            "right": {"of": 3},
        }
    ) == [("role", "of 7: 4 wrong"), ("name", "of 9: 2 missed, 1 split")]


def test_the_page_says_each_figure_and_its_errors() -> None:
    written = page([MEETINGS, DATES], SCORES, by_set({"ours": JUDGED}))
    assert "| ours | 0.80 to 0.85 | 40 | 0.80 | 0.83 |" in written
    assert "| Meetings found | talks | **0.610** | 0.50 | 0.90 |  |  |" in written
    assert "| Dates found | talks genre news | **0.690** | 0.70 |  |  | 0.800 (a peer) |" in written
    assert "| CALL | 1 of 2 missed, 8 of 9 wrong |" in written


def test_every_count_that_a_measure_names_is_made() -> None:
    named = [measure for measure in load_measures() if measure.errors.startswith("counted.")]
    assert named
    for measure in named:
        assert measure.errors.removeprefix("counted.") in COUNTED[measure.set]
        assert not measure.options


def test_every_measure_is_of_a_set_we_predict() -> None:
    measures = load_measures()
    assert measures
    assert {measure.set for measure in measures} <= ADAPTERS.keys()


def test_too_large_a_gap_between_sure_and_right_is_told() -> None:
    assert astray(by_set({"ours": JUDGED})) == []
    (said,) = astray(by_set({"ours": JUDGED, "theirs": [Judged(0, 0.9, right=False)]}))
    assert "How sure is sure" in said
    assert said.endswith(" is above 0.04")

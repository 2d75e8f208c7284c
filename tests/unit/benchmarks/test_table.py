"""The table of quality figures: what falls below its floor is told, errors are ranked, the page says every figure."""

from benchmarks.quality.predicting import ADAPTERS
from benchmarks.quality.reliability import Bin, reliability
from benchmarks.quality.table import Measure, Run, Scores, below, commonest_errors, load_measures, page

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


def test_the_page_says_each_figure_and_its_errors() -> None:
    written = page([MEETINGS, DATES], SCORES, {"ours": [Bin(0.75, 1.01, 40, 0.8, 0.825)]})
    assert "| ours | 0.75 to 1.00 | 40 | 0.80 | 0.82 |" in written
    assert "| Meetings found | talks | **0.610** | 0.50 | 0.90 |  |  |" in written
    assert "| Dates found | talks genre news | **0.690** | 0.70 |  |  | 0.800 (a peer) |" in written
    assert "| CALL | 1 of 2 missed, 8 of 9 wrong |" in written


def test_every_measure_is_of_a_set_we_predict() -> None:
    measures = load_measures()
    assert measures
    assert {measure.set for measure in measures} <= ADAPTERS.keys()


def test_a_bin_says_how_sure_and_how_right() -> None:
    sure, unsure = (0.75, True), (0.5, False)
    assert reliability([sure, sure, (0.75, False), (0.75, True), unsure]) == [
        Bin(0.0, 0.55, 1, 0.5, 0.0),
        Bin(0.75, 1.01, 4, 0.75, 0.75),
    ]

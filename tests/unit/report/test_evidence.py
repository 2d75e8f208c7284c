"""Sentences behind events."""

from datetime import date

from graphbuilder.report.evidence import Evidence, Quote
from tests.unit.analysis.graphs import event, in_order, join
from tests.unit.report.graphs import report_on


def read(*elements: object) -> Evidence:
    evidence = Evidence()
    assert list(evidence.noting(elements)) == list(elements)  # type: ignore[arg-type]  # elements of any order
    return evidence


def test_quotes_come_in_the_order_of_their_reports_and_once_per_sentence() -> None:
    what = event("1")
    elements = in_order(
        [
            what,
            *report_on(what, "They met again.", "A", day=date(2031, 5, 2)),
            *report_on(what, "They met.", "B", "https://b.example/1", day=date(2031, 5, 1)),
        ]
    )
    sentence = next(element for element in elements if element.id == "sentence:b")
    again = join("MENTIONS", sentence, what, 1, text="met", start_char=5, end_char=8)  # type: ignore[arg-type]  # a node
    evidence = read(*elements, again)
    assert evidence.quotes(what.id) == (
        Quote(sentence="sentence:b", start=0, end=9),
        Quote(sentence="sentence:a", start=0, end=15),
    )
    assert evidence.first_told(what.id) == "2031-05-01"
    report = evidence.report_of("sentence:b")
    assert report is not None
    assert (report.title, report.url, report.source) == ("B", "https://b.example/1", "The B")


def test_an_event_nobody_tells_of_has_no_quotes() -> None:
    evidence = read(event("1"))
    assert evidence.quotes("event:meeting-1") == ()
    assert evidence.first_told("event:meeting-1") == ""
    assert evidence.report_of("sentence:x") is None

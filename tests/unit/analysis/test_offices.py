"""Two holders of one office at one time are found; who follows whom is no rival."""

from datetime import date

import pytest

from graphbuilder.analysis.offices import rival_holders
from graphbuilder.analysis.participations import Office, Participant, Participations

HONDURAS = "place:country:hn"
PEOPLE = {
    key: Participant(id=key, name=name, type=kind)
    for key, name, kind in (
        ("person:a", "Marta Zelaya", "Person"),
        ("person:b", "Oscar Pineda", "Person"),
        (HONDURAS, "Honduras", "Country"),
    )
}


def office(since: str, until: str, kind: str = "president", **more: bool) -> Office:
    first, last = date.fromisoformat(since), date.fromisoformat(until)
    return Office(title=kind.title(), kind=kind, of=(HONDURAS,), since=first, until=last, **more)


def rivals(ours: Office, theirs: Office) -> list[tuple[str, str]]:
    held = {"person:a": (ours,), "person:b": (theirs,)}
    found = rival_holders(Participations(entities={}, events={}, parts=(), everyone=PEOPLE, offices=held))
    assert all((one.title, one.of) == ("President", "Honduras") for one in found)
    assert all((one.holder, one.other) == ("Marta Zelaya", "Oscar Pineda") for one in found)
    return [(str(one.first), str(one.last)) for one in found]


def test_reports_of_one_day_that_name_two_holders() -> None:
    assert rivals(office("2019-06-20", "2019-06-20"), office("2019-06-20", "2019-06-20")) == [
        ("2019-06-20", "2019-06-20")
    ]


def test_a_holder_named_between_two_reports_of_another() -> None:
    assert rivals(office("2019-06-01", "2019-06-30"), office("2019-06-12", "2019-07-09")) == [
        ("2019-06-12", "2019-06-30")
    ]


def test_told_spells_that_overlap_count_though_both_are_over() -> None:
    ours = office("2010-01-01", "2014-12-31", former=True, begun=True, ended=True)
    theirs = office("2013-01-01", "2016-12-31", former=True, begun=True, ended=True)
    assert rivals(ours, theirs) == [("2013-01-01", "2014-12-31")]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (office("2019-06-01", "2019-06-19"), office("2019-06-20", "2019-06-30")),
        (office("2019-06-01", "2019-06-20"), office("2019-06-20", "2019-06-30", begun=True)),
        (office("2010-01-01", "2016-04-30", ended=True), office("2016-04-01", "2019-06-20", begun=True)),
        (office("2010-01-01", "2016-12-31", ended=True), office("2016-01-01", "2019-06-20", begun=True)),
        (office("2019-06-20", "2019-06-20", former=True), office("2019-06-20", "2019-06-20")),
        (office("2019-06-20", "2019-06-20", "senator"), office("2019-06-20", "2019-06-20", "senator")),
    ],
)
def test_successors_former_ones_and_colleagues_are_no_rivals(ours: Office, theirs: Office) -> None:
    assert rivals(ours, theirs) == []

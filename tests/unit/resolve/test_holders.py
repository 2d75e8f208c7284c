"""Who is meant by an office, and when imported knowledge says who somebody is."""

from datetime import date

import pytest

from graphbuilder.records.annotation import EntityType
from graphbuilder.records.identity import slug
from graphbuilder.records.knowledge import Known, Tenure
from graphbuilder.records.offices import is_single
from graphbuilder.records.resolution import EntityCandidate, PositionFact
from graphbuilder.resolve.holders import Lookup, Observed, inform, latest_holder, observed_holder, office_words

PRESIDENT = PositionFact(kind="president", of="country:CL")


def known(
    key: str, name: str, start: str, end: str | None = None, *, of: str = "country:CL", kind: str = "president"
) -> Known:
    tenure = Tenure(kind=kind, of=of, start=date.fromisoformat(start), end=date.fromisoformat(end) if end else None)
    return Known(id=key, name=name, wikidata=key, tenures=(tenure,))


ROJAS = known("Q1", "Pablo Rojas", "2010-03-11", "2014-03-11")
RUIZ = known("Q2", "Ana Ruiz", "2014-03-11")
HOLM = known("Q3", "Karen Holm", "2011-01-01", of="country:DK", kind="foreign minister")


def lookup(*people: Known) -> Lookup:
    def named(name: str) -> list[Known]:
        return [person for person in people if slug(person.name) == name]

    def holders(kind: str, of: str, day: date) -> list[Known]:
        return [p for p in people if any((t.kind, t.of) == (kind, of) and t.covers(day) for t in p.tenures)]

    return Lookup(named, holders)


def candidate(
    name: str, *, day: str = "2015-03-01", role: PositionFact | None = None, **more: object
) -> EntityCandidate:
    facts = {"positions": (), "countries": (), **more}
    return EntityCandidate(
        member=("doc:1", 0),
        block=f"person:={name}",
        type=EntityType.PERSON,
        name=name,
        names=((name, 1),),
        kind="role" if role else None,
        observed=date.fromisoformat(day),
        role=role,
        **facts,  # type: ignore[arg-type] # the keywords are those of the record
    )


@pytest.mark.parametrize(
    ("day", "holder"), [("2012-01-01", "Pablo Rojas"), ("2014-03-11", "Ana Ruiz"), ("2020-01-01", "Ana Ruiz")]
)
def test_an_office_alone_means_its_holder_on_the_day(day: str, holder: str) -> None:
    found = inform(candidate("president of Chile", day=day, role=PRESIDENT), lookup(ROJAS, RUIZ, HOLM))
    assert found.name == holder
    assert found.wikidata
    assert found.kind is None


def test_nobody_is_meant_where_nobody_or_two_are_known_or_many_hold_it() -> None:
    role = candidate("president of Chile", role=PRESIDENT, day="2001-01-01")
    assert inform(role, lookup(ROJAS)) == role
    twin = known("Q9", "Tom Hale", "2014-03-11")
    assert latest_holder([RUIZ, twin], "president", "country:CL", date(2015, 1, 1)) is None
    assert not is_single("senator")
    assert not is_single("deputy foreign minister")
    assert is_single("trade minister")


def test_a_last_name_with_its_office_on_the_day_is_the_holder() -> None:
    named = candidate("Ruiz", positions=(PRESIDENT,))
    found = inform(named, lookup(ROJAS, RUIZ))
    assert found.known == "Q2"
    assert found.block == "person:=ruiz"
    assert inform(candidate("Ruiz", positions=(PRESIDENT,), day="2012-01-01"), lookup(ROJAS, RUIZ)).known is None
    assert inform(candidate("Ruiz"), lookup(ROJAS, RUIZ)).known is None


def test_a_whole_name_needs_more_than_itself() -> None:
    assert inform(candidate("Ana Ruiz"), lookup(RUIZ)).known is None
    assert inform(candidate("Ana Ruiz", countries=("country:CL",)), lookup(RUIZ)).known == "Q2"
    assert inform(candidate("Ana Ruiz", positions=(PRESIDENT,)), lookup(RUIZ)).known == "Q2"


def test_two_of_one_name_are_told_apart_by_their_office() -> None:
    other = known("Q7", "Ana Ruiz", "2009-01-01", of="country:ES", kind="judge")
    people = lookup(RUIZ, other)
    judge = PositionFact(kind="judge", of="country:ES")
    assert inform(candidate("Ana Ruiz", positions=(PRESIDENT,)), people).known == "Q2"
    assert inform(candidate("Ana Ruiz", positions=(judge,)), people).known == "Q7"
    assert inform(candidate("Ana Ruiz", countries=("country:CL",)), people).known is None


def test_a_former_office_counts_after_it_began_only() -> None:
    former = PositionFact(kind="president", of="country:CL", former=True)
    assert inform(candidate("Pablo Rojas", positions=(former,)), lookup(ROJAS)).known == "Q1"
    assert inform(candidate("Pablo Rojas", positions=(former,), day="2009-01-01"), lookup(ROJAS)).known is None


def test_reports_of_about_the_day_name_the_holder() -> None:
    seen = [Observed("person:a", date(2015, 1, 10)), Observed("person:b", date(2018, 1, 1))]
    assert observed_holder(date(2015, 3, 1), seen) == "person:a"
    assert observed_holder(date(2016, 6, 1), seen) is None
    both = [*seen, Observed("person:b", date(2015, 4, 1))]
    assert observed_holder(date(2015, 3, 1), both) is None
    around = [Observed("person:a", date(2014, 1, 1)), Observed("person:a", date(2017, 1, 1))]
    assert observed_holder(date(2015, 6, 1), around) == "person:a"


def test_who_left_is_no_holder_afterwards_and_who_came_none_before() -> None:
    left = [Observed("person:a", date(2015, 1, 10)), Observed("person:a", date(2015, 3, 6), "out")]
    assert observed_holder(date(2015, 3, 20), left) is None
    assert observed_holder(date(2015, 2, 20), left) == "person:a"
    new = [*left, Observed("person:b", date(2015, 3, 6), "begins"), Observed("person:b", date(2015, 3, 8))]
    assert observed_holder(date(2015, 3, 20), new) == "person:b"
    assert observed_holder(date(2015, 2, 20), new) == "person:a"
    again = [*left, Observed("person:a", date(2015, 4, 1))]
    assert observed_holder(date(2015, 4, 2), again) == "person:a"


def test_what_a_report_says_of_when_an_office_is_held() -> None:
    told = Tenure(kind="president", of="country:CL", end=date(2015, 2, 27))
    former = PositionFact(kind="president", of="country:CL", former=True)
    assert _said(candidate("Ana Ruiz", positions=(PRESIDENT,))) == [("2015-03-01", "in")]
    assert _said(candidate("Ana Ruiz", positions=(former,))) == [("2015-03-01", "out")]
    assert _said(candidate("Ana Ruiz", positions=(former,), tenures=(told,))) == [
        ("2015-02-28", "out"),
        ("2015-02-27", "in"),
    ]
    long_ago = Tenure(kind="president", of="country:CL", end=date(2010, 3, 11))
    assert _said(candidate("Ana Ruiz", positions=(former,), tenures=(long_ago,))) == [("2010-03-12", "out")]
    coming = Tenure(kind="president", of="country:CL", start=date(2015, 5, 1))
    assert _said(candidate("Ana Ruiz", positions=(PRESIDENT,), tenures=(coming,))) == [("2015-05-01", "begins")]
    assert _said(candidate("president of Chile", role=PRESIDENT)) == [("2015-03-01", None)]


def _said(told: EntityCandidate) -> list[tuple[str, str | None]]:
    return [(str(day), word) for *_, day, word in office_words(told)]


def test_a_walk_of_life_that_no_holder_is_of_keeps_a_name_from_who_is_known() -> None:
    def found(*callings: str) -> str | None:
        return inform(candidate("Karen Holm", callings=callings, countries=("country:DK",)), lookup(HOLM)).known

    assert (found(), found("striker"), found("lawyer")) == ("Q3", None, "Q3")


SEAT = "member of parliament"
HALE = known("Q5", "Tom Hale", "2013-01-01", "2017-12-31", of="country:IE", kind=SEAT)
LEMA = known("Q6", "Ana Lema", "2013-01-01", "2017-12-31", of="house of deputies", kind=SEAT)


@pytest.mark.parametrize(
    ("name", "fact", "countries"),
    [
        ("Tom Hale", PositionFact(kind=SEAT, of="country:IE"), ()),
        ("Tom Hale", PositionFact(kind="representative", of="country:IE"), ()),
        ("Tom Hale", PositionFact(kind=SEAT, of="velm party"), ("country:IE",)),
        ("Ana Lema", PositionFact(kind="representative", of="country:PE"), ()),
        ("Ana Lema", PositionFact(kind=SEAT, of="house of deputies"), ()),
    ],
)
def test_a_lawmaker_is_the_member_that_a_list_knows(name: str, fact: PositionFact, countries: tuple[str, ...]) -> None:
    """The Irish lawmaker, "Rep. Hale" and the MP of a party are the member of the house, in its term."""
    named = candidate(name, positions=(fact,), countries=countries)
    assert inform(named, lookup(HALE, LEMA)).wikidata in {"Q5", "Q6"}


@pytest.mark.parametrize(
    ("fact", "day"),
    [
        (PositionFact(kind=SEAT, of="country:AU"), "2015-03-01"),
        (PositionFact(kind=SEAT, of="velm party"), "2015-03-01"),
        (PositionFact(kind="sergeant", of="harbour police"), "2015-03-01"),
        (PositionFact(kind="representative", of="country:AU"), "2015-03-01"),
    ],
)
def test_a_seat_elsewhere_is_anothers(fact: PositionFact, day: str) -> None:
    assert inform(candidate("Tom Hale", positions=(fact,), day=day), lookup(HALE)).wikidata is None


def test_a_party_that_a_list_names_is_enough_unless_the_country_is_another() -> None:
    seats = (
        Tenure(kind=SEAT, of="country:IE", start=date(2013, 1, 1)), Tenure(kind=SEAT, of="velm", start=date(2013, 1, 1)),
    )  # fmt: skip
    member = Known(id="Q5", name="Tom Hale", wikidata="Q5", tenures=seats)
    of_party = candidate("Tom Hale", positions=(PositionFact(kind=SEAT, of="velm party"),))
    elsewhere = candidate("Tom Hale", positions=(PositionFact(kind=SEAT, of="country:AU"),))
    assert inform(of_party, lookup(member)).wikidata == "Q5"
    assert inform(elsewhere, lookup(member)).wikidata is None

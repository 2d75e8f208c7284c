"""The features: each from 0 to 1 with a sentence, and what joins or keeps apart."""

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from graphbuilder.records.resolution import PositionFact
from graphbuilder.resolve.evidence import FEATURES, judge, reason
from graphbuilder.resolve.names import name_tokens
from graphbuilder.resolve.profiles import Profile

DEFENSE = PositionFact(kind="defense minister", of="country:IE")
COACH = PositionFact(kind="manager", of="harbour rovers")


def profile(name: str, *positions: PositionFact, day: date | None = None, **sets: Any) -> Profile:
    return Profile(name_tokens(name), positions=set(positions), first=day, last=day, **sets)


PAIRS = [
    (profile("Tom Hale", DEFENSE), profile("Tom Hale", COACH)),
    (profile("Tom Hale", genders={"male"}), profile("Hale", genders={"female"})),
    (
        profile("Tom Hale", company={"cork"}, day=date(2015, 1, 1)),
        profile("T. Hale", company={"cork"}, day=date(2019, 1, 1)),
    ),
    (profile("Tom Hale", known={"Q1"}), profile("Thomas Hale", known={"Q1"})),
]


@pytest.mark.parametrize("pair", PAIRS)
def test_every_feature_lies_between_0_and_1_says_something_and_is_symmetric(pair: tuple[Profile, Profile]) -> None:
    left, right = pair
    for feature in FEATURES:
        assert 0.0 <= feature.score(left, right) <= 1.0
        assert feature.score(left, right) == feature.score(right, left)
        assert feature.sentence(left, right)
    assert judge(left, right)[:3] == judge(right, left)[:3]
    assert 0.0 <= judge(left, right).score <= 1.0


def test_no_name_joins_alone_and_the_table_says_so() -> None:
    assert not judge(profile("Tom Hale"), profile("Tom Hale")).joined
    assert len({feature.name for feature in FEATURES}) == len(FEATURES)


def test_a_minister_and_a_football_coach_of_one_name_stay_apart() -> None:
    near: dict[str, Any] = {"day": date(2015, 3, 1), "countries": {"country:IE"}}
    assert not judge(profile("Tom Hale", DEFENSE, **near), profile("Tom Hale", COACH, **near)).joined


def test_two_ministers_of_one_name_who_met_the_same_people_stay_apart() -> None:
    kenyan = PositionFact(kind="defense minister", of="country:KE")
    beside: dict[str, Any] = {"company": {"karen holm", "berlin"}, "day": date(2015, 3, 1)}
    assert not judge(profile("Tom Hale", DEFENSE, **beside), profile("Tom Hale", kenyan, **beside)).joined


def test_public_events_alone_join_nobody() -> None:
    minister = profile("Tom Hale", DEFENSE, countries={"country:IE"}, company={"cork"}, acts={"Meeting", "Trip"})
    abroad: dict[str, Any] = {"countries": {"country:KE"}, "company": {"nairobi"}}
    assert not judge(minister, profile("Tom Hale", acts={"Meeting", "Trip"}, **abroad)).joined


def test_the_country_of_an_office_and_the_days_join_who_is_told_of_without_a_title() -> None:
    day = date(2015, 3, 1)
    minister = profile("Tom Hale", DEFENSE, homes={"country:IE"}, countries={"country:IE", "country:KE"}, day=day)
    assert judge(minister, profile("Tom Hale", countries={"country:IE"}, day=day)).joined
    assert not judge(minister, profile("Tom Hale", countries={"country:AU"}, day=day)).joined


def test_a_common_name_needs_more_than_a_rare_one() -> None:
    def pair(name: str) -> tuple[Profile, Profile]:
        left = profile(name, countries={"country:IE"}, company={"cork"}, day=date(2015, 3, 1))
        return left, profile(name, countries={"country:IE"}, company={"cork"}, day=date(2015, 3, 2))

    assert judge(*pair("Fintan Hallorquin")).joined
    assert not judge(*pair("John Kelly")).joined
    beside = judge(*(replace(side, company={"cork", "ana ruiz"}) for side in pair("John Kelly")))
    assert beside.joined


def test_walks_of_life_that_one_person_is_not_of_part_even_beside_the_same_people() -> None:
    beside: dict[str, Any] = {"company": {"cork", "ana ruiz"}, "countries": {"country:IE"}, "day": date(2015, 3, 1)}

    def of(**lives: int) -> Profile:
        return profile("Tom Hale", lives=Counter(lives), **beside)

    assert not judge(of(politics=1), of(sport=1)).joined
    assert not judge(of(bench=1), of(trade=1)).joined
    assert judge(of(politics=1), of(army=1)).joined
    assert judge(of(politics=9, sport=1), of(politics=2)).joined
    assert not judge(of(politics=9, sport=1), of(sport=2)).joined
    assert "of politics here, of sport there" in {f.sentence(of(politics=1), of(sport=1)) for f in FEATURES}


def test_nobody_is_in_two_countries_on_one_day_but_who_holds_the_same_office() -> None:
    def at(country: str, *positions: PositionFact) -> Profile:
        beside: dict[str, Any] = {"company": {"ana ruiz", "cork"}, "countries": {"country:IE"}, "topics": {"crime"}}
        return profile("John Kelly", *positions, seen={f"2015-03-01 {country}"}, day=date(2015, 3, 1), **beside)

    assert judge(at("country:IE"), at("country:IE")).joined
    assert not judge(at("country:IE"), at("country:KE")).joined
    assert judge(at("country:IE", DEFENSE), at("country:KE", DEFENSE)).joined


def test_two_of_one_name_in_one_report_are_never_one() -> None:
    office = profile("Tom Hale", DEFENSE, documents={"doc:1"})
    assert judge(office, profile("Tom Hale", DEFENSE, documents={"doc:2"})).joined
    assert not judge(office, profile("Tom Hale", DEFENSE, documents={"doc:1"})).joined


def test_the_son_needs_more_than_the_surroundings_to_be_who_is_told_of_elsewhere() -> None:
    beside: dict[str, Any] = {
        "countries": {"country:IE"},
        "topics": {"crime"},
        "day": date(2015, 3, 1),
        "company": {"cork"},
    }
    son = profile("Tom Hallorquin", generations={"younger"}, **beside)
    assert judge(profile("Tom Hallorquin", **beside), profile("Tom Hallorquin", **beside)).joined
    assert not judge(son, profile("Tom Hallorquin", **beside)).joined
    assert not judge(son, profile("Tom Hallorquin", generations={"elder"}, **beside)).joined


def test_one_event_told_twice_joins_a_common_name() -> None:
    told: dict[str, Any] = {"deeds": {"Trip 2015-03-01 country:KE"}}
    assert judge(profile("John Kelly", **told), profile("John Kelly", **told)).joined
    assert not judge(profile("John Kelly", **told), profile("John Kelly", deeds={"Trip 2015-03-09 country:KE"})).joined


def test_an_outlet_that_follows_a_story_within_days_is_evidence() -> None:
    beside: dict[str, Any] = {"countries": {"country:IE"}, "company": {"cork"}}

    def told(day: int, source: str) -> Profile:
        return profile("Hugh Kelly", day=date(2015, 3, day), sources={source}, **beside)

    assert judge(told(1, "Cork Times"), told(4, "Cork Times")).joined
    assert not judge(told(1, "Cork Times"), told(4, "Kerry Post")).joined
    assert not judge(told(1, "Cork Times"), told(24, "Cork Times")).joined


def test_father_and_son_stay_apart() -> None:
    assert not judge(profile("Tom Hale Jr.", DEFENSE), profile("Tom Hale Sr.", DEFENSE)).joined


def test_a_surname_alone_needs_an_office_of_the_time_or_two_names_beside_it() -> None:
    whole = profile("Tom Hale", DEFENSE, company={"cork", "ana ruiz"}, day=date(2015, 3, 1))
    weak = profile("Hale", countries={"country:IE"}, day=date(2015, 3, 1))
    assert not judge(whole, weak).joined
    assert not judge(whole, profile("Hale", company={"cork"})).joined
    assert judge(whole, profile("Hale", company={"cork", "ana ruiz"})).joined
    assert judge(whole, profile("Hale", DEFENSE, day=date(2015, 4, 1))).joined
    assert not judge(whole, profile("Hale", DEFENSE, day=date(2029, 4, 1))).joined


def test_a_whole_name_in_like_surroundings_is_one_and_in_others_two() -> None:
    here = profile("Finola Hallorquin", company={"cork"}, countries={"country:IE"}, day=date(2015, 3, 1))
    near = profile("Finola Hallorquin", countries={"country:IE"}, day=date(2015, 3, 4))
    there = profile("Finola Hallorquin", company={"perth"}, countries={"country:AU"}, day=date(2015, 4, 1))
    assert judge(here, near).joined
    assert not judge(here, there).joined


def test_imported_knowledge_joins_other_spellings_and_parts_equal_ones() -> None:
    assert judge(*PAIRS[3]).joined
    assert not judge(
        profile("Tom Hale", DEFENSE, known={"Q1"}), profile("Tom Hale", DEFENSE, known={"Q2"})
    ).joined  # fmt: skip
    verdict = judge(*PAIRS[3])
    assert "known people in common: Q1" in reason(*PAIRS[3], verdict)


def test_a_town_and_the_country_it_lies_in_are_one_witness() -> None:
    day = date(2015, 3, 1)
    minister = profile(
        "Jean Martin", DEFENSE, homes={"country:IE"}, countries={"country:IE"}, company={"cork"}, day=day
    )
    town: dict[str, Any] = {"countries": {"country:IE"}, "day": day}
    assert judge(minister, profile("Jean Martin", company={"cork"}, named={"country:IE"}, **town)).joined
    assert not judge(minister, profile("Jean Martin", company={"cork"}, towns={"country:IE": {"cork"}}, **town)).joined
    other = profile("Jean Martin", company={"cork", "kerry"}, towns={"country:IE": {"cork", "kerry"}}, **town)
    assert judge(minister, other).joined

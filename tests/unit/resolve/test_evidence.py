"""The features: each from 0 to 1 with a sentence, and what joins or keeps apart."""

from datetime import date

import pytest

from graphbuilder.records.resolution import PositionFact
from graphbuilder.resolve.evidence import FEATURES, judge, reason
from graphbuilder.resolve.names import name_tokens
from graphbuilder.resolve.profiles import Profile

DEFENSE = PositionFact(kind="defense minister", of="country:IE")
COACH = PositionFact(kind="manager", of="harbour rovers")


def profile(name: str, *positions: PositionFact, day: date | None = None, **sets: set[str]) -> Profile:
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
    near = {"day": date(2015, 3, 1), "countries": {"country:IE"}}
    assert not judge(profile("Tom Hale", DEFENSE, **near), profile("Tom Hale", COACH, **near)).joined  # type: ignore[arg-type] # keywords


def test_two_ministers_of_one_name_who_met_the_same_people_stay_apart() -> None:
    kenyan = PositionFact(kind="defense minister", of="country:KE")
    beside = {"company": {"karen holm", "berlin"}, "day": date(2015, 3, 1)}
    assert not judge(profile("Tom Hale", DEFENSE, **beside), profile("Tom Hale", kenyan, **beside)).joined  # type: ignore[arg-type] # keywords


def test_public_events_of_one_kind_bring_a_whole_name_together_and_words_to_reporters_do_not() -> None:
    minister = profile("Tom Hale", DEFENSE, countries={"country:IE"}, company={"cork"}, acts={"Meeting", "Statement"})
    abroad = {"countries": {"country:KE"}, "company": {"nairobi"}}
    assert judge(minister, profile("Tom Hale", acts={"Meeting"}, **abroad)).joined  # type: ignore[arg-type] # keywords
    assert not judge(minister, profile("Tom Hale", acts={"Statement"}, **abroad)).joined  # type: ignore[arg-type] # keywords
    assert not judge(minister, profile("Tom Hale", COACH, acts={"Meeting"}, **abroad)).joined  # type: ignore[arg-type] # keywords


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
    here = profile("Tom Hale", company={"cork"}, countries={"country:IE"}, day=date(2015, 3, 1))
    near = profile("Tom Hale", countries={"country:IE"}, day=date(2015, 4, 1))
    there = profile("Tom Hale", company={"perth"}, countries={"country:AU"}, day=date(2015, 4, 1))
    assert judge(here, near).joined
    assert not judge(here, there).joined


def test_imported_knowledge_joins_other_spellings_and_parts_equal_ones() -> None:
    assert judge(*PAIRS[3]).joined
    assert not judge(
        profile("Tom Hale", DEFENSE, known={"Q1"}), profile("Tom Hale", DEFENSE, known={"Q2"})
    ).joined  # fmt: skip
    verdict = judge(*PAIRS[3])
    assert "known people in common: Q1" in reason(*PAIRS[3], verdict)

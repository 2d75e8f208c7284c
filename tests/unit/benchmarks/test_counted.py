"""Errors by class: each kind of error is told apart, and nothing that is right is counted."""

from typing import Any

from benchmarks.quality.counted import chains, coded, count_errors, country_case, dates, match, referring, timelines

Row = dict[str, Any]


def span(start: int, end: int, **more: object) -> Row:
    return {"start": start, "end": end, **more}


def chain_rows(ours: list[Row]) -> list[Row]:
    return [{"doc_id": "a", "mentions": ours}]


def gold_mention(start: int, chain: int, form: str = "named", kind: str = "person") -> Row:
    return span(start, start + 5, chain=chain, form=form, type=kind)


def our_mention(start: int, chain: str, form: str = "name") -> Row:
    return span(start, start + 5, chain=chain, form=form)


GOLD_CHAINS = chain_rows([
    gold_mention(0, 1), gold_mention(10, 1), gold_mention(20, 1, "pronoun"), gold_mention(30, 1, "nominal"),
    gold_mention(40, 2), gold_mention(50, 2), gold_mention(60, 2, "pronoun"),
    gold_mention(70, 3), gold_mention(80, 4, kind="event"), gold_mention(90, 4, kind="event"),
])  # fmt: skip


def test_the_right_chains_have_no_errors() -> None:
    ours = [our_mention(one["start"], str(one["chain"])) for one in GOLD_CHAINS[0]["mentions"]]
    assert chains(GOLD_CHAINS, chain_rows(ours)) == {"name": {"of": 4}, "pronoun": {"of": 2}, "nominal": {"of": 1}}


def test_each_kind_of_error_in_a_chain_is_counted_by_kind_of_mention() -> None:
    ours = [
        our_mention(0, "x"), our_mention(10, "x"), our_mention(20, "y", "pronoun"), our_mention(100, "y", "pronoun"),
        our_mention(40, "z"), our_mention(50, "z"), our_mention(30, "z", "nominal"), our_mention(60, "w", "pronoun"),
        our_mention(70, "z"), our_mention(80, "z"),
    ]  # fmt: skip
    found = chains(GOLD_CHAINS, chain_rows(ours))
    assert found["name"] == {"of": 4, "wrong": 1}
    assert found["pronoun"] == {"of": 2, "split": 1, "missed": 1, "wrong": 1}
    assert found["nominal"] == {"of": 1, "merged": 1}


def test_the_same_span_goes_before_one_that_overlaps() -> None:
    used: set[int] = set()
    found = [span(0, 9), span(0, 4)]
    assert match(span(0, 4), found, used) == 1
    assert match(span(2, 3), found, used) == 0
    assert match(span(2, 3), found, used) is None


def label(start: int, text: str, **more: object) -> Row:
    known: Row = {"text": text, "wikidata": "Q1", "name": "Ana Reyes", "raw_id": "Q1", "coref": True}
    return span(start, start + len(text), **(known | {"optional": False, "parent": None} | more))


def test_a_pronoun_without_a_referent_is_told_from_one_with_a_wrong_one() -> None:
    labels = [
        label(0, "she"),
        label(10, "she"),
        label(20, "she"),
        label(30, "the minister"),
        label(60, "it", coref=False),
    ]
    ours = [span(0, 3, name="Reyes", coref=True), span(10, 13, name="Ivo Maric", coref=True)]
    ours.append(span(34, 42, name="minister", coref=False))
    gold = [{"doc_id": "a", "evaluation_span": [0, 100], "labels": labels}]
    assert referring(gold, [{"doc_id": "a", "mentions": ours}]) == {
        "pronoun": {"of": 3, "wrong": 1, "unresolved": 1},
        "role": {"of": 1, "unresolved": 1},
    }


def test_codes_are_counted_by_the_expected_one() -> None:
    gold = [
        {"id": 1, "expected": {"country": "MEX"}}, {"id": 2, "expected": {"country": ["MEX", "USA"]}},
        {"id": 3, "expected": {"country": "USA"}}, {"id": 4, "expected": {"country": ""}}, {"id": 5, "expected": {}},
    ]  # fmt: skip
    ours = [{"id": 2, "country": "USA"}, {"id": 3, "country": "CAN"}, {"id": 4, "country": "CAN"}]
    assert coded("country", country_case)(gold, ours) == {
        "a country": {"of": 3, "none given": 1, "wrong": 1},
        "no country": {"of": 1, "wrong": 1},
    }


def test_dates_are_counted_by_how_they_are_written() -> None:
    wanted = [
        span(0, 4, kind="date", when="2019"), span(10, 14, kind="date", when="2019-05"),
        span(20, 24, kind="date", when="2019-05-02"),
        {**span(30, 34, kind="date"), "from": "2019-05-02", "to": "2019-05-04"}, span(40, 44, kind="time"),
    ]  # fmt: skip
    ours = [
        span(0, 4, value="2019"), span(10, 14, value="2018-05"), span(50, 54, value="2020"),
        {**span(30, 34, value="2019"), "from": "2019-05-02", "to": "2019-05-04"},
    ]  # fmt: skip
    assert dates([{"doc_id": "a", "dates": wanted}], [{"doc_id": "a", "dates": ours}]) == {
        "no date of the set": {"of": 4, "wrong": 1},
        "year": {"of": 1},
        "month": {"of": 1, "wrong": 1},
        "day": {"of": 1, "missed": 1},
        "range or other": {"of": 1},
    }


def event(date: str, sentence: int) -> Row:
    return {"date": date, "mentions": [{"doc_id": "a", "sentence": sentence, "text": "met"}]}


def test_dates_of_found_events_are_counted_by_how_exact_they_are() -> None:
    wanted = [event("2019-05-02", 1), event("2019-05-XX", 2), event("2019-XX-XX", 3), event("XXXX-XX-XX", 4)]
    wanted.append(event("2019-05-09", 5))
    ours = [event("2019-05-02", 1), event("2019-05-03", 2), event("XXXX-XX-XX", 3), event("2019-05-03", 4)]
    assert timelines([{"id": 1, "timeline": wanted}], [{"id": 1, "timeline": ours}]) == {
        "day": {"of": 1},
        "month": {"of": 1, "wrong": 1},
        "year": {"of": 1, "none given": 1},
        "no date": {"of": 1, "wrong": 1},
    }


def test_a_set_whose_scorer_tells_enough_is_not_counted() -> None:
    assert count_errors("plover_relations", [], []) == {}

"""Judgements: contradictions are found by way of others, splits hold, order does not matter."""

from itertools import permutations

from graphbuilder.records.judgement import Decision, Judgement, Side
from graphbuilder.resolve.judgements import carved, find_conflict, merged_groups


def side(*names: str) -> Side:
    return Side(id=f"person:{names[0]}", name=names[0], anchors=tuple((f"doc:{name}", name) for name in names))


def judged(number: int, decision: Decision, left: Side, right: Side) -> Judgement:
    return Judgement(subject="entity", decision=decision, left=left, right=right, number=number)


A, B, C, D = (side(name) for name in "abcd")


def test_a_chain_of_merges_speaks_against_a_split_and_a_split_against_the_chain() -> None:
    merges = [judged(1, "merge", A, B), judged(2, "merge", B, C)]
    assert [j.number for j in find_conflict(merges, judged(3, "split", A, C))] == [1, 2]
    assert find_conflict(merges, judged(3, "split", A, D)) == []
    made = [judged(1, "split", A, C), judged(2, "merge", A, B)]
    assert [j.number for j in find_conflict(made, judged(3, "merge", B, C))] == [1]
    assert find_conflict(made, judged(3, "merge", B, D)) == []


def test_merges_make_groups_led_by_the_side_that_was_named_first() -> None:
    found_at = {anchor: f"person:{anchor[1]}" for s in (A, B, C, D) for anchor in s.anchors}.get
    judgements = [judged(1, "merge", B, A), judged(2, "merge", C, B)]
    assert merged_groups(judgements, found_at) == [["person:c", "person:b", "person:a"]]
    assert merged_groups([judged(1, "merge", A, B)], lambda _: None) == []


def test_a_side_is_where_its_id_or_most_of_its_mentions_are_now() -> None:
    whole = side("a", "x", "y")
    now = {"a": "person:z", "x": "person:z", "y": "person:q", "b": "person:b"}
    assert merged_groups([judged(1, "merge", whole, B)], lambda anchor: now[anchor[1]]) == [["person:z", "person:b"]]


def test_a_split_takes_out_one_side_and_all_that_is_merged_with_it() -> None:
    judgements = [judged(1, "split", B, A), judged(2, "merge", A, C)]
    anchors = [anchor for s in (A, B, C, D) for anchor in s.anchors]
    assert carved(judgements, {"person:b": anchors}) == {"person:b": [(("doc:a", "a"), ("doc:c", "c"))]}
    assert carved(judgements, {"person:d": list(D.anchors)}) == {}


def test_the_parts_do_not_depend_on_the_order_of_the_anchors() -> None:
    judgements = [judged(1, "split", A, B), judged(2, "split", A, C), judged(3, "split", B, C)]
    anchors = [anchor for s in (A, B, C) for anchor in s.anchors]
    found = {
        frozenset(frozenset(part) for part in carved(judgements, {"x": list(order)})["x"])
        for order in permutations(anchors)
    }
    assert found == {frozenset({frozenset(B.anchors), frozenset(C.anchors)})}

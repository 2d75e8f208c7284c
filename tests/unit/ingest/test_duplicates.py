import subprocess
import sys
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.ingest import NearDuplicates, Signed, find_duplicates, group_duplicates, signature, similarity
from graphbuilder.ingest.duplicates import THRESHOLD
from graphbuilder.records.document import Document

WORDS = [f"word{number}" for number in range(400)]


def text(start: int, stop: int) -> str:
    return " ".join(WORDS[start:stop])


def document(name: str, content: str, published: date | None = None) -> Document:
    return Document(id=name, text=content, sha256="", published=published)


def test_a_signature_is_small_and_the_same_in_every_process(story: str) -> None:
    assert len(signature(story)) == 512
    code = "import sys; from graphbuilder.ingest import signature; print(signature(sys.argv[1]).hex())"
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", code, story],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.strip() == signature(story).hex()


def test_quotes_and_case_do_not_part_two_copies(story: str) -> None:
    other = story.replace('"', "“").replace("'", "’").upper()
    assert similarity(signature(story), signature(other)) == 1.0


def test_the_estimate_is_near_the_true_similarity() -> None:
    # 196 shingles each, 146 shared of 246: .59
    assert abs(similarity(signature(text(0, 200)), signature(text(50, 250))) - 146 / 246) < 0.12


def test_texts_without_words_are_like_nothing() -> None:
    assert signature("...") == b""
    assert similarity(b"", signature("a b")) == 0.0
    assert group_duplicates([Signed("a", b""), Signed("b", b"")]) == []


def test_the_original_is_the_earliest_then_the_smallest_id() -> None:
    found = find_duplicates(
        [
            document("a", text(0, 200)),
            document("b", text(0, 200), date(2021, 3, 9)),
            document("c", text(1, 200), date(2021, 3, 8)),
            document("d", text(200, 400), date(2021, 3, 8)),
        ]
    )
    assert [(item.copy_id, item.original_id) for item in found] == [("a", "c"), ("b", "c")]
    assert all(item.similarity >= THRESHOLD for item in found)
    assert find_duplicates([document("y", text(0, 99)), document("x", text(0, 99))])[0].original_id == "x"


def test_a_copy_of_a_copy_points_to_an_original_or_is_one() -> None:
    chain = [document(f"d{step:02}", text(step * 12, 200 + step * 12)) for step in range(12)]
    found = find_duplicates(chain)
    copies = {item.copy_id for item in found}
    assert copies
    assert not copies & {item.original_id for item in found}


pool = [
    Signed(f"d{index:02}", signature(text(index * 9, 150 + index * 9)), date(2021, 1, 1 + index % 5))
    for index in range(14)
]


@given(st.permutations(pool))
def test_the_order_counts_for_nothing(documents: list[Signed]) -> None:
    assert group_duplicates(documents) == group_duplicates(pool)


@given(st.lists(st.sampled_from(pool), max_size=12))
def test_adding_and_taking_away_leaves_no_trace(extra: list[Signed]) -> None:
    seen = NearDuplicates(pool[:5])
    for item in extra:
        if item not in pool[:5]:
            seen = NearDuplicates([*pool[:5], item])
            seen.discard(item.id)
    assert seen.copies() == group_duplicates(pool[:5])


def test_documents_added_one_by_one_are_grouped_as_all_at_once() -> None:
    documents = [document(name, text(start, start + 150)) for name, start in (("a", 0), ("b", 2), ("c", 200))]
    seen = NearDuplicates()
    signed = [seen.add(item) for item in documents]
    assert seen.copies() == find_duplicates(documents) == group_duplicates(signed)
    assert [item.copy_id for item in seen.copies()] == ["b"]

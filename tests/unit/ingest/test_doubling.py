from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.ingest.doubling import take_once


def curled(text: str) -> str:
    return text.replace(' "', " “").replace('"', "”").replace("'", "’")


def test_a_body_with_straight_and_then_curly_quotes_is_taken_once(body: list[str]) -> None:
    assert take_once(body + [curled(line) for line in body]) == body


def test_a_copy_after_other_lines_goes_and_the_lines_stay(body: list[str]) -> None:
    assert take_once([*body, "Vellport Courier", *body]) == [*body, "Vellport Courier"]


def test_a_copy_in_one_long_paragraph_goes(body: list[str]) -> None:
    assert take_once([*body, " ".join(body)]) == body


def test_a_copy_with_a_sentence_a_paragraph_goes(body: list[str]) -> None:
    joined = [" ".join(body[:4]), " ".join(body[4:])]
    assert take_once(joined + body) == joined


def test_each_paragraph_twice_in_a_row_is_taken_once(body: list[str]) -> None:
    long = [line for line in body if len(line) > 50]
    assert take_once([line for line in long for _ in range(2)]) == long


def test_a_refrain_stays() -> None:
    speech = [
        "We shall fish again.",
        "They took our nets and boats.",
        "We shall fish again.",
        "They took our harbour too.",
    ]
    assert take_once(speech) == speech


def test_a_copy_with_one_new_sentence_keeps_the_new_paragraph(body: list[str]) -> None:
    changed = body[3] + " Two boats sank on Monday."
    assert take_once([*body, *body[:3], changed, *body[4:]]) == [*body, changed]


def test_a_cut_off_opening_goes_where_the_whole_paragraph_follows(body: list[str]) -> None:
    assert take_once([body[0][:60] + "...", *body]) == body


def test_a_trailing_ellipsis_alone_stays() -> None:
    lines = ["He had only one answer to that question ...", "Nobody spoke for a while."]
    assert take_once(lines) == lines


sentence = st.lists(
    st.sampled_from(["net", "boat", "talks", "cod", "minister's", '"no"', "sank"]), min_size=5, max_size=9
).map(lambda found: " ".join(found).capitalize() + ".")


@given(st.lists(sentence, min_size=1, max_size=6))
def test_twice_is_once_for_any_body(paragraphs: list[str]) -> None:
    assert take_once(paragraphs + [curled(line) for line in paragraphs]) == take_once(paragraphs)


@given(st.lists(sentence, max_size=8))
def test_nothing_is_made_up_and_the_order_stays(paragraphs: list[str]) -> None:
    rest = iter(paragraphs)
    assert all(line in rest for line in take_once(paragraphs))

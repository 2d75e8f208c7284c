"""Names compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.resolve.names import NameRelation, family_token, name_tokens, person_tokens, relate_names


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Clara Weber", "Clara Weber", NameRelation.EQUAL),
        ("Clara Wéber", "clara weber", NameRelation.EQUAL),
        ("Weber", "Clara Weber", NameRelation.SURNAME),
        ("Lopez Vega", "Ana Lopez Vega", NameRelation.PARTIAL),
        ("Clara M. Weber", "Clara Weber", NameRelation.MIDDLE),
        ("C. Weber", "Clara Weber", NameRelation.INITIAL),
        ("Clara Weber", "Karl Weber", NameRelation.DIFFERENT),
        ("Tom Hale Jr.", "Tom Hale", NameRelation.DIFFERENT),
        ("Tom Hale Jr.", "Tom Hale Sr.", NameRelation.DIFFERENT),
        ("Clara Weber", "Clara Webern", NameRelation.DIFFERENT),
        ("Clara Maria Weber", "Clara Luise Weber", NameRelation.DIFFERENT),
    ],
)
def test_how_names_relate(left: str, right: str, relation: NameRelation) -> None:
    assert relate_names(name_tokens(left), name_tokens(right)) is relation
    assert relate_names(name_tokens(right), name_tokens(left)) is relation


def test_the_family_token_skips_generations() -> None:
    assert family_token("Tom Hale Jr.") == "hale"
    assert family_token("Enrique Muñoz-Vega") == "vega"


words = st.text("abc", min_size=1, max_size=3)
names = st.lists(words, min_size=1, max_size=4).map(tuple)


@given(left=names, right=names)
def test_the_relation_is_symmetric(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert relate_names(left, right) is relate_names(right, left)


def test_letters_with_a_stroke_are_read_as_the_plain_ones() -> None:
    assert name_tokens("Lech Wałowski") == ("lech", "walowski")
    assert family_token("Binali Yıldız") == family_token("Binali Yildiz") == "yildiz"
    assert name_tokens("Søren Đurić") == ("soren", "duric")


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Orban Viktor", "orban"),
        ("Viktor Orban", "orban"),
        ("Kim Yong-su", "kim"),
        ("Kim Yong Su", "kim"),
        ("Yong-su Kim", "kim"),
        ("Abe Shinzo", "abe"),
        ("Szabo Katalin Judit", "szabo"),
        ("Martin George", "george"),
        ("Deval Patrick", "patrick"),
        ("Lee Ann Fox", "fox"),
        ("Kim van Dijk", "dijk"),
        ("Bo Baker", "baker"),
        ("Viktor", "viktor"),
    ],
)
def test_the_family_name_is_the_first_word_only_where_the_words_leave_no_doubt(name: str, family: str) -> None:
    assert family_token(name) == family


def test_names_in_two_orders_are_equal_and_a_given_name_alone_is_nothing() -> None:
    assert relate_names(person_tokens("Orban Viktor"), person_tokens("Viktor Orban")) is NameRelation.EQUAL
    assert relate_names(person_tokens("Orban Viktor"), person_tokens("Viktor Toth")) is NameRelation.DIFFERENT
    assert relate_names(person_tokens("Kim Yong-su"), person_tokens("Kim Min-ho")) is NameRelation.DIFFERENT
    assert relate_names(person_tokens("Kim Yong-su"), person_tokens("Lee Yong-su")) is NameRelation.DIFFERENT

from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.topics import document_topics, find_topics, topic_words, topics_of_span
from graphbuilder.ontology import load_ontology

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ministers discussed trade.", {"economic"}),
        ("Both presidents spoke about immigration.", {"migration"}),
        ("Police arrested the boss of a drug cartel.", {"illegal_drugs", "crime"}),
        ("He wants a border wall.", {"territory", "migration"}),
        ("The Senate passed the bill.", {"legislative"}),
        ("Inspectors found traces of a nerve agent.", {"cbrn"}),
        ("The judge opened the trial.", {"legal"}),
        ("Doctors fear an outbreak of cholera.", {"health"}),
        ("Floods destroyed the harvest after the earthquake.", {"disasters"}),
        ("The prime minister met the president.", set()),
    ],
)
def test_a_sentence_has_the_topics_of_its_words(nlp: "Language", sentence: str, expected: set[str]) -> None:
    (topics,) = find_topics(nlp(sentence))

    assert set(topics) == expected


def test_each_sentence_has_its_own_topics(nlp: "Language") -> None:
    doc = nlp("The ministers discussed trade. Then they left. They signed a treaty.")

    assert find_topics(doc) == (("economic",), (), ("diplomatic",))


def test_a_span_has_only_the_topics_of_its_tokens(nlp: "Language") -> None:
    doc = nlp("The court spoke and voters waited.")

    assert topics_of_span(doc, 0, 3) == ("legal",)
    assert topics_of_span(doc, 3, len(doc)) == ("election",)
    assert topics_of_span(doc, 2, 2) == ()


def test_a_phrase_counts_once_and_wins_over_its_words(nlp: "Language") -> None:
    doc = nlp("A free trade deal and a tariff on drugs.")

    assert topics_of_span(doc, 0, len(doc))[0] == "economic"


def test_a_document_keeps_the_topics_of_a_tenth_of_its_sentences() -> None:
    sentences = (("health",), ("health", "legal")) + ((),) * 18

    assert document_topics(sentences) == ("health",)
    assert document_topics(()) == ()
    assert document_topics((("legal",), ())) == ("legal",)


def test_every_topic_of_the_ontology_has_words_and_no_word_has_another_topic() -> None:
    used = {topic for topics in topic_words().values() for topic in topics}

    assert used == set(load_ontology().topics)


def test_a_phrase_is_found_as_written_and_by_its_lemmas(nlp: "Language") -> None:
    doc = nlp("The House of Representatives debated weapons of mass destruction and peace deals.")

    assert set(topics_of_span(doc, 0, len(doc))) == {"legislative", "cbrn", "peacekeeping"}


def test_words_are_lower_case_and_at_most_four_tokens() -> None:
    assert [word for word in topic_words() if word != word.lower() or not 1 <= len(word.split()) <= 4] == []

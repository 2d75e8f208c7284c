"""Interviews, speeches and letters: who "I", "we" and "you" are."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.who.layer import find_entities

if TYPE_CHECKING:
    from spacy.language import Language

    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]

INTERVIEW = (
    "We spoke to Nora Blake before the vote.\nWhat did you expect?\nI expected little. My family helped me.\n"
    "Would you run again?\nI would.\nWhat will you do first?\nI will sleep."
)
SPEECH = "I thank you for coming. We have work to do, and I will not rest. Our roads need repair. I need you."


def test_questions_say_you_to_the_one_who_answers(who: Who) -> None:
    cast = who(INTERVIEW)

    assert [cast.refers("you", nth) for nth in range(3)] == [["Nora Blake"]] * 3
    assert cast.refers("I") == cast.refers("My") == cast.refers("me") == ["Nora Blake"]


def test_the_headline_names_who_is_asked(nlp: "Language") -> None:
    text = INTERVIEW.replace("We spoke to Nora Blake before the vote.", "Paul Reyes introduced Nora Blake to us.")
    layer = find_entities(nlp(text), title="Interview with Nora Blake")
    spoken = [mention for mention in layer.mentions if text[mention.start_char : mention.end_char] == "I"]

    assert {layer.entities[mention.entities[0]].name for mention in spoken} == {"Nora Blake"}


def test_a_speaker_without_a_name_is_anonymous(who: Who) -> None:
    cast = who(SPEECH)

    assert cast.refers("I") == ["speaker"]
    assert cast.refers("you") == ["audience"]
    assert cast.entity("speaker").anonymous
    assert cast.entity("audience").anonymous


def test_we_is_the_speaker_with_others(who: Who) -> None:
    cast = who(SPEECH)

    assert cast.mention("We").with_others
    assert not cast.mention("I").with_others
    assert cast.refers("We") == ["speaker"]


def test_labels_tell_who_speaks(who: Who) -> None:
    cast = who(
        "Able: What brought you here?\nBrook: I wanted to help.\nAble: I saw it. Did you call?\nBrook: I did, and I called."
    )

    first, second = cast.mention("I", 0).entities, cast.mention("I", 1).entities
    assert first != second
    assert cast.mention("you", 0).entities == first == cast.mention("you", 1).entities
    assert cast.mention("I", 2).entities == first


@pytest.mark.parametrize(
    "text",
    [
        "Nora Blake opened the hall. The crowd sang.",
        '"I am tired," Nora Blake said. "I want to go, and I will, I hope." She left with my friend.',
    ],
)
def test_a_text_told_about_others_has_no_speaker(who: Who, text: str) -> None:
    assert "speaker" not in who(text).names()


def test_single_quotation_marks_are_speech(who: Who) -> None:
    cast = who("'I have nothing to hide,' Nora Blake said.")

    assert cast.refers("I") == ["Nora Blake"]


def test_an_apostrophe_is_no_speech(who: Who) -> None:
    cast = who("The workers' union met Nora Blake. I was there, said nobody.")

    assert cast.refers("I") == []

"""Who a text speaks of without a name."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.records.annotation import EntityType

if TYPE_CHECKING:
    from tests.unit.nlp.who.conftest import Cast

Who = Callable[[str], "Cast"]


@pytest.mark.parametrize(
    ("text", "first", "again"),
    [
        ("A woman was hurt. The woman was taken to Leeds.", "A woman", "The woman"),
        ("A woman was hurt in Leeds. She had heard a noise.", "A woman", "She"),
        ("A company from Leeds won. The company will start soon.", "A company", "The company"),
        ("Paul Reyes left with his wife. His wife was ill.", "his wife", "His wife"),
        ("The parents were asked to come. The child had lost her parents.", "The parents", "her parents"),
        ("The Bank of Ghana raised rates. The bank expects little.", "Bank of Ghana", "The bank"),
        ("Some students sang. They were happy.", "Some students", "They"),
        ("Ruth Danvers thanked her husband, Paul Reyes. He smiled.", "her husband", "He"),
    ],
)
def test_one_without_a_name_is_mentioned_again(who: Who, text: str, first: str, again: str) -> None:
    cast = who(text)

    assert cast.mention(first).entities == cast.mention(again).entities != ()


@pytest.mark.parametrize(
    ("text", "first", "other"),
    [
        ("A man was shot in Leeds. A man was stabbed in York.", "A man", "A man"),
        ("People sang in Leeds. People danced in York.", "People", "People"),
        ("The fans sang. The fans who came late did not.", "The fans", "The fans"),
        ("Students sang in Leeds. Other students danced.", "Students", "Other students"),
    ],
)
def test_another_of_the_same_noun_is_somebody_else(who: Who, text: str, first: str, other: str) -> None:
    cast = who(text)
    assert cast.mention(first).entities != cast.mention(other, int(first == other)).entities


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nathan Cole, a baker, won the prize.", "a baker"),
        ("Nathan Cole became a soldier in 1990.", "a soldier"),
        ("Nathan Cole is a lawyer.", "a lawyer"),
        ("Nathan Cole opened the hall on Sunday. The singer thanked the crowd.", "The singer"),
        ("Nathan Cole sold the farm in May. The novelist had grown up on it.", "The novelist"),
    ],
)
def test_a_noun_said_of_somebody_is_no_new_entity(who: Who, text: str, words: str) -> None:
    assert who(text).refers(words) == ["Nathan Cole"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nathan Cole is not a soldier.", "a soldier"),
        ("Nathan Cole opened the hall. The victim was found behind it.", "The victim"),
        ("Nathan Cole met Nora Blake. The singer in the band was ill.", "The singer"),
    ],
)
def test_a_noun_not_said_of_somebody_is_not_that_person(who: Who, text: str, words: str) -> None:
    assert who(text).refers(words) != ["Nathan Cole"]


def test_anonymous_entities_are_marked(who: Who) -> None:
    cast = who("A woman met Nora Blake.")

    assert cast.entity("woman").anonymous
    assert cast.entity("woman").gender == "female"
    assert not cast.entity("Nora Blake").anonymous


def test_our_country_is_the_one_a_speech_names_most(who: Who) -> None:
    cast = who("I love Kenya. I left Kenya for Peru, and I came back. I will serve our country.")

    assert cast.refers("our country") == ["Kenya"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nora Blake flew to Geneva. She will stay there for a week.", ["Geneva"]),
        ("Nora Blake flew to Geneva. There were no talks.", []),
    ],
)
def test_there_is_the_place_last_named(who: Who, text: str, place: list[str]) -> None:
    cast = who(text)
    assert (cast.refers("there") or cast.refers("There")) == place


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Sam Frost sang. Sam said she was tired.", "she", ["Sam Frost"]),
        ("Siemens opened a plant. It is raining.", "It", []),
        ("Peter Lang gave up. It turned out that nobody cared.", "It", []),
        ("The rebels met the soldiers. The rebels dropped them.", "them", ["soldiers"]),
        ("The agency closed. The agency said they had lost the files.", "they", ["agency"]),
    ],
)
def test_pronouns_that_need_care(who: Who, text: str, words: str, names: list[str]) -> None:
    assert who(text).refers(words) == names


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("An aid worker was held in Mali. Her family said she had been ill.", "she", ["aid worker"]),
        ("Danish President Sarah Holt left. She said her country would pay.", "her country", ["Denmark"]),
        ("Sarah Holt met her counterpart, Paul Reyes. The two ministers ate.", "The two ministers",
         ["Sarah Holt", "Paul Reyes"]),
        ("The German chancellor met the French president. Both leaders smiled.", "Both leaders",
         ["chancellor of Germany", "president of France"]),
    ],
)  # fmt: skip
def test_families_countries_and_pairs(who: Who, text: str, words: str, names: list[str]) -> None:
    assert who(text).refers(words) == names


@pytest.mark.parametrize(
    ("text", "words", "name", "kind"),
    [
        ("The king pardoned nine poachers.", "nine poachers", "poachers", EntityType.GROUP),
        ("Angry beekeepers marched on Monday.", "Angry beekeepers", "angry beekeepers", EntityType.GROUP),
        ("A policeman was wounded by a sniper.", "a sniper", "sniper", EntityType.PERSON),
        ("Tens of thousands marched on Sunday.", "thousands", "people", EntityType.GROUP),
        ("Thousands protested in Oslo.", "Thousands", "people", EntityType.GROUP),
        ("A mob burned the hall.", "A mob", "mob", EntityType.ORGANIZATION),
        ("She told parliament that it was over.", "parliament", "parliament", EntityType.ORGANIZATION),
    ],
)
def test_who_acts_without_a_name_is_an_entity(who: Who, text: str, words: str, name: str, kind: EntityType) -> None:
    cast = who(text)

    assert cast.refers(words) == [name]
    assert cast.entity(name).type is kind


@pytest.mark.parametrize(
    "text",
    [
        "The computers were sold.",
        "She read the letters.",
        "Prices rose in the suburbs.",
        "They spent thousands on paint.",
        "The heroine closed the door.",
    ],
)
def test_things_sums_and_players_are_nobody(who: Who, text: str) -> None:
    assert not {EntityType.GROUP, EntityType.PERSON} & {entity.type for entity in who(text).layer.entities}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Police in Lyon arrested Karim Bouaziz on Monday. The suspect was silent.", "The suspect", "Karim Bouaziz"),
        ("Karim Bouaziz was detained in Lyon on Monday. Officers searched his house. The suspect was silent.", "The suspect",
         "Karim Bouaziz"),
        ("Blogger Raif Hamdan was flogged on Friday. The blogger was jailed in 2014.", "The blogger", "Raif Hamdan"),
        ("Pope Benedict met King Abdullah of Jordan. The pontiff prayed at a mosque.", "The pontiff", "Benedict"),
        ("Police arrested Karim Bouaziz and Omar Haddad on Monday. The suspect was silent.", "The suspect", "suspect"),
        ("Police arrested a man after Karim Bouaziz spoke. The suspect was silent.", "The suspect", "suspect"),
        ("Luc Morel met Karim Bouaziz on Monday. The suspect was silent.", "The suspect", "suspect"),
    ],
)  # fmt: skip
def test_who_alone_fits_a_noun_is_meant_by_it(who: Who, text: str, words: str, name: str) -> None:
    assert who(text).refers(words) == [name]


def test_nouns_for_persons_hold_no_things_and_nobody_of_sport() -> None:
    unnamed = load_lexicon().unnamed

    assert {unnamed.get(word) for word in ("beekeeper", "sniper", "prefect", "poacher")} == {"persons"}
    assert not {"computer", "model", "lead", "general", "striker", "goalkeeper", "deity"} & set(unnamed)

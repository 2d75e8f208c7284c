"""What is no event of the news: stories, games, nature, markets, rules, anybody, habits, the far past; each with a near miss."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graphbuilder.nlp.what.clock import Clock
from graphbuilder.nlp.what.coder import find_events
from graphbuilder.nlp.what.contexts import Context, load_words
from graphbuilder.nlp.what.tree import Tree
from graphbuilder.nlp.when.times import find_times
from tests.unit.nlp.what.cast import layer_of

if TYPE_CHECKING:
    from spacy.language import Language

PUBLISHED = date(2023, 3, 15)

PAIRS = [
    ("Novak had put the quarrel behind him.", "Novak had put Okello behind bars.", "Arrest"),
    ("In the film, a general meets Novak and attacks Kenya.", "Novak met the general, and Lind attacked the film.", ""),
    ("The novel tells of two kings who meet on a bridge and attack Kenya.", "Novak met Lind on a bridge.", "Meeting"),
    ("The second season ends as Novak resigns.", "Novak resigned as the season ended.", "Resignation"),
    ("Novak wrote a thriller in which the army attacks Norway.", "Novak saw how the army attacked Norway.", "Assault"),
    (
        "The series, in which the king of Norway abdicates, opened in Oslo.",
        "After a series of protests, the king of Norway abdicated.",
        "Resignation",
    ),
    (
        "The novel tells of a spy who is arrested and deported to Kenya.",
        "A spy was arrested and deported to Kenya.",
        "Deportation",
    ),
    ("The cartoonist drew Novak arresting a snowman.", "Police were filmed arresting Novak.", "Arrest"),
    ("The singer toured Japan.", "Novak toured Japan.", "Trip"),
    (
        "The fans protested against the referee in Oslo.",
        "The fans protested against the government in Oslo.",
        "Protest",
    ),
    ("The grandmaster attacked the king of Novak.", "The rebels attacked the king of Norway.", "Assault"),
    ("The striker attacked down the left wing for Norway.", "The striker was attacked by gunmen in Oslo.", "Assault"),
    ("Norway appointed a new goalkeeping coach.", "Norway appointed Lind ambassador to Kenya.", "Appointment"),
    ("Novak was elected player of the year.", "Novak was elected president of Poland.", "Election"),
    ("In 1815 Norway and Poland met in Paris.", "In 2015 Norway and Poland met in Paris.", "Meeting"),
    ("Napoleon invaded Russia.", "Germany invaded Russia.", "Assault"),
    (
        "In the Middle Ages soldiers from Norway attacked Paris.",
        "In May soldiers from Norway attacked Paris.",
        "Assault",
    ),
    ("Heat attacked the vineyards near Paris.", "Rebels attacked the vineyards near Paris.", "Assault"),
    ("The rally in share prices in Paris went on.", "The rally in Paris went on.", "Protest"),
    ("Novak murdered the French language.", "Novak murdered the French ambassador.", "Assault"),
    (
        "Two farmers were killed in Kenya when their truck overturned.",
        "Two farmers were killed in Kenya when rebels came.",
        "Assault",
    ),
    ("A school in Oslo expelled two boys.", "Norway expelled two diplomats.", "Sanction"),
    ("The law lets police arrest protesters.", "Police arrested protesters.", "Arrest"),
    ("Anyone who attacks soldiers must go.", "Rebels who attacked soldiers must go.", "Assault"),
    (
        "Countries that sign such a treaty can never leave.",
        "Kenya, which signed such a treaty, can never leave.",
        "Agreement",
    ),
    ("Lind beat Weiss 6-3 6-4 in Paris.", "Lind beat Weiss in the election in Poland.", "Election"),
    (
        "The striker scored in the second half of the league match. Novak praised his captain and rejected a bid from Lind.",
        "The striker read of it at a league match. In parliament Novak praised Lind and rejected a bid from Weiss.",
        "Support",
    ),
    (
        "The singer sang of it on the album, and the band on the film. Lind turned down a role and met Weiss.",
        "The singer sang of it. Lind turned down a plan and met Weiss.",
        "Meeting",
    ),
    (
        "Owners who injure or kill burglars are unlikely to be tried.",
        "Soldiers who injured or killed villagers are unlikely to be tried.",
        "Assault",
    ),
    ("As a child she was abducted by rebels.", "On Monday she was abducted by rebels.", "Assault"),
    ("Dictators arrest their critics.", "Police arrested their critics.", "Arrest"),
    ("A government that jails journalists deserves sanctions.", "A government that jailed journalists fell.", "Arrest"),
    ("Paris lies where two rivers meet.", "Novak met Lind where two rivers meet.", "Meeting"),
    (
        "An earlier version of this report misstated the day on which Novak met Lind.",
        "Novak misstated the day on which Weiss met Lind.",
        "Meeting",
    ),
    (
        "This story has been corrected to say that Novak met Lind in Paris, not in Oslo.",
        "The story was changed after Novak met Lind in Paris.",
        "Meeting",
    ),
    ("Corrects place of meeting of Novak and Lind.", "Novak corrects Lind on the meeting with Weiss.", ""),
    (
        "In a report on Monday, the Herald wrote that Novak signed the treaty. The Herald regrets the error.",
        "In a report on Monday, the ministry wrote that Novak signed the treaty. Lind regrets the treaty.",
        "Agreement",
    ),
    (
        "We incorrectly said that police had arrested Lind in Oslo.",
        "Novak said that police had arrested Lind.",
        "Arrest",
    ),
    ("Novak visits Kenya on Sundays.", "Novak visited Kenya on Sunday.", "Trip"),
    ("Autocrats around the world arrest their critics.", "Autocrats around Novak arrested Lind.", "Arrest"),
    ("Dictators the world over arrest their critics.", "Soldiers the army sent arrested their critics.", "Arrest"),
    ("Dictators across the world kill and jail protesters.", "Soldiers across the river killed protesters.", "Assault"),
    ("Weiss shot wide from ten metres.", "Soldiers shot wide of the crowd in Oslo.", "Assault"),
    ("Novak launched an attack on poverty.", "Soldiers launched an attack on Kharkiv.", "Assault"),
    ("An attack on poverty was launched by Novak.", "An attack on Kharkiv was launched by Russia.", "Assault"),
    ("The company declared war on its rivals.", "Sudan declared war on Kenya.", "Assault"),
    ("Novak declared war on drugs.", "The rebels declared war on Norway.", "Assault"),
    ("The central bank fired a warning shot at lenders.", "Soldiers fired a warning shot at protesters.", "Assault"),
    ("At the age of twelve Novak was arrested.", "At the end of May Novak was arrested.", "Arrest"),
    ("Aged nine, Lind was abducted by rebels.", "Aged nine, Lind was abducted by rebels on Monday.", "Assault"),
]


@pytest.mark.parametrize(("idle", "told", "label"), PAIRS, ids=[row[0] for row in PAIRS])
def test_a_context_and_its_near_miss(nlp: "Language", idle: str, told: str, label: str) -> None:
    quiet, loud = (
        [
            event.type
            for event in find_events(
                nlp(text), layer_of(text), find_times(nlp(text), published=PUBLISHED), published=PUBLISHED
            )
        ]
        for text in (idle, told)
    )
    assert quiet == []
    assert label in {"", *loud}
    assert loud


def test_a_note_in_brackets_leaves_the_story_beside_it(nlp: "Language") -> None:
    text = (
        "(Corrects day of meeting with Weiss) Novak met Lind in Oslo. An earlier version of this report misstated it."
    )
    events = find_events(nlp(text), layer_of(text), find_times(nlp(text), published=PUBLISHED), published=PUBLISHED)
    assert [text[event.start_char : event.end_char] for event in events] == ["met"]


def test_what_a_correction_puts_right_is_no_news_of_today(nlp: "Language") -> None:
    text = "An earlier version of this report misstated the place. Novak met Lind in Oslo."
    (event,) = find_events(nlp(text), layer_of(text), find_times(nlp(text), published=PUBLISHED), published=PUBLISHED)
    assert event.start is None


def test_a_birth_long_ago_does_not_age_the_news(nlp: "Language") -> None:
    text = "Haddad, born in 1930, was arrested in Cairo on Monday."
    events = find_events(nlp(text), layer_of(text), find_times(nlp(text), published=PUBLISHED), published=PUBLISHED)
    assert [event.type for event in events] == ["Arrest"]


def test_a_story_goes_on_in_the_next_sentence(nlp: "Language") -> None:
    text = "The play follows two kings. They meet the army and attack the court. Novak met Lind on Monday."
    events = find_events(nlp(text), layer_of(text), find_times(nlp(text), published=PUBLISHED), published=PUBLISHED)
    assert [(event.type, event.sentence) for event in events] == [("Meeting", 2)]


def test_a_bare_number_is_no_old_year(nlp: "Language") -> None:
    doc = nlp("The head of Local 1520 met Lind. In 1520 the king met Lind.")
    tree = Tree(doc)
    context = Context(tree, Clock(tree, find_times(doc, published=PUBLISHED), set(), PUBLISHED), PUBLISHED)
    assert [[cue for _, cue in context.old(number)] for number in (0, 1)] == [[], ["1520"]]


def test_without_a_day_of_publication_nothing_is_history(nlp: "Language") -> None:
    text = "In 1815 Norway and Poland met in Paris."
    events = find_events(nlp(text), layer_of(text), find_times(nlp(text), published=None), published=None)
    assert [event.type for event in events] == ["Meeting"]


def test_the_words_are_lemmas_in_lower_case() -> None:
    words = load_words()
    for name in ("fiction", "athletes", "nature", "market", "things", "rules"):
        assert all(word == word.lower() and word.strip() for word in getattr(words, name)), name
    assert not words.athletes & words.force

"""The day of a clause or sentence that takes it from the one before, and where it must not."""

from typing import TYPE_CHECKING

import pytest

from tests.unit.nlp.what.test_dating import events_of

if TYPE_CHECKING:
    from spacy.language import Language


CARRIED = [
    ("Novak addressed the nation on Sunday. He promised reforms and dismissed Weiss.", "Resignation", "2023-03-12"),
    ("Novak arrived in Oslo on Monday. He signed a pact with Lind.", "Agreement", "2023-03-13"),
    ("Novak visited Cairo on Monday. In his speech he apologised to Egypt.", "Concession", "2023-03-13"),
    ("Novak met Lind in Oslo on Monday. It was long. Novak left Oslo in the evening.", "Trip", "2023-03-13"),
    ("Novak met Lind in Oslo on Monday and Haddad on Tuesday. Novak left Oslo in the evening.", "Trip", "2023-03-15"),
    ("Novak and Lind met in Oslo on Monday. The ministers of Kenya agreed to cut tolls.", "Agreement", "2023-03-13"),
    ("Students rallied in Lima on Saturday. Two were briefly detained.", "Arrest", "2023-03-11"),
    ("Students rallied in Lima on Saturday. Haddad was briefly detained.", "Arrest", "2023-03-15"),
    ("Novak accused Lind of fraud on Monday; later in the day he apologised.", "Concession", "2023-03-13"),
    ("The quarrel began in December when Novak was sacked.", "Resignation", "2022-12-01"),
    ("The plan was drawn up in January, when Novak and Lind met in Oslo.", "Meeting", "2023-01-01"),
    ("The affair goes back to March 2021, when Novak signed a pact with Lind.", "Agreement", "2021-03-01"),
    ("When Novak last came to Oslo, in April 2022, the two men signed a pact with Lind.", "Trip", "2022-04-01"),
    ("Novak and Lind met in 2021 in Oslo, where Novak signed a pact with Lind.", "Agreement", "2021-01-01"),
]


@pytest.mark.parametrize(("text", "label", "start"), CARRIED, ids=[row[0] for row in CARRIED])
def test_a_day_told_once_holds_for_the_next_clause(nlp: "Language", text: str, label: str, start: str) -> None:
    event = next(
        event
        for event in events_of(nlp, text, {"He": "Novak", "he": "Novak", "Two": "students"})
        if event.type == label
    )
    assert str(event.start) == start
    assert event.date_basis == ("inherited" if start != "2023-03-15" else "published")


NOT_CARRIED = [
    ("Novak arrived in Oslo on Monday. He had met Haddad.", "Meeting", "past perfect"),
    ("Novak arrived in Oslo on Monday. He met Haddad in 2019.", "Meeting", "a date of its own"),
    ("Novak arrived in Oslo on Monday. He once met Haddad.", "Meeting", "another time"),
    ("Novak arrived in Oslo on Monday. He may meet Haddad.", "Meeting", "not actual"),
    ("Novak arrived in Oslo on Monday. He will meet Haddad.", "Meeting", "to come"),
    ("Novak arrived in Oslo on Monday. He did not meet Haddad.", "Meeting", "not held"),
    ("Novak arrived in Oslo on Monday. Lind met Haddad.", "Meeting", "another subject"),
    ("Novak arrived in Oslo on Monday. It rained. He met Haddad.", "Meeting", "a sentence between"),
    ("Novak arrived in Oslo on Monday. He won the election.", "Election", "a career"),
    ("Novak arrived in Oslo in May 2021. He met Haddad.", "Meeting", "no day"),
    ("Novak was told in May when Lind would meet Haddad.", "Meeting", "a question"),
    ("Norway has been calm since 2021, when Lind had met Haddad.", "Meeting", "past perfect in the clause"),
]


@pytest.mark.parametrize(("text", "label", "why"), NOT_CARRIED, ids=[row[2] for row in NOT_CARRIED])
def test_a_day_is_not_carried_to_another_time(nlp: "Language", text: str, label: str, why: str) -> None:
    del why
    events = [event for event in events_of(nlp, text, {"He": "Novak"}) if event.type == label]
    assert all(event.date_basis != "inherited" for event in events)


TICKS = [
    ("18:20 Police have detained Haddad.", "2023-03-15"),
    ("Police have detained Haddad.", "None"),
    ("18:20 Police had detained Haddad.", "None"),
    ("18:20 Police have repeatedly detained Haddad.", "None"),
    ("18:20 Police have not detained Haddad.", "None"),
]


@pytest.mark.parametrize(("line", "start"), TICKS)
def test_an_entry_of_a_ticker_is_of_its_day(nlp: "Language", line: str, start: str) -> None:
    text = f"The sea was calm.\n\nThe road was open.\n\nThe sky was blue.\n\n{line}"
    event = next(event for event in events_of(nlp, text) if event.type == "Arrest")
    assert str(event.start) == start

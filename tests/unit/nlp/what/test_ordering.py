"""AFTER between events of one sentence: the words that order, the gap kept, and what orders nothing."""

from typing import TYPE_CHECKING

import pytest

from tests.unit.nlp.what.test_dating import events_of

if TYPE_CHECKING:
    from spacy.language import Language


ORDERED = [
    ("Police arrested eleven residents in Oslo following the attack on the ministry.", "arrested", "attack", None),
    ("Following the attack on the ministry, police arrested eleven residents in Oslo.", "arrested", "attack", None),
    ("Ten residents have been detained since the riots in Hamburg.", "detained", "riots", None),
    ("The talks in Cairo followed a drone strike on a refinery in Kharkiv.", "talks", "drone strike", None),
    ("The protest was followed by clashes with police in Lima.", "clashes", "protest", None),
    ("Novak visited Oslo and then travelled to Warsaw.", "travelled", "visited", None),
    ("Police raided his office in Lima and later arrested Lind.", "arrested", "raided", None),
    ("No sooner had the deal been signed in Geneva than militants shelled Aleppo.", "shelled", "signed", None),
    ("The visit comes a month after the two countries signed a defence pact in Oslo.", "visit", "signed", "P1M"),
    ("In response to the drone strike, Russia expelled two Norwegian diplomats.", "expelled", "drone strike", None),
    ("The army shelled Aleppo three days after rebels attacked Cairo.", "shelled", "attacked", "P3D"),
    ("Novak met Lind before flying to Lima.", "flying", "met", None),
]


def pairs(nlp: "Language", text: str) -> set[tuple[str, str, str | None]]:
    """Return (later, earlier, gap) of the events that the text orders."""
    events = events_of(nlp, text)
    return {
        (
            text[event.start_char : event.end_char],
            text[events[link.target].start_char : events[link.target].end_char],
            link.gap,
        )
        for event in events
        for link in event.links
        if link.kind == "AFTER"
    }


@pytest.mark.parametrize(("text", "later", "earlier", "gap"), ORDERED, ids=[row[0] for row in ORDERED])
def test_what_came_after_what(nlp: "Language", text: str, later: str, earlier: str, gap: str | None) -> None:
    assert pairs(nlp, text) == {(later, earlier, gap)}


@pytest.mark.parametrize(
    "text",
    [
        "Novak arrested nobody since police detained Lind.",
        "Novak met Lind and Haddad visited Oslo.",
        "Police following the protest arrested Lind.",
        "Novak never met Lind and then never visited Oslo.",
        "A long time, after police arrested Lind.",
        "The first time since police arrested Lind.",
    ],
)
def test_what_orders_nothing(nlp: "Language", text: str) -> None:
    assert pairs(nlp, text) == set()


def test_an_order_is_said_once(nlp: "Language") -> None:
    text = "Police arrested Lind after rebels attacked Lima and then jailed him."
    assert len(pairs(nlp, text)) == len({frozenset(pair[:2]) for pair in pairs(nlp, text)})


IN_SEQUENCE = [
    ("Rebels attacked Cairo on Monday. Two days later, police arrested Lind in Oslo.", "arrested", "attacked"),
    ("Novak met Lind on Monday. Haddad visited Oslo the following day.", "visited", "met"),
    ("Rebels attacked Cairo on Friday. Two days earlier, police had arrested Lind.", "attacked", "arrested"),
    ("Novak visited Oslo. Novak then flew to Warsaw.", "flew", "visited"),
    ("Rebels attacked Cairo. Hours later, the army shelled Aleppo.", "shelled", "attacked"),
    ("The arrest of Lind in Oslo prompted Norway to recall its ambassador from Cairo.", "recall", "arrest"),
    ("The arrest of Lind in Oslo led to protests in Hamburg.", "protests", "arrest"),
    ("Protests triggered by the arrest of Lind continued in Hamburg.", "Protests", "arrest"),
    ("Novak met Lind in Oslo ahead of the summit in Warsaw.", "summit", "met"),
]


@pytest.mark.parametrize(("text", "later", "earlier"), IN_SEQUENCE, ids=[row[0] for row in IN_SEQUENCE])
def test_what_is_counted_from_or_came_of_another(nlp: "Language", text: str, later: str, earlier: str) -> None:
    assert (later, earlier) in {pair[:2] for pair in pairs(nlp, text)}


@pytest.mark.parametrize(
    "text",
    [
        "Novak never met Lind. Two days later, police arrested Haddad in Oslo.",
        "Police arrested Lind later on Monday. Haddad visited Oslo later this week.",
        "Novak visited Oslo. By then police had arrested Lind.",
        "Novak will visit Oslo. Haddad then met Lind.",
        "If rebels attack Cairo, Norway will then deploy troops.",
    ],
)
def test_what_counts_from_nothing_told(nlp: "Language", text: str) -> None:
    assert pairs(nlp, text) == set()

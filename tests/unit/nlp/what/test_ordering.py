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
    ],
)
def test_what_orders_nothing(nlp: "Language", text: str) -> None:
    assert pairs(nlp, text) == set()


def test_an_order_is_said_once(nlp: "Language") -> None:
    text = "Police arrested Lind after rebels attacked Lima and then jailed him."
    assert len(pairs(nlp, text)) == len({frozenset(pair[:2]) for pair in pairs(nlp, text)})

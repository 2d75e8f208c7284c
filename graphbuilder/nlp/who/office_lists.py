"""Offices of one person in a row: "the president, army chief and party leader Bo Baker".

Reads phrases and the words between them; who holds them is written down in `positions`.
"""

from collections.abc import Sequence

from graphbuilder.nlp.who.phrases import Phrase
from graphbuilder.nlp.who.view import View

THREE = 3
"""So many offices under one article are one person's; of two, "the speaker and party leader Bo Baker", one cannot know."""
_RIVALS = frozenset({"president", "prime minister", "king", "queen", "emir", "sultan", "chancellor"})
"""Offices of which one person hardly holds two."""


def under_one_article(view: View, phrases: Sequence[Phrase], last: Phrase, least: int = THREE) -> list[Phrase]:
    """Return the offices before the last of a row that share its article, the nearest first; none where they are others'.

    "The president, the army chief and party leader Bo Baker" are three, and so are "the president, prime minister and Foreign
    Minister Bo Baker", where a capital parts the last. Two will do before a comma: "the bank's chairman and head, Ann Able".
    """
    chain: list[Phrase] = []
    place, phrase = last.start, last
    parted = least == THREE and view.capital[last.title.head]
    while not (phrase.definite or phrase.indefinite or parted):
        while place > 0 and view.lower[place - 1] in {"and", ","}:
            place -= 1
        before = next((other for other in phrases if other.end == place and other.end < phrase.start), None)
        if before is None or before.used or before.title.plural:
            return []
        chain.append(before)
        phrase, place = before, before.start
    one = phrase.definite and len(chain) + 1 >= least
    return chain if one and len(_RIVALS & {last.kind, *(other.kind for other in chain)}) < 2 else []

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
_SECOND = ("deputy ", "vice ", "crown prince")
"""How offices begin that leave room for another."""
_BESIDE_HEAD = frozenset({"commander", "party leader"})
"""What a president or prime minister is too."""


def side_by_side(view: View, phrases: Sequence[Phrase], last: Phrase, end: int) -> Phrase | None:
    """Return the office before "and" and another that are one person's, whose name ends at `end`; None where they may be two's.

    "Irish Deputy Prime Minister and Foreign Minister Bo Baker left", "Pakistan's Prime Minister and Defence Minister Bo Baker",
    but "President and Foreign Minister Bo Baker", "the prime minister and Foreign Minister Bo Baker".
    """
    place = last.start - 1
    place -= place > 0 and view.tags[place] in {"VBG", "JJ"}  # "Chad's president and ruling party leader Bo Baker"
    bare = not (last.definite or last.indefinite or last.of)
    if not bare or place < 1 or view.lower[place] != "and" or _are_two(view, end):
        return None
    first = next((other for other in phrases if other.end == place), None)
    if first is None or first.used or first.title.plural or first.indefinite:
        return None
    second = first.kind.startswith(_SECOND) or last.kind.startswith(_SECOND)
    article = first.definite and not first.of
    titled = view.capital[first.title.head] and view.capital[last.title.head]
    if not titled:
        fits = bool(first.of) and (second or last.kind in _BESIDE_HEAD)
    elif first.kind in _RIVALS - {"prime minister"}:
        fits = last.kind in _BESIDE_HEAD
    else:
        fits = last.kind not in _RIVALS and (last.kind.endswith("minister") or last.kind in _BESIDE_HEAD)
    return first if (second and (titled or fits)) or (fits and not article) else None


def _are_two(view: View, end: int) -> bool:
    """Whether the words behind a name speak of several: "are in Oslo", "met in Oslo"."""
    if end + 1 >= view.size:
        return False
    together = (
        view.lemmas[end] == "meet" and view.pos[end + 1] in {"ADP", "PUNCT", "ADV"} and view.lower[end + 1] != "with"
    )
    return together or view.tags[end] == "VBP" or view.lower[end] == "were"


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

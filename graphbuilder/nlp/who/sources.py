"""The agency in the brackets of a dateline takes part in nothing, it is where a story comes from: "KYIV (Northern Press) -- ".

Reading takes the line off the first paragraph; here it may stand anywhere, as in a file of several stories.
"""

from graphbuilder.nlp.who.places import is_city
from graphbuilder.nlp.who.view import View

_DASHES = frozenset({"-", "--", "---", "–", "—", "―", ":"})
_OPEN = {"(": ")", "[": "]", "/": "/"}
_REACH = 12
_LONGEST = 6
"""Most words of an agency's name."""


def source_spans(view: View) -> list[tuple[int, int]]:
    """Return the tokens inside the brackets of datelines, as (start, end)."""
    found = []
    for place in range(view.size):
        begins = not place or "\n" in view.words[place - 1] or place == view.sentence_start(place)
        if begins and view.capital[place]:
            span = _source(view, place)
            if span is not None and _is_town(view, place, span[0]):
                found.append(span)
    return found


def _source(view: View, place: int) -> tuple[int, int] | None:
    """Return the bracket of a line that begins here, where a dash stands behind it."""
    for spot in range(place + 1, min(place + _REACH, view.size)):
        word = view.words[spot]
        if "\n" in word or view.pos[spot] == "VERB":
            return None
        close = _OPEN.get(word)
        if close is None:
            continue
        end = next((e for e in range(spot + 1, min(spot + 2 + _LONGEST, view.size)) if view.words[e] == close), None)
        if end is None or end == spot + 1 or not view.capital[spot + 1]:
            if word == "/":
                continue
            return None
        behind = view.words[end + 1] if end + 1 < view.size else ""
        return (spot + 1, end) if behind in _DASHES else None
    return None


def _is_town(view: View, place: int, bracket: int) -> bool:
    """Whether a line begins with a town, in capitals or with a comma or the bracket behind it."""
    for end in range(min(place + 4, bracket - 1), place, -1):
        if is_city(" ".join(view.folded[place:end])):
            shouted = all(word.isupper() for word in view.words[place:end])
            return shouted or view.words[end] in {",", "(", "[", "/"}
    return False

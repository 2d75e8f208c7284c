"""The country of somebody: "his country" of a minister, and in a text that is spoken "our country", "this nation".

A speaker's is the one the speaker holds an office of, else the one the whole text is at home in.
"""

from graphbuilder.nlp.who.homes import Home
from graphbuilder.nlp.who.reading import Reading
from graphbuilder.nlp.who.talk import Talk

_HOMES = frozenset({"country", "nation", "homeland", "motherland", "republic"})
_OWN = frozenset({"my", "our", "this"})


def homeland(
    reading: Reading, talk: Talk, place: int, owner: int | None, offices: dict[int, list[int]], *, home: Home
) -> int | None:
    """Return the country that the noun at `place` means; None where it is none of `_HOMES`, or where it is not sure.

    Args:
        reading: The document, its names and entities.
        talk: Who speaks where.
        place: The token of the noun.
        owner: Whose it is by a pronoun before it, where known.
        offices: What the positions of each person are of.
        home: Where the text is at home.
    """
    view, drafts = reading.view, reading.register.drafts
    if view.lower[place] not in _HOMES or place == view.sentence_start(place):
        return None
    speaker = talk.speaker(place)
    asked = speaker if owner is None else owner
    held = [of for of in offices.get(asked, []) if drafts[of].is_country] if asked is not None else []
    if owner is not None and owner != speaker:
        return held[-1] if held else None
    first = place - 1
    if view.pos[first] == "ADJ" and view.lower[first] not in _OWN and first > view.sentence_start(place):
        first -= 1
    capital = view.lower[first] == "the" and view.capital[place]
    if not talk.turns or view.quoted[place] or not (view.lower[first] in _OWN or capital):
        return None
    if held:
        return held[-1]
    return home.only if home.at is None else home.at

"""What stands beside the title of a role phrase: a body named by a noun, a list of countries, the post of an ambassador.

Only words are read here; what they mean for the position is decided in `phrases` and `positions`.
"""

from graphbuilder.nlp.who.lexicon import load_lexicon
from graphbuilder.nlp.who.spans import Name
from graphbuilder.nlp.who.view import View
from graphbuilder.records.annotation import EntityType


def complement(view: View, names: list[Name], at: list[int], first: int) -> int | None:
    """Return the noun of a body: "for the Danish foreign ministry", "of the opposition", "of Arla's largest party"."""
    place = first
    while place < view.size and place < first + 6:
        word = view.lower[place]
        number = at[place]
        if number >= 0:
            if names[number].type is EntityType.PERSON:
                return None
            place = names[number].end
            continue
        following = view.pos[place + 1] if place + 1 < view.size else "PUNCT"
        if (
            view.pos[place] == "NOUN"
            and following not in {"NOUN", "PROPN"}
            and view.tags[place + 1 : place + 2] != ["POS"]
        ):
            return place if word in load_lexicon().organizations else None
        if view.pos[place] not in {"ADJ", "NOUN", "PROPN"} and word not in {"'s", "’s", "'", "’", "-"}:
            return None
        place += 1
    return None


def listed(view: View, names: list[Name], at: list[int], place: int) -> list[Name]:
    """Return the further names of a list: "the presidents of Chile, Peru and Bolivia"."""
    found = []
    while place + 1 < view.size and view.lower[place] in {",", "and"}:
        first = place + 1 + (view.lower[place + 1] in {"the", "and"})
        if first >= view.size or at[first] < 0 or not names[at[first]].term or names[at[first]].demonym:
            break
        found.append(names[at[first]])
        place = names[at[first]].end
    return found


def posted(view: View, names: list[Name], at: list[int], place: int) -> Name | None:
    """Return where an envoy is sent, behind whom he is of: "the ambassador of France to Mali", "for Mali"."""
    if place + 1 >= view.size or view.lower[place] not in {"to", "for"}:
        return None
    first = min(place + 1 + (view.lower[place + 1] == "the"), view.size - 1)
    number = at[first]
    if number < 0 or names[number].start != first or names[number].demonym or names[number].type is EntityType.PERSON:
        return None
    return names[number]


_LANDS = frozenset(
    {"country", "nation", "state", "republic", "kingdom", "city", "town", "province", "territory", "club"}
)


def owns_offices(view: View, place: int) -> bool:
    """Whether a token is the noun of a body or land that has officials: "the union's leader", not "the week's winner"."""
    noun, lexicon = view.lower[place], load_lexicon()
    body = noun in lexicon.organizations or lexicon.unnamed.get(noun) == "organizations"
    return view.pos[place] == "NOUN" and (body or noun in _LANDS)


def before_owner(view: View, names: list[Name], at: list[int], place: int) -> int:
    """Return the token before the whole phrase of such a noun: "the largest Danish bank's" of a bank."""
    floor = view.sentence_start(place)
    spot = place - 1
    while spot >= floor and view.pos[spot] in {"ADJ", "NOUN", "PROPN"} and (at[spot] < 0 or names[at[spot]].demonym):
        spot -= 1
    determined = spot >= floor and (view.pos[spot] == "DET" or view.tags[spot] == "PRP$")
    return spot - 1 if determined else spot

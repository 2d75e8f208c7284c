"""The words that may stand between a role phrase and the name it belongs to: years, a short form in brackets, "now", "appointed".

Only tokens are passed over here; whether the name beyond them is the holder is decided in `positions`.
"""

from graphbuilder.nlp.who.view import View

_SPELL = frozenset({"between", "from", "since", "until", "during"})
_MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
})  # fmt: skip
_IN_SPELL = _SPELL | _MONTHS | {"and", "to", "-", "–", "of", "late", "early"}
_PAST = frozenset({"formerly", "previously", "then", "once"})
_LEADS = _PAST | {"now", "currently", "appointed", "reappointed", "named", "later"}
AT_THE_TIME = ["at", "the", "time"]
_REACH = 8
_FIELDS = frozenset({"of", "for", "in"})
_IN_FIELD = frozenset({"DET", "ADJ", "NOUN", "CCONJ"})


def behind(view: View, place: int) -> int:
    """Return the first token behind the years, the short form or the field that follow a phrase ending at `place`.

    "The prime minister between 2005 and 2013, Ann Able, ...", "the leader of the Velm Liberation Front (VLF), Bo Baker, ...",
    "the head of Arla in the region, Cy Cole, ...", "the minister for irrigation, Di Dow, ...".
    """
    if place + 2 < view.size and view.words[place] == "(" and view.words[place + 2] == ")":
        return place + 3
    if place < view.size and view.lower[place] in _SPELL:
        end = place
        while end < min(view.size, place + _REACH) and (view.lower[end] in _IN_SPELL or view.words[end].isdigit()):
            end += 1
        return end
    if place < view.size and view.lower[place] in _FIELDS:
        end = place + 1
        while end < min(view.size, place + _REACH) and not view.capital[end] and view.pos[end] in _IN_FIELD:
            end += 1
        plain = end - place > 1 and end < view.size and view.words[end] == "," and view.pos[end - 1] == "NOUN"
        return end if plain else place
    return place


def before(view: View, place: int) -> tuple[int, bool]:
    """Return the comma behind a name that stands before a phrase, `place` its last token before, and whether it is past.

    "Chukwu Eze, now governor of Enugu", "Tom Reyes, appointed minister in 2016", "Lars Holm, in office since 2016 as mayor".
    """
    if place > 2 and view.lower[place - 2 : place + 1] == AT_THE_TIME and view.words[place - 3] == ",":
        return place - 3, True  # "Anna Berg, at the time Austria's chancellor, ..."
    if place > 1 and view.lower[place] in _LEADS and view.words[place - 1] == ",":
        return place - 1, view.lower[place] in _PAST
    if view.lower[place] == "as":
        for spot in range(place - 1, max(place - _REACH, 2), -1):
            if view.lower[spot] == "office" and view.lower[spot - 1] == "in" and view.words[spot - 2] == ",":
                return spot - 2, False
    return place, False

"""Titles as word spans: "Foreign Minister", "Secretary of Homeland Security", "president-elect".

Read from the tokens, never from the parse, which takes such titles apart. Who bears a title is decided in `positions`.
"""

from dataclasses import dataclass

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.lexicon import Lexicon, load_lexicon
from graphbuilder.nlp.who.seats import is_seat
from graphbuilder.nlp.who.view import View

_SMALL = frozenset({"of", "the", "and", "for", "to", "in"})
_IRREGULAR = {
    "chairmen": "chairman",
    "spokesmen": "spokesman",
    "spokeswomen": "spokeswoman",
    "congressmen": "congressman",
    "congresswomen": "congresswoman",
    "secretaries": "secretary",
    "deputies": "deputy",
    "businessmen": "businessman",
    "statesmen": "statesman",
    "judges": "judge",
}
_NOUNS = frozenset({"NOUN", "PROPN"})
_ABBREVIATED = frozenset(
    {"gov", "sen", "rep", "gen", "col", "lt", "capt", "sgt", "maj", "adm", "prof", "rev", "det", "brig", "brig."}
)
_HONORIFIC_ONLY = frozenset(
    {"sen", "rep", "gen", "col", "lt", "capt", "sgt", "prof", "gov", "mp", "major", "general", "father"}
)
_NEVER_NEXT = frozenset(
    {"election", "elections", "assembly", "department", "court", "office", "strike", "public", "ministry"}
)


@dataclass(slots=True, frozen=True)
class Title:
    """Tokens `start` to `end` are the words of one title; `head` is the token that a verb or name attaches to."""

    start: int
    end: int
    head: int
    kind: str
    plural: bool = False
    elect: bool = False


def find_titles(view: View) -> list[Title]:
    """Return the titles of a document from left to right; they do not overlap."""
    lexicon = load_lexicon()
    found: list[Title] = []
    place = 0
    while place < view.size:
        title = _title_at(view, place, lexicon)
        if title is None:
            place += 1
        else:
            found.append(title)
            place = title.end
    return found


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _title_at(view: View, place: int, lexicon: Lexicon) -> Title | None:
    lower = view.lower
    word = lower[place]
    best: Title | None = None
    singular = _singular(word)
    keys = (word,) if singular == word else (word, singular)
    for key in keys:
        for words, kind in lexicon.title_forms.get(key, ()):
            end = place + len(words)
            if end > view.size or (best and end <= best.end):
                continue
            plural = _match(lower, place, words)
            if plural is None:
                continue
            head = _head(words, place)
            if words[-2:] == ("-", "general") and view.heads[head] == end - 1:
                head = end - 1  # the parse of "the secretary-general said" has "general" for its subject
            best = Title(place, end, head, kind, plural)
            break
    if best is None and is_seat(view, place):
        return Title(place, place + 1, place, "member of parliament")
    portfolio = _portfolio(view, place, lexicon)
    if portfolio and (best is None or portfolio.end > best.end):
        best = portfolio
    if best is None or not _is_title(view, best, lexicon):
        return None
    return _with_elect(view, best)


def _match(lower: list[str], place: int, words: tuple[str, ...]) -> bool | None:
    """Return whether the words stand here in the plural, None where they do not stand here."""
    plural = False
    last = len(words) - 1
    for offset, expected in enumerate(words):
        actual = lower[place + offset]
        if actual == expected:
            continue
        if _singular(actual) == expected and (offset in (last, 0)):
            plural = True
            continue
        return None
    return plural


def _head(words: tuple[str, ...], place: int) -> int:
    """The head is the word before "of" or "for" ("secretary of state"), else the last word."""
    for offset, word in enumerate(words):
        if word in {"of", "for"} and offset:
            return place + offset - 1
    if words[-2:] in {("in", "chief"), ("-", "general"), ("general",)} and len(words) > 1:
        return place
    return place + len(words) - 1


def _portfolio(view: View, place: int, lexicon: Lexicon) -> Title | None:
    """Match "trade minister" and "minister of trade" for any portfolio of the list."""
    lower = view.lower
    word = lower[place]
    for words in lexicon.portfolios.get(word, ()):
        end = place + len(words)
        if end < view.size and tuple(lower[place:end]) == words:
            office = _singular(lower[end])
            if office in {"minister", "secretary"}:
                return Title(place, end + 1, end, f"{' '.join(words)} {office}", lower[end] != office)
    if _singular(word) == "minister" and place + 2 < view.size and lower[place + 1] in {"of", "for"}:
        first = place + 2 + (lower[place + 2] == "the")
        if first >= view.size:
            return None
        for words in lexicon.portfolios.get(lower[first], ()):
            end = first + len(words)
            if tuple(lower[first:end]) == words:
                end = _more_portfolios(view, end, lexicon)
                return Title(place, end, place, f"{' '.join(words)} minister", word != "minister")
    return None


def _more_portfolios(view: View, end: int, lexicon: Lexicon) -> int:
    """Go on over the rest of a list of portfolios: "Minister of Agriculture, Fisheries and Food"."""
    lower, capital = view.lower, view.capital[end - 1]
    place = end
    while place + 1 < view.size and lower[place] in {",", "and", "&"} and view.capital[place + 1] == capital:
        last = lower[place] != ","
        fits = (words for words in lexicon.portfolios.get(lower[place + 1], ()))
        longest = next((words for words in fits if tuple(lower[place + 1 : place + 1 + len(words)]) == words), None)
        if longest is None:
            return end
        place += 1 + len(longest)
        office = _singular(lower[place]) in {"minister", "secretary"} if place < view.size else False
        if last:
            return end if office else place  # not "Minister of Defence, Foreign and Interior Minister"
    return end


def _is_title(view: View, title: Title, lexicon: Lexicon) -> bool:
    """Rule out adjectives ("a general election"), verbs ("to head the list") and names of bodies ("Justice Department")."""
    after = view.lower[title.end] if title.end < view.size else ""
    if after in _NEVER_NEXT and view.capital[title.head] == view.capital[title.end]:
        return False
    if title.end - title.start > 1:
        return True
    word = view.lower[title.start]
    if word in {"colleague", "colleagues"}:  # "her Canadian colleague" is a counterpart, "her colleague" anybody
        before = load_gazetteer().terms.get(view.folded[title.start - 1], ()) if title.start else ()
        return any(term.kind == "demonym" for _, _, term in before) and view.capital[title.start - 1]
    named = title.end < view.size and view.capital[title.end] and _name_part(view.words[title.end])
    if word.rstrip(".") in _HONORIFIC_ONLY or word.endswith("."):
        if not (view.capital[title.start] and (named or word == "mp")):
            return word == "mps" or (
                view.pos[title.start] == "NOUN" and word in {"general", "major", "mp"} and word != "major"
            )
        return after not in lexicon.organization_last
    if named and view.capital[title.start] and after in lexicon.organization_last:
        return False
    if view.pos[title.start] in _NOUNS:
        return True
    if word == "chief" and named and title.start and view.words[title.start - 1].isupper():
        return True  # "IAEA chief Ulrich Baum", where the model takes it for an adjective
    return view.capital[title.start] and named


def _name_part(word: str) -> bool:
    """Whether a word can begin a name, initials included: "Gov. J. R. Whitcombe", "Rep. T.J. Alvarado"."""
    return word.isalpha() or (word.isupper() and word.replace(".", "").isalpha())


def _with_elect(view: View, title: Title) -> Title:
    end = title.end
    if end + 1 < view.size and view.lower[end] == "-" and view.lower[end + 1] in {"elect", "designate"}:
        return Title(title.start, end + 2, title.head, title.kind, title.plural, elect=True)
    if end < view.size and view.lower[end] in {"elect", "designate", "-elect", "-designate"}:
        return Title(title.start, end + 1, title.head, title.kind, title.plural, elect=True)
    return title


def written(view: View, title: Title) -> str:
    """Return the title as a label: "Foreign Minister", "Secretary of State"; abbreviations written out."""
    first = view.lower[title.start]
    words = view.lower[title.start : title.end]
    if title.elect:
        words = words[: -2 if words[-2:-1] == ["-"] else -1]
    short = first.endswith(".") or first.rstrip(".") in _ABBREVIATED or first == "mp"
    if short and (title.end - title.start == 1 or words[-1].endswith(".")):
        words = title.kind.split()
    elif title.plural:
        words = [
            _singular(word) if place + title.start in {title.head, title.end - 1} else word
            for place, word in enumerate(words)
        ]
    label = " ".join(word if word in _SMALL else _capitalize(word) for word in words)
    return label.replace(" - ", "-").replace(" , ", ", ")


def _capitalize(word: str) -> str:
    return "CEO" if word == "ceo" else word[:1].upper() + word[1:]

"""Direction: does the clause of a time expression look back or forward from the day of publication?

Reads the governing verb of a span: its tense, its auxiliaries and the verb above an infinitive. Knows no calendar.
"""

from typing import Final, Literal

from spacy.tokens import Span, Token

from graphbuilder.nlp.preterites import PRETERITES

Direction = Literal["back", "forward", "unknown"]

_FUTURE_MODALS: Final = frozenset(
    ("will", "'ll", "’ll", "wo", "shall", "would", "'d", "can", "could", "may", "might", "must", "should")
)
_SCHEDULING: Final = frozenset(
    ("schedule", "slate", "plan", "expect", "set", "project", "propose", "pencil", "earmark", "postpone", "delay",
     "reschedule", "adjourn", "defer", "suspend")
)  # fmt: skip
"""Participles whose date lies ahead: "a vote planned for Friday", "was postponed until Monday"."""
_FORWARD_HEADS: Final = _SCHEDULING | frozenset(
    ("intend", "vow", "promise", "pledge", "agree", "want", "hope", "aim", "prepare", "seek", "decide", "offer",
     "threaten", "ask", "urge", "call", "order", "invite", "wish", "due", "likely", "ready", "poised", "bound", "sure",
     "certain", "about", "unlikely", "willing", "tell", "commit", "prompt", "need", "wait", "look")
)  # fmt: skip
"""Verbs and adjectives whose infinitive lies ahead: "agreed to meet on Friday", "is due to speak Monday"."""
_LASTING: Final = frozenset(
    ("extend", "prolong", "lengthen", "renew", "jail", "imprison", "remand", "ban", "bar", "close", "shut", "suspend")
)
"""Verbs whose "until" lies ahead, whatever their tense: "extended the truce until Sunday", "was jailed until March"."""
_STRIVING: Final = frozenset(("bid", "attempt", "effort", "right", "refusal", "failure", "ability", "chance"))
"""Nouns whose infinitive says nothing of when: "backed her bid to join the bloc on Wednesday"."""
_CAUSING: Final = frozenset(("let", "make", "help", "have", "see", "watch", "hear"))
"""Verbs with a bare infinitive under them."""
_REPORTING: Final = frozenset(("say", "tell", "report", "write", "claim", "note", "add", "warn"))
_FORWARD_MODIFIERS: Final = frozenset(
    ("upcoming", "planned", "scheduled", "coming", "forthcoming", "expected", "proposed", "looming", "future")
)
_BACK_MODIFIERS: Final = frozenset(("recent", "earlier", "past", "previous", "failed"))
_FILLERS: Final = frozenset(
    (
        "on",
        "late",
        "early",
        "earlier",
        "later",
        "in",
        "the",
        "at",
        "for",
        "by",
        "this",
        ",",
        "back",
        "again",
        "only",
        "as",
    )
)
_CLAUSE_LIMIT: Final = 12


def direction_of(span: Span) -> Direction:
    """Return where the clause around `span` looks: "back", "forward", or "unknown" where no verb governs it.

    "met Wednesday" looks back; "are scheduled to meet Friday", "ahead of talks on Friday" and "on the eve of Friday's vote"
    look forward.
    """
    if span.start and span.doc[span.start - 1].lower_ in {"until", "till"}:
        above = span.doc[span.start - 1].head if span.doc[span.start - 1].dep_ == "prep" else span.root.head.head
        if above.lemma_ in _LASTING:
            return "forward"
    before = _word_before(span)
    if before is not None:
        if before.lower_ in {"due", "upcoming", "coming"} or (before.lemma_ in _SCHEDULING and before.tag_ == "VBN"):
            return "forward"
        if before.pos_ == "VERB" and before.tag_ in {"VBD", "VBZ", "VBP"}:
            return _of_verb(before, 0)
    token = span.root
    for _ in range(_CLAUSE_LIMIT):
        if token.pos_ in {"VERB", "AUX"}:
            return _of_verb(token, 0)
        found = _of_noun(token)
        if found is not None:
            return found
        if token.head.i == token.i:
            break
        token = token.head
    return "unknown"


def _word_before(span: Span) -> Token | None:
    index = span.start - 1
    start = span.sent.start
    while index >= start and span.doc[index].lower_ in _FILLERS:
        index -= 1
    return span.doc[index] if index >= start else None


def _of_noun(token: Token) -> Direction | None:
    """Return the direction a noun phrase has by itself: "the planned visit in May", "ahead of Friday's vote"."""
    for child in token.children:
        if child.dep_ in {"amod", "compound"}:
            if child.lower_ in _FORWARD_MODIFIERS:
                return "forward"
            if child.lower_ in _BACK_MODIFIERS:
                return "back"
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in {"ahead", "eve"}:
        return "forward"
    if token.pos_ == "ADJ" and token.lower_ == "due":
        return "forward"
    return None


def _of_verb(verb: Token, depth: int) -> Direction:
    if depth > _CLAUSE_LIMIT:
        return "unknown"
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if (
        not auxiliaries
        and verb.dep_ == "conj"
        and verb.tag_ in {"VB", "VBN", "VBG"}
        and verb.head.pos_ in {"VERB", "AUX"}
    ):
        return _of_verb(verb.head, depth + 1)
    words = {child.lower_ for child in auxiliaries}
    if words & _FUTURE_MODALS or (verb.pos_ == "AUX" and verb.lower_ in _FUTURE_MODALS):
        return "back" if "have" in words and verb.tag_ == "VBN" else "forward"
    if verb.tag_ == "VBN" and verb.lemma_ in _SCHEDULING:
        return "forward"
    if "to" in words:
        return _of_infinitive(verb, depth)
    if verb.tag_ == "VBD" or (verb.lower_ in PRETERITES and verb.tag_ in {"VB", "VBP"}):
        return "back"
    if verb.tag_ == "VBN":
        return "forward" if words & {"is", "are", "be", "being"} and not words & {"have", "has", "had"} else "back"
    if verb.tag_ == "VBG":
        return _of_gerund(verb, words, depth)
    if verb.tag_ == "VBP" and verb.dep_ == "ccomp" and verb.head.lemma_ in _CAUSING:
        return _of_head(verb, depth)  # "refused to let them cross on Sunday": no present tense
    if verb.tag_ in {"VBZ", "VBP"}:
        return "back" if verb.lemma_ in _REPORTING else "forward"
    if "did" in words:
        return "back"
    return "forward" if verb.head.i == verb.i or words & {"do", "does"} else _of_head(verb, depth)


def _of_infinitive(verb: Token, depth: int) -> Direction:
    """Return the direction of "to meet" by what stands above it: "plans to meet", "is to meet", "managed to meet"."""
    head = verb.head
    if head.lemma_ in _STRIVING and verb.dep_ == "acl":
        return _of_head(head, depth)
    if verb.dep_ in {"xcomp", "ccomp", "acl", "relcl"} and (
        head.lemma_.lower() in _FORWARD_HEADS or head.pos_ == "NOUN" or head.lemma_ == "be"
    ):
        return "forward"
    if head.lemma_ in {"go", "have"} and verb.dep_ == "xcomp":
        return "back" if head.tag_ == "VBD" and head.lemma_ == "have" else "forward"
    if head.i == verb.i:
        return "forward"
    return _of_head(verb, depth)


def _of_gerund(verb: Token, words: set[str], depth: int) -> Direction:
    if words & {"was", "were", "been"}:
        return "back"
    if words & {"is", "are", "'s", "’s", "'re", "’re", "am", "'m", "be"}:
        return "forward"
    return _of_head(verb, depth)


def _of_head(verb: Token, depth: int) -> Direction:
    token = verb
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            return _of_verb(token, depth + 1)
        found = _of_noun(token)
        if found is not None:
            return found
    return "unknown"

"""Ordering: AFTER between events of one sentence, from the words that say which came first, and the date a gap gives.

It reads connectors ("after", "since", "ahead of", "was followed by", "prompted", "and then"); it never orders events by their
dates, and joins none. What a sentence counts from the one before is sequence.py's business.
"""

from typing import TYPE_CHECKING

from graphbuilder.nlp.what.clauses import is_passive, prepositions
from graphbuilder.nlp.what.gaps import SPAN_VALUE, shifted
from graphbuilder.records.annotation import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphbuilder.nlp.what.clock import Clock
    from graphbuilder.nlp.what.drafts import Draft
    from graphbuilder.nlp.what.tree import Tree
    from graphbuilder.records.annotation import TimeMention

    Words = dict[int, Draft]

CONNECTORS = frozenset({"after", "before", "since", "following"})
ANSWERS = {
    "response": "to", "reaction": "to", "reply": "to", "answer": "to", "retaliation": "for", "reprisal": "for", "revenge": "for",
    "wake": "of", "aftermath": "of", "heels": "of",
}  # fmt: skip
"""Nouns after "in" that answer what came first, with their preposition: "in response to the sanctions"."""
AHEAD = {"ahead": "of", "prior": "to"}
"""Adverbs that put an event before what their preposition names: "met ahead of the summit"."""
CAUSES = {"prompt": None, "trigger": None, "spark": None, "provoke": None, "lead": "to", "result": "in"}
"""Verbs whose subject came first, and the preposition that what came of it stands under: "led to clashes"."""
THEN = frozenset({"then", "later", "afterwards", "afterward", "subsequently", "thereafter"})
INVERTED = {"sooner": "than", "hardly": "when", "scarcely": "when", "barely": "when"}
"""Openings of a clause in "had" and the word that begins what came next: "No sooner had they signed than ..."."""
TURNING = THEN | INVERTED.keys() | ANSWERS.keys() | AHEAD.keys()
"""All words but verbs that can tell the turn of events."""
TURNED = frozenset({"follow", *CAUSES})
"""The verbs."""
TELLING = CONNECTORS | TURNING | TURNED
TOLD = frozenset({Status.ACTUAL, Status.PLANNED})


def link_after(tree: "Tree", clock: "Clock", drafts: "list[Draft]") -> None:
    """Link events that the text orders ("five months after the talks collapsed") and date the one from the other."""
    words = _words(tree, drafts)
    for first, last, time in clock.spans:
        connector = next(
            (t for t in range(first, min(last + 2, len(tree))) if tree.word[t] in {"after", "before"}), None
        )
        if connector is not None and (time.kind == "DURATION" or time.relation):
            phrase = tree.text[time.start_char : time.end_char]
            _order(tree, words, connector, time.value, phrase)
            _count_back(tree, clock, words, connector, time)
    for index, word in () if tree.forms.isdisjoint(TELLING) else enumerate(tree.word):
        if word in CONNECTORS:
            _order(tree, words, index, None)
        if word not in TURNING and tree.lemma[index] not in TURNED:
            continue
        told = (*_told_in_turn(tree, words, index), *_answered(tree, words, index), *_ahead(tree, words, index))
        for later, earlier in told:
            if later.sense.status in TOLD and earlier.sense.status in TOLD:
                link_in_time(later, earlier, None)


def _count_back(tree: "Tree", clock: "Clock", words: "Words", connector: int, time: "TimeMention") -> None:
    """Date what lies so long before the report: "The step comes eleven days after police arrested Lind"."""
    verb = tree.head[connector]
    after = tree.dep[connector] == "mark" and tree.word[connector] == "after"
    if not after or clock.published is None or SPAN_VALUE.fullmatch(time.value) is None:
        return
    inner, above = words.get(verb), tree.head[verb]
    if inner is None or inner.start is not None or inner.sense.status is not Status.ACTUAL or above in words:
        return
    moved = shifted(clock.published, time.value, -1)
    if tree.lemma[above] == "come" and tree.tag[above] in {"VBZ", "VBP"} and moved is not None:
        inner.start, inner.end, inner.precision = moved
        inner.basis, inner.date_text = "stated", tree.text[time.start_char : time.end_char]
        inner.score *= 0.9


def _words(tree: "Tree", drafts: "list[Draft]") -> "Words":
    """Return the words that stand for an event: its clause, what governs it, and the verb it is the subject of."""
    words: Words = {}
    for draft in drafts:
        for token in draft.chain:
            words.setdefault(token, draft)
    for draft in drafts:  # "We regret it," Lind told reporters after the talks: the telling was after them
        for token in draft.sense.heads:
            words.setdefault(token, draft)
        head = tree.head[draft.hit.token]
        if draft.hit.nominal and tree.dep[draft.hit.token] in {"nsubj", "nsubjpass"} and tree.is_verb(head):
            words.setdefault(head, draft)
    return words


def _order(tree: "Tree", words: "Words", connector: int, gap: str | None, told: str | None = None) -> None:
    """Order the events on both sides of a preposition or conjunction."""
    word, dep, above = tree.word[connector], tree.dep[connector], tree.head[connector]
    if dep == "mark":
        if word == "since" and not _is_temporal(tree, connector, tree.head[above]):
            return
        inner, outer = words.get(above), _main_clause(tree, words, above)
    elif dep == "prep" or (word == "following" and dep in {"advcl", "amod"}):
        inner = next((words[k] for k in tree.all_kids(connector, "pobj", "pcomp", "dobj") if k in words), None)
        outer = words.get(above) or words.get(tree.head[above])
        if inner is None and tree.dep[above] in {
            "relcl",
            "acl",
            "advcl",
        }:  # "held talks, after which they signed a pact"
            which = any(tree.word[kid] == "which" for kid in tree.all_kids(connector, "pobj", "pcomp"))
            head = tree.head[above]
            inner = (words.get(head) or words.get(tree.head[head])) if which else None
    else:
        return
    if inner is None or outer is None or inner is outer:
        return
    later, earlier = (inner, outer) if word == "before" else (outer, inner)
    link_in_time(later, earlier, gap, told)


def _main_clause(tree: "Tree", words: "Words", verb: int) -> "Draft | None":
    """Return the event that a clause with a conjunction hangs on.

    "Met for the first time since ..." hangs it on "time"; "Five months after rebels attacked Lima, Peru offered ..." often makes
    it the head of the sentence, and the main clause is the next with a subject of its own.
    """
    above = tree.head[verb]
    if above != verb:
        while tree.head[above] != above and (tree.lemma[above] == "time" or tree.dep[above] == "prep"):
            above = tree.head[above]
        return words.get(above)
    comma = next((kid for kid in tree.below(verb) if tree.word[kid] == "," and kid > verb), None)
    if comma is None:
        return None
    later = (word for word in sorted(words) if word > comma and tree.sentence[word] == tree.sentence[verb])
    return next((words[word] for word in later if tree.kid(word, "nsubj", "nsubjpass") is not None), None)


def _is_temporal(tree: "Tree", since: int, above: int) -> bool:
    """Tell "have met twice since police shot him" and "the first time since ..." from a reason ("since it rained")."""
    perfect = any(tree.lemma[kid] == "have" for kid in tree.all_kids(above, "aux"))
    return perfect or tree.lemma[since - 1] in {"time", "ever"}


def _told_in_turn(tree: "Tree", words: "Words", index: int) -> "Iterator[tuple[Draft, Draft]]":
    """Yield (later, earlier) where a verb or adverb tells the turn of events."""
    word, head = tree.word[index], tree.head[index]
    if tree.lemma[index] == "follow" and tree.is_verb(index):
        yield from _followed(tree, words, index)
    elif tree.lemma[index] in CAUSES and tree.is_verb(index):
        yield from _caused(tree, words, index)
    elif word in THEN and tree.dep[index] == "advmod" and tree.dep[head] == "conj":
        first = tree.head[head]  # "visited Riga and then travelled to Tallinn"
        if tree.is_verb(head) and tree.is_verb(first) and head in words and first in words:
            yield words[head], words[first]
    elif word in INVERTED and index + 1 < len(tree) and tree.word[index + 1] == "had":
        opener = INVERTED[word]
        sentence = tree.sentence[index]
        for mark in range(index, len(tree)):
            if tree.sentence[mark] != sentence:
                return
            if tree.word[mark] == opener:
                later = words.get(tree.head[mark])
                earlier = next((words[t] for t in range(index, mark) if t in words), None)
                if later is not None and earlier is not None:
                    yield later, earlier
                return


def _followed(tree: "Tree", words: "Words", verb: int) -> "Iterator[tuple[Draft, Draft]]":
    """Yield the events of "the talks followed a strike" and "the protest was followed by clashes"."""
    above = tree.kid(verb, "nsubj", "nsubjpass")
    if above is None or tree.tag[above] in {"WDT", "WP"}:
        above = tree.head[verb] if tree.dep[verb] in {"acl", "relcl"} else None
    told = [above] if above is not None else []
    if is_passive(tree, verb):
        others = [below for by in tree.all_kids(verb, "agent", "prep") for below in tree.all_kids(by, "pobj")]
        pairs = [(late, early) for late in others for early in told]
    else:
        pairs = [(late, early) for late in told for early in tree.all_kids(verb, "dobj")]
    for late, early in pairs:
        if late in words and early in words:
            yield words[late], words[early]


def _caused(tree: "Tree", words: "Words", verb: int) -> "Iterator[tuple[Draft, Draft]]":
    """Yield the events of "the raid led to clashes", "protests triggered by the arrest", "the raid prompted Peru to ..."."""
    above = tree.kid(verb, "nsubj", "nsubjpass")
    if above is None or tree.tag[above] in {"WDT", "WP"}:
        above = tree.head[verb] if tree.dep[verb] in {"acl", "relcl"} else None
    if above is None or above not in words:
        return
    if is_passive(tree, verb) or (tree.dep[verb] == "acl" and tree.tag[verb] == "VBN"):
        causes = [below for by in tree.all_kids(verb, "agent", "prep") for below in tree.all_kids(by, "pobj")]
        yield from ((words[above], words[cause]) for cause in causes if cause in words)
        return
    under = CAUSES[tree.lemma[verb]]
    effects = [below for word, below in prepositions(tree, verb) if word == under]
    if under is None:
        effects = tree.all_kids(verb, "dobj", "xcomp", "ccomp")
    yield from ((words[effect], words[above]) for effect in effects if effect in words)


def _ahead(tree: "Tree", words: "Words", index: int) -> "Iterator[tuple[Draft, Draft]]":
    """Yield the events of "Novak met Lind ahead of the summit"."""
    preposition = AHEAD.get(tree.word[index])
    if preposition is None or tree.dep[index] not in {"advmod", "prep"}:
        return
    above = tree.head[index]
    earlier = words.get(above) or words.get(tree.head[above])
    for word, below in prepositions(tree, index):
        if word == preposition and earlier is not None and below in words:
            yield words[below], earlier


def _answered(tree: "Tree", words: "Words", index: int) -> "Iterator[tuple[Draft, Draft]]":
    """Yield the events of "In response to the sanctions, Moscow expelled two diplomats"."""
    preposition = ANSWERS.get(tree.word[index])
    prep = tree.head[index]
    if preposition is None or tree.dep[index] != "pobj" or tree.word[prep] != "in":
        return
    later = words.get(tree.head[prep])
    for word, below in prepositions(tree, index):
        if word == preposition and later is not None and below in words:
            yield later, words[below]


def link_in_time(later: "Draft", earlier: "Draft", gap: str | None, told: str | None = None) -> None:
    """Link two ordered events once, and date one from the other where the gap and one date are known."""
    if later.root is earlier.root or any(old[0] == "AFTER" and old[1] is earlier for old in later.links):
        return
    if any(old[0] == "AFTER" and old[1] is later for old in earlier.links):
        return
    later.link("AFTER", earlier, None, gap if gap and SPAN_VALUE.fullmatch(gap) else None)
    if gap is None:
        return
    for known, unknown, sign in ((later, earlier, -1), (earlier, later, 1)):
        fine = known.precision in {"day", "week"} or (known.precision == "month" and gap[-1] in "MY")
        if known.start is not None and unknown.start is None and fine:  # "in July. Five months after the meeting"
            moved = shifted(known.start, gap, sign)
            if moved is not None:
                unknown.start, unknown.end, unknown.precision = moved
                unknown.basis = "stated"
                unknown.date_text = told
                unknown.score *= 0.9

"""When the name of a capital stands for the government that sits there: "Paris rejected the offer"."""

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.spans import Name
from graphbuilder.nlp.who.view import View

ACTS = frozenset({
    "say", "accuse", "announce", "warn", "urge", "deny", "reject", "agree", "want", "demand", "insist", "threaten",
    "condemn", "respond", "offer", "pledge", "vow", "impose", "propose", "back", "support", "oppose", "refuse",
    "call", "claim", "blame", "seek", "sign", "send", "deploy", "withdraw", "expel", "recall", "criticize",
    "criticise", "welcome", "hope", "believe", "ask", "tell", "decide", "plan", "promise", "fear", "expect",
    "maintain", "resume", "suspend", "ban", "recognise", "recognize", "retaliate", "provoke", "violate",
    "arm", "press", "argue", "signal",
    "complain", "protest", "pursue", "favor", "favour", "consider", "acknowledge", "admit", "stress", "vote",
})  # fmt: skip
"""Verbs of which a capital is the subject when it stands for its government: "Paris rejected the offer"."""
ADDRESSES = frozenset({
    "urge", "accuse", "warn", "thank", "press", "criticise", "criticize", "blame", "tell", "ask", "praise", "condemn",
    "sanction", "pressure", "persuade", "convince", "threaten", "provoke", "isolate", "reassure", "rebuke", "deter",
})  # fmt: skip
"""Verbs of which a capital is the object when it stands for its government: "she urged Paris to wait"."""
TIES = frozenset({
    "relation", "talk", "tie", "tension", "dispute", "war", "peace", "agreement", "deal", "spat", "row", "contact",
    "dialogue", "rift", "pact", "treaty",
})  # fmt: skip
"""Nouns that governments have between them: "tensions between Paris and Rome"."""


def _joined_capital(view: View, root: int) -> bool:
    """Whether another capital is joined to this one: "Ankara and Moscow would cooperate"."""
    capitals = load_gazetteer().capitals
    reach = range(root + 1, min(root + 4, view.size))
    return any(
        view.heads[place] == root and view.deps[place] == "conj" and view.folded[place] in capitals for place in reach
    )


def acts(view: View, name: Name) -> bool:
    """Whether a capital stands for its government: subject of a verb of saying or deciding, or a side of "between"."""
    if view.words[name.start].isupper():
        return False  # a dateline: "PARIS (Reuters)"
    root = view.root(name.start, name.end)
    head = view.heads[root]
    if view.deps[root] == "dobj" and view.lemmas[head] in ADDRESSES:
        return True
    if view.deps[root] == "nsubj" and _joined_capital(view, root):
        return True
    if view.deps[root] == "nsubj" and view.lemmas[head] in ACTS:
        return True
    if view.deps[root] == "conj":
        root, head = head, view.heads[head]
        capital = view.folded[root] in load_gazetteer().capitals
        if view.deps[root] == "nsubj" and (capital or view.lemmas[head] in ACTS):
            return True
    if view.deps[root] == "pobj" and view.lower[head] == "between":
        return view.lemmas[view.heads[head]] in TIES
    return False

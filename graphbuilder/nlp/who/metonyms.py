"""When the name of a capital stands for the government that sits there: "Paris rejected the offer", "a row with Paris".

A capital that does or suffers what only governments do is one; where it is somewhere, it stays a town.
"""

from collections.abc import Collection, Iterator

from graphbuilder.nlp.who.gazetteer import load_gazetteer
from graphbuilder.nlp.who.spans import Name
from graphbuilder.nlp.who.view import View

ACTS = frozenset({
    "say", "accuse", "announce", "warn", "urge", "deny", "reject", "agree", "want", "demand", "insist", "threaten",
    "condemn", "respond", "offer", "pledge", "vow", "impose", "propose", "back", "support", "oppose", "refuse",
    "call", "claim", "blame", "seek", "send", "deploy", "withdraw", "expel", "recall", "criticize",
    "criticise", "welcome", "hope", "believe", "ask", "tell", "decide", "plan", "promise", "fear", "expect",
    "maintain", "resume", "suspend", "ban", "recognise", "recognize", "retaliate", "provoke", "violate",
    "arm", "press", "argue", "signal",
    "complain", "protest", "pursue", "favor", "favour", "consider", "acknowledge", "admit", "stress", "vote",
    "summon", "dismiss", "denounce", "deplore", "rebuke", "chide", "assure", "reassure", "declare", "reiterate", "retort",
    "rebuff", "spurn", "veto", "sanction", "blacklist", "repatriate", "extradite", "deport", "negotiate", "mediate", "renounce",
    "ratify", "disavow", "repudiate", "concede", "relent", "apologise", "apologize", "object", "invade", "annex", "bomb", "shell",
    "side", "refute", "authorise", "authorize", "approve", "endorse", "invite", "confirm",
})  # fmt: skip
"""Verbs of which a capital is the subject when it stands for its government: "Paris rejected the offer"."""
_STRIKING = frozenset({"attack", "strike", "raid", "target"})
"""What a government does to something: "Kyiv attacked a refinery", not "Kyiv was attacked"."""
ADDRESSES = frozenset({
    "urge", "accuse", "warn", "thank", "press", "criticise", "criticize", "blame", "tell", "ask", "praise", "condemn",
    "sanction", "pressure", "persuade", "convince", "threaten", "provoke", "isolate", "reassure", "rebuke", "deter",
    "assure", "denounce", "rebuff", "antagonise", "antagonize", "anger", "infuriate", "embarrass", "appease", "placate",
    "implore", "notify", "alarm", "irk", "irritate", "enrage", "chide", "lambast", "berate",
})  # fmt: skip
"""Verbs of which a capital is the object when it stands for its government: "she urged Paris to wait"."""
TIES = frozenset({
    "relation", "talk", "tie", "tension", "dispute", "war", "peace", "agreement", "deal", "spat", "row", "contact",
    "dialogue", "rift", "pact", "treaty",
})  # fmt: skip
"""Nouns that governments have between them: "tensions between Paris and Rome"."""
_BONDS = TIES | {
    "alliance", "accord", "partnership", "friendship", "negotiation", "cooperation", "standoff", "feud", "truce", "ceasefire",
    "détente", "detente", "rapprochement", "rivalry", "quarrel", "consultation",
}  # fmt: skip
"""Nouns of which the other side stands behind "with": "ties with Tehran"."""
_PRESSED = frozenset({"sanction", "pressure", "embargo", "tariff", "curb", "restriction", "duty", "penalty"})
"""Nouns of what is laid on a government: "sanctions on Tehran"."""
_APPEALS = frozenset({"ultimatum", "concession", "protest", "complaint", "appeal", "apology"})
"""Nouns whose "to" is a government: "an ultimatum to Tehran"; of "a note to Paris" one cannot know."""
_GIVEN = frozenset(
    {"give", "offer", "promise", "grant", "lend", "sell", "pledge", "supply", "provide", "complain", "protest"}
)
"""Verbs whose "to" is a government and no way: "sold tanks to Riyadh", but "brought tanks to Riyadh"."""
_WILL = frozenset({
    "decision", "refusal", "offer", "proposal", "threat", "demand", "pledge", "promise", "rejection", "denial", "warning",
    "accusation", "claim", "insistence", "response", "reply", "retaliation", "ultimatum", "protest", "complaint", "ambassador",
    "envoy", "ally", "foe", "intention", "willingness", "unwillingness", "reluctance", "stance", "policy",
})  # fmt: skip
"""What a government has or does: "Tokyo's protest", "a decision by Tokyo"."""
_DEEDS = {
    "lodge": {"protest", "complaint", "objection", "appeal", "claim", "demarche", "démarche"},
    "file": {"protest", "complaint", "objection"},
    "deliver": {"protest", "note", "ultimatum", "warning"},
    "hand": {"note", "ultimatum", "prisoner", "letter"},
    "issue": {"warning", "ultimatum", "threat", "protest", "denial", "decree", "rebuke", "sanction"},
    "make": {"demand", "offer", "concession", "overture", "proposal", "threat", "promise", "commitment"},
    "take": {"step", "measure", "stance", "position", "countermeasure", "side"},
    "voice": {"concern", "support", "alarm", "anger", "outrage", "doubt"},
    "express": {"concern", "support", "regret", "alarm", "outrage", "readiness", "willingness"},
    "cut": {"tie", "relation", "aid"},
    "sever": {"tie", "relation", "contact"},
    "break": {"tie", "relation", "promise", "treaty", "truce", "ceasefire"},
    "restore": {"tie", "relation"},
    "normalise": {"tie", "relation"},
    "normalize": {"tie", "relation"},
    "establish": {"tie", "relation"},
    "close": {"border", "airspace", "embassy", "consulate", "crossing"},
    "reopen": {"border", "airspace", "embassy", "consulate", "crossing"},
    "shut": {"border", "airspace", "embassy", "consulate", "crossing"},
    "open": {"border", "airspace", "embassy", "consulate", "probe"},
    "freeze": {"asset", "fund", "account", "tie", "aid"},
    "lift": {"sanction", "embargo", "ban", "tariff", "restriction", "blockade"},
    "ease": {"sanction", "embargo", "ban", "tariff", "restriction", "blockade"},
    "tighten": {"sanction", "embargo", "ban", "restriction", "blockade"},
    "raise": {"tariff", "duty"},
    "levy": {"tariff", "duty", "sanction"},
    "fire": {"missile", "rocket", "shell", "torpedo"},
    "launch": {"missile", "rocket", "satellite", "offensive", "strike", "airstrike", "attack", "invasion", "operation"},
    "test": {"missile", "rocket", "weapon"},
    "broker": {"truce", "ceasefire", "deal", "talk", "agreement", "accord", "swap"},
    "trade": {"accusation", "barb", "blame", "insult", "threat", "fire"},
    "sign": {
        "treaty", "pact", "accord", "agreement", "deal", "memorandum", "declaration", "protocol", "convention", "truce",
        "ceasefire", "charter", "communique", "document", "statement", "partnership", "alliance", "order",
    },
    "exchange": {"prisoner", "ambassador", "envoy", "note", "fire", "captive"},
    "swap": {"prisoner", "ambassador", "envoy", "captive"},
    "release": {"prisoner", "hostage", "fund", "detainee", "captive"},
    "free": {"prisoner", "hostage", "detainee", "captive"},
    "conclude": {"treaty", "pact", "accord", "agreement", "deal", "alliance"},
    "reach": {"accord", "agreement", "deal", "understanding", "compromise"},
    "join": {"alliance", "bloc", "treaty", "pact", "coalition"},
    "quit": {"alliance", "bloc", "treaty", "pact", "coalition"},
    "leave": {"alliance", "bloc", "treaty", "pact", "coalition"},
    "grant": {"asylum", "visa", "recognition", "citizenship"},
    "provide": {"weapon", "arm", "support", "backing", "aid", "training"},
    "supply": {"weapon", "arm", "missile", "tank"},
    "sell": {"weapon", "arm", "missile", "tank", "jet"},
}  # fmt: skip
"""Verbs that towns and people have too, with the objects that only a government has them of: "Beijing lodged a protest"."""
_OWN = frozenset({
    "airspace", "border", "embassy", "consulate", "ambassador", "envoy", "diplomat", "mission", "troop", "force", "navy", "army",
    "military", "soldier", "warship", "territory", "water", "ally", "sovereignty", "policy", "stance", "commitment", "position",
})  # fmt: skip
"""What only a state has of its own: a capital that does something to "its airspace" is one."""
_JOINTLY = frozenset({
    "cooperate", "negotiate", "clash", "trade", "quarrel", "normalise", "normalize", "restore", "compete", "coordinate", "spar",
    "feud", "differ", "disagree", "work", "establish", "reach", "strike", "hold", "conclude", "discuss", "meet", "talk", "share",
    "fight", "begin", "start", "continue", "remain", "have",
})  # fmt: skip
"""What two capitals do together: "Ankara and Moscow would cooperate"; "Ankara and Moscow lay under snow" are towns."""
_ON_TO = frozenset(
    {"move", "begin", "start", "continue", "try", "attempt", "prepare", "threaten", "appear", "seem", "fail", "rush"}
)
"""Verbs that only lead to another of the same subject: "Beijing has moved to ban the drug"."""
_MINDED = frozenset({
    "ready", "willing", "unwilling", "concerned", "committed", "determined", "prepared", "opposed", "reluctant", "wary", "keen",
    "adamant", "furious", "eager",
})  # fmt: skip
"""What only somebody can be: "Moscow is ready to talk"."""
_TOWNSFOLK = frozenset({"mayor", "suburb", "suburbs", "borough", "boroughs", "commuters", "residents"})
"""Words of a sentence that is of the town itself: "The mayor said London would impose a charge on cars"."""
_OBJECTS = frozenset({"dobj", "dative", "nsubjpass"})
_REACH = 14
SEATS_OF_UNIONS = {"brussels": ("org:eu", "BE")}
"""Towns that stand for a union more than for the country they lie in: "Brussels imposed tariffs on Chinese steel"."""


def _capital(view: View, root: int) -> bool:
    """Whether the name of a capital ends at a token: "Tokyo", "New Delhi"."""
    capitals = load_gazetteer().capitals
    return view.folded[root] in capitals or (root > 0 and " ".join(view.folded[root - 1 : root + 1]) in capitals)


def _joined_capital(view: View, root: int) -> bool:
    """Whether another capital is joined to this one: "Ankara and Moscow would cooperate"."""
    reach = range(root + 1, min(root + 5, view.size))
    return any(view.heads[place] == root and view.deps[place] == "conj" and _capital(view, place) for place in reach)


def _below(view: View, head: int, deps: frozenset[str]) -> Iterator[int]:
    """Yield the tokens behind a head that hang on it so."""
    for place in range(head + 1, min(head + _REACH, view.sentence_end(head))):
        if view.heads[place] == head and view.deps[place] in deps:
            yield place


_OBJECT = frozenset({"dobj"})
_ADJECTIVE = frozenset({"acomp"})
_NEXT = frozenset({"conj", "xcomp"})


def _governs(view: View, verb: int, depth: int = 0) -> bool:
    """Whether a verb, or one that it leads to, is done by a government: "moved to ban", "shrugged and summoned the envoy"."""
    lemma = view.lemmas[verb]
    if lemma in ACTS or (
        lemma == "be" and any(view.lower[place] in _MINDED for place in _below(view, verb, _ADJECTIVE))
    ):
        return True
    deeds: Collection[str] = _DEEDS.get(lemma, ())
    for place in _below(view, verb, _OBJECT):
        owned = any(view.lower[spot] == "its" and view.heads[spot] == place for spot in range(verb + 1, place))
        if view.lemmas[place] in deeds or lemma in _STRIKING or (owned and view.lemmas[place] in _OWN):
            return True
    if depth:
        return False
    following = _below(view, verb, _NEXT)
    return any(
        _governs(view, place, depth + 1)
        for place in following
        if view.pos[place] == "VERB" and (view.deps[place] == "conj" or lemma in _ON_TO)
    )


def _suffers(view: View, root: int) -> bool:
    """Whether a capital behind a preposition is the government that is asked, pressed or dealt with: "sanctions on Tehran"."""
    preposition = view.heads[root]
    word, above = view.lower[preposition], view.lemmas[view.heads[preposition]]
    if word == "between":
        return above in TIES
    if word == "with":
        lodged = above in {"lodge", "negotiate", "side"} or (above in {"protest", "complaint"} and root > preposition)
        return lodged or above in _BONDS
    if word in {"on", "against"}:
        return above in _PRESSED
    if word == "to":
        return above in _APPEALS | _GIVEN or view.lower[view.heads[preposition]] == "according"
    if word == "by":
        passive = view.deps[preposition] == "agent" and (above in ACTS or above in _DEEDS)
        return passive or above in _WILL
    return False


def acts(view: View, name: Name) -> bool:
    """Whether a capital stands for its government: it does, owns or suffers what only governments do."""
    if view.words[name.start].isupper():
        return False  # a dateline: "PARIS (Reuters)"
    if not _TOWNSFOLK.isdisjoint(view.lower[slice(*view.sentences[view.sentence_of[name.start]])]):
        return False
    root = view.root(name.start, name.end)
    dep, head = view.deps[root], view.heads[root]
    if dep == "conj":
        first = view.heads[root]
        if view.deps[first] == "nsubj" and _capital(view, first) and view.lemmas[view.heads[first]] in _JOINTLY:
            return True
        dep, head, root = view.deps[first], view.heads[first], first
    if dep in _OBJECTS and view.lemmas[head] in ADDRESSES:
        return True
    if dep == "dative" and view.pos[root] == "PROPN":
        return True  # "gave Kyiv tanks"
    if dep == "nsubj":
        return _governs(view, head) or (_joined_capital(view, root) and view.lemmas[head] in _JOINTLY)
    if dep == "poss":
        return view.lemmas[head] in _WILL
    return dep == "pobj" and _suffers(view, root)

"""Named in passing: an office, a body or a building that a sentence names without being about it.

"Finance Minister Lena Holt survived" is not about finance. Literal tables and the parse around the words; knows no topics.
"""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OFFICES: Final = frozenset(
    {"minister", "secretary", "senator", "mp", "spokesman", "spokeswoman", "governor", "commissioner"}
)
"""Last words of offices: the one who holds it does all sorts of things ("Defence Minister Arvo Kask visited Riga")."""
TITLES: Final = OFFICES | {
    "ambassador", "envoy", "diplomat", "general", "judge", "prosecutor", "lawyer", "attorney", "bishop", "archbishop", "imam",
    "rabbi", "doctor", "journalist", "congressman", "congresswoman", "lawmaker", "legislator", "cleric", "priest", "candidate",
    "negotiator", "consul", "pope", "chief", "leader",
}  # fmt: skip
"""Words that say who somebody is when a name follows or is in apposition: "the candidate Nils Aro"."""
BODIES: Final = frozenset({
    "ministry", "department", "house", "kremlin", "pentagon", "watch", "international", "bank", "imf", "nations", "un", "u.n.",
    "organization", "programme", "program", "congress", "parliament", "senate", "oxfam", "unicef", "unhcr", "nato", "embassy",
    "union", "council", "cia", "mi6", "iaea", "cross", "crescent", "greenpeace", "prosecutor", "borders", "army", "military",
    "navy", "agency", "lawyer", "doctor", "diplomat", "lawmaker", "economist", "lobby", "hospital", "vatican", "cabinet",
    "msf", "nasa", "opec", "lawmakers", "lawyers", "commission", "street",
})  # fmt: skip
"""Last words of bodies and of people who speak for their trade: what they say is about something else."""
FAMOUS: Final = frozenset({
    "amnesty international", "human rights watch", "united nations", "un", "u.n.", "security council", "european union",
    "world bank", "imf", "red cross", "red crescent", "reporters without borders", "pentagon", "kremlin", "white house",
    "african union", "greenpeace", "prosecutor", "unicef", "oxfam", "asean",
})  # fmt: skip
"""Bodies that also accuse, find and ask without being what it is about: "The United Nations found evidence of ..."."""
BUILDINGS: Final = frozenset({
    "parliament", "congress", "senate", "court", "embassy", "consulate", "hospital", "clinic", "church", "mosque", "temple",
    "synagogue", "cathedral", "monastery", "house", "kremlin", "pentagon", "bank", "market", "palace", "ministry", "assembly",
    "refinery", "mine", "newspaper", "vatican", "bundestag", "knesset", "duma", "sejm", "street", "commission",
})  # fmt: skip
BESIDE: Final = frozenset({
    "outside", "near", "past", "opposite", "beside", "behind", "around", "by", "towards", "toward", "before", "along", "beyond",
})  # fmt: skip
"""Prepositions that only say where: "gathered outside parliament"."""
LOOSE: Final = frozenset({"DET", "PROPN", "PRON"})
SPEAKERS: Final = frozenset({"spokesman", "spokeswoman", "spokesperson", "official", "aide"})
CHAMBERS: Final = frozenset({
    "parliament", "congress", "senate", "sejm", "knesset", "bundestag", "duma", "assembly", "house", "council", "cabinet", "mp",
    "lawmaker", "legislator", "senator", "legislature", "committee", "court", "board",
})  # fmt: skip
"""Who votes without an election: "The Sejm voted to ease the ban"."""
SAYING: Final = frozenset({
    "say", "tell", "announce", "warn", "add", "note", "report", "declare", "comment", "state", "confirm", "estimate", "decline",
    "claim", "insist", "write",
})  # fmt: skip
TELLING: Final = SAYING | {
    "accuse",
    "find",
    "urge",
    "condemn",
    "call",
    "ask",
    "protest",
    "demand",
    "criticise",
    "criticize",
    "charge",
}


def in_passing(doc: "Doc", start_token: int, end_token: int) -> bool:
    """Say whether the words `start_token` to `end_token` (half-open) name an office, body or building in passing."""
    root = doc[start_token:end_token].root
    word, lemma = root.lower_, root.lemma_.lower()
    if lemma == "vote" and root.pos_ == "VERB":
        return any(kid.dep_ == "nsubj" and {kid.lower_, kid.lemma_.lower()} & CHAMBERS for kid in root.children)
    if root.tag_ in {"NN", "NNP"} and lemma in OFFICES:
        return (
            True  # "The health minister resigned"; of several, "the finance ministers met", it tells what they meet on
        )
    if lemma in TITLES and _is_title(root):
        return True
    phrase = doc[start_token:end_token].text.lower()
    if lemma in BUILDINGS and _only_where(doc, root, exact=end_token - start_token == 1):
        return True
    if phrase in FAMOUS or lemma in FAMOUS:
        return _speaks(root, TELLING)
    return (word in BODIES or lemma in BODIES) and _speaks(root, SAYING)


def _is_title(token: "Token") -> bool:
    """Say whether a name follows or is in apposition: "Ambassador Ruiz", "the candidate, Nils Aro"."""
    head = token.head
    if token.dep_ in {"compound", "nmod", "amod"} and head.pos_ == "PROPN" and head.i > token.i:
        return True
    if token.dep_ == "appos" and head.pos_ == "PROPN":  # "Ruben Castel, an opposition lawmaker, left"
        return True
    return any(kid.dep_ == "appos" and kid.pos_ == "PROPN" and kid.i > token.i for kid in token.children)


def _only_where(doc: "Doc", token: "Token", *, exact: bool) -> bool:
    """Say whether a building only tells where: "outside parliament", "at a market", "in front of the hospital"."""
    prep = token.head
    lead = next(
        (doc[here] for here in range(token.i - 1, max(-1, token.i - 4), -1) if doc[here].pos_ not in LOOSE), None
    )
    if (
        lead is not None and lead.lower_ == "outside"
    ):  # the parser makes it an adjective in "gathered outside parliament"
        return True
    if token.dep_ != "pobj":
        return False
    if prep.lower_ in BESIDE and not (prep.lower_ in {"by", "before"} and _has_passive(prep.head)):
        return True
    if prep.lower_ == "of" and prep.i > 0 and doc[prep.i - 1].lower_ in {"front", "outside", "steps"}:
        return True
    return exact and token.lower_ == "market" and prep.lower_ in {"at", "in", "on"}


def _has_passive(verb: "Token") -> bool:
    return verb.tag_ == "VBN"


def _speaks(token: "Token", verbs: frozenset[str]) -> bool:
    """Say whether a body, or its spokesman, is the subject of a verb of saying."""
    subject = token
    if token.dep_ in {"compound", "poss", "nmod"} and token.head.lemma_.lower() in SPEAKERS:
        if _is_title(token.head):
            return True
        subject = token.head
    return subject.dep_ == "nsubj" and subject.head.lemma_.lower() in verbs

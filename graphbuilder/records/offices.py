"""Which kinds of office one person holds at a time, and which are seats. Literal tables; knows no country and no holder."""

SINGLE = frozenset({
    "president", "vice president", "prime minister", "chancellor", "king", "queen", "emir", "sultan", "emperor", "monarch",
    "supreme leader", "crown prince", "foreign minister", "defense minister", "interior minister", "finance minister",
    "secretary of state", "secretary of defense", "secretary of homeland security", "secretary of the treasury",
    "attorney general", "national security adviser", "chief justice", "opposition leader", "secretary-general", "pope",
    "chief of staff", "press secretary", "head of state", "head of government", "governor-general", "army chief",
    "central bank governor", "high representative", "first lady", "first minister", "deputy prime minister",
})  # fmt: skip
"""Offices that one person holds at a time; every "X minister" and "secretary of X" counts as well."""


SEATS = frozenset({"member of parliament", "representative", "senator"})
"""Seats in a parliament; which one a member has, sources name differently: lawmaker, deputy, congressman."""


def is_single(kind: str) -> bool:
    """Return whether one person at a time holds offices of this kind."""
    if kind in SINGLE or kind.startswith("ambassador to "):
        return True
    lower = kind.startswith(("deputy", "vice", "junior", "assistant", "under", "former", "minister of state"))
    return not lower and (kind.endswith((" minister", " secretary")) or kind.startswith("secretary of "))

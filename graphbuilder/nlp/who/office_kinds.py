"""Which kinds of office a word can mean: "the leader" for a president, "the minister" for a finance minister."""

AMERICAN_OFFICES = (
    ("foreign minister", ("secretary of state", "Secretary of State")),
    ("defense minister", ("secretary of defense", "Secretary of Defense")),
    ("finance minister", ("secretary of the treasury", "Secretary of the Treasury")),
)
LEADERS = frozenset({
    "president", "prime minister", "chancellor", "king", "queen", "leader", "supreme leader", "emir", "sultan", "ruler",
    "crown prince", "party leader", "opposition leader", "rebel leader", "first minister", "emperor",
    "chief minister", "head of state", "head of government",
})  # fmt: skip
_WIDER: dict[str, frozenset[str]] = {
    "leader": LEADERS,
    "head of state": frozenset({"president", "king", "queen", "emir", "sultan", "emperor"}),
    "head of government": frozenset({"prime minister", "chancellor", "first minister"}),
    "monarch": frozenset({"king", "queen", "emir", "sultan", "emperor", "ruler"}),
    "ruler": frozenset({"king", "emir", "sultan", "emperor", "monarch", "ruler"}),
    "diplomat": frozenset({"foreign minister", "secretary of state", "ambassador", "diplomat", "special envoy"}),
    "judge": frozenset({"judge", "justice", "chief justice"}),
    "member of parliament": frozenset({"member of parliament", "senator", "representative"}),
    "ambassador": frozenset({"ambassador", "special envoy"}),
    "special envoy": frozenset({"ambassador", "special envoy"}),
    "prince": frozenset({"prince", "crown prince"}),
    "general": frozenset({"general", "army chief", "commander"}),
    "commander": frozenset({"commander", "general", "army chief"}),
    "foreign minister": frozenset({"foreign minister", "secretary of state"}),
    "defense minister": frozenset({"defense minister", "secretary of defense"}),
    "candidate": frozenset({"candidate", "presidential candidate"}),
    "chairman": frozenset({"chairman", "party leader"}),
    "head": frozenset(
        {
            "head",
            "secretary-general",
            "director-general",
            "president",
            "chairman",
            "director",
            "chief executive officer",
            "leader",
            "high representative",
        }
    ),
}


_NOT_YET = ("-designate", "-elect")


def designate(kind: str, title: str) -> tuple[str, str]:
    """Return kind and title of an office that is not held yet: "will become mayor" makes a mayor-designate."""
    if kind.endswith(_NOT_YET):
        return kind, title
    return f"{kind}-designate", f"{title}-designate"


def in_office(word: str) -> str:
    """Return a kind or title without the "-designate" or "-elect" of who is not in office yet."""
    return word.removesuffix("-designate").removesuffix("-elect")


def same_office(asked: str, held: str) -> bool:
    """Return whether a holder of `held` can be called by `asked`: "the minister" for a finance minister."""
    if asked == held or held in _WIDER.get(asked, ()):
        return True
    if asked == "minister":
        return held.endswith("minister") and not held.endswith("prime minister")
    if asked == "secretary":
        return held.startswith("secretary of") or held.endswith(" secretary")
    return asked == "deputy" and held.startswith("deputy ")


def localized(kind: str, title: str, *, american: bool) -> tuple[str, str]:
    """Return kind and title of the same office elsewhere: a foreign minister's American counterpart is Secretary of State."""
    for there, here in AMERICAN_OFFICES:
        if american and kind == there:
            return here
        if not american and kind == here[0]:
            return there, there.title()
    return kind, title

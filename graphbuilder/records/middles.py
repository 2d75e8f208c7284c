"""Middle names compared: what stands between first and last name. Words are folded; an initial is one letter."""

from collections.abc import Iterable, Sequence


def spread(words: Iterable[str]) -> list[str]:
    """Return middle names with initials one by one: "h.w." gives "h", "w"; hyphens between names are no names."""
    found: list[str] = []
    for word in words:
        letters = word.split(".")
        found += [part for part in letters if part] if len(letters) > 1 else [word] * (word != "-")
    return found


def middles_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two sets of middle names fit one person; one that is left out fits all.

    "W." is "Walker", and left out of "George Bush"; it is not the "W." of "H.W.", which stands second. Whole words may leave one
    out before them: "Ana Lopez Vega" is "Ana Maria Lopez Vega".
    """
    short, long = sorted((spread(one), spread(other)), key=lambda words: (len(words), words))
    if any(len(word) == 1 for word in (*short, *long)):
        return all(_agree(mine, theirs) for mine, theirs in zip(short, long, strict=False))
    return set(short) <= set(long)


def _agree(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[:1] == other[:1])

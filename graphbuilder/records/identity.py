"""Deterministic ids: the same facts give the same id on every machine, in every order.

An id is a readable prefix and either a natural key ("topic:diplomatic", "person:john-kelly") or a hash of one.
"""

import hashlib
import re
import unicodedata

_GAPS = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ə": "a",
})  # fmt: skip
"""Letters that Unicode does not take apart, as news in English writes them: "Łódź" is "lodz", "Tromsø" "tromso"."""

LONGEST_SLUG = 200
"""Characters: ids are made of slugs, and no index takes an id of any length."""


def digest(*parts: str) -> str:
    """Return 16 hex digits that stand for `parts` in this order (BLAKE2b, 64 bits)."""
    data = "\x1f".join(parts).encode("utf-8")
    return hashlib.blake2b(data, digest_size=8).hexdigest()


def fold(text: str) -> str:
    """Return `text` without accents and case, blanks collapsed: what two spellings of a name share."""
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(plain.replace("’", "'").casefold().translate(_LETTERS).split())


def slug(text: str) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens; a hash where nothing is left, or for the end of a long one."""
    plain = _GAPS.sub("-", fold(text)).strip("-")
    if len(plain) > LONGEST_SLUG:
        end = digest(text)
        return f"{plain[: LONGEST_SLUG - len(end) - 1]}-{end}"
    return plain or digest(text)

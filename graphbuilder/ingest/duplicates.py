"""Near-duplicates: the same story printed twice, told by the shingles two texts share.

Keeps one signature a document and nothing of its text. Which documents are copies is a function of the set of documents,
whatever their order.

References:
    Broder, A. (1997). On the resemblance and containment of documents. Compression and Complexity of Sequences.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import numpy as np
import rensa

from graphbuilder.records.document import Document

THRESHOLD = 0.8
"""Estimated Jaccard similarity of word 5-shingles from which a document is a copy."""

_SHINGLE = 5
_PERMUTATIONS = 128
_BANDS = 32
"""32 bands of 4: two texts of similarity .8 share a band in all but 1 of 10 million cases."""

_SEED = 20170705
_ROW_BYTES = _PERMUTATIONS // _BANDS * 4
_WORD = re.compile(r"\w+")


class Signed(NamedTuple):
    """A document for comparison: its id, its `signature`, its day."""

    id: str
    signature: bytes
    published: date | None = None


class Duplicate(NamedTuple):
    """`copy_id` is a copy of `original_id`, which is a copy of nothing; `similarity` from THRESHOLD to 1."""

    copy_id: str
    original_id: str
    similarity: float


def signature(text: str) -> bytes:
    """Return 512 bytes that stand for the word 5-shingles of a text (case, quotes and marks aside); b"" where it has no word."""
    found = [word.casefold() for word in _WORD.findall(text)]
    if not found:
        return b""
    count = max(1, len(found) - _SHINGLE + 1)
    sketch = rensa.RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    sketch.update([" ".join(found[i : i + _SHINGLE]) for i in range(count)])
    return np.asarray(sketch.digest(), dtype="<u4").tobytes()


def similarity(one: bytes, other: bytes) -> float:
    """Return the estimated Jaccard similarity of two signatures, 0 to 1; 0 where one of them is empty."""
    if not one or not other:
        return 0.0
    same = np.frombuffer(one, dtype="<u4") == np.frombuffer(other, dtype="<u4")
    return int(same.sum()) / _PERMUTATIONS


def group_duplicates(documents: Iterable[Signed]) -> list[Duplicate]:
    """Return which documents are copies of which, sorted by the copy's id.

    Documents are taken in the order of their days (unknown last) and ids: each is a copy of the most similar original
    before it, the first of equals, or else an original. So an original is never a copy, and the order given counts for
    nothing. An id given twice counts once.
    """
    ordered = sorted(
        {item.id: item for item in documents}.values(), key=lambda item: (item.published or date.max, item.id)
    )
    bands: dict[tuple[int, bytes], list[int]] = {}
    copies: list[Duplicate] = []
    for index, item in enumerate(ordered):
        pieces = [
            (band, item.signature[start : start + _ROW_BYTES])
            for band, start in enumerate(range(0, len(item.signature), _ROW_BYTES))
        ]
        near = sorted({other for piece in pieces for other in bands.get(piece, ())})
        scored = [(similarity(item.signature, ordered[other].signature), -other) for other in near]
        best, negative = max(scored, default=(0.0, 0))
        if best >= THRESHOLD:
            copies.append(Duplicate(item.id, ordered[-negative].id, best))
            continue
        for piece in pieces:
            bands.setdefault(piece, []).append(index)
    return sorted(copies)


def find_duplicates(documents: Iterable[Document]) -> list[Duplicate]:
    """Return which of these documents are copies of which; see `group_duplicates`."""
    return group_duplicates(Signed(item.id, signature(item.text), item.published) for item in documents)


class NearDuplicates:
    """The documents seen so far, by their signatures; add and take away in any order, ask at any time."""

    def __init__(self, documents: Iterable[Signed] = ()) -> None:
        self._signed = {item.id: item for item in documents}

    def add(self, document: Document) -> Signed:
        """Add a document and return what to store of it."""
        signed = Signed(document.id, signature(document.text), document.published)
        self._signed[signed.id] = signed
        return signed

    def discard(self, document_id: str) -> None:
        """Take a document away; nothing happens where it was not there."""
        self._signed.pop(document_id, None)

    def copies(self) -> list[Duplicate]:
        """Return which documents are copies of which; see `group_duplicates`."""
        return group_duplicates(self._signed.values())

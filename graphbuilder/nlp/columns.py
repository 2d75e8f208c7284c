"""Columns: a parsed document as plain lists, read from spaCy once for all who look at its tokens.

It holds spaCy's analysis and nothing of our own. Nobody changes it: who repairs a parse does so in a copy.
"""

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_STRINGS: Final[list[int | str]] = ["ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE"]
_NUMBERS: Final[list[int | str]] = ["ENT_IOB", "HEAD", "IDX", "LENGTH", "SENT_START"]
_NAMES: dict[int, str] = {0: ""}
"""The strings behind spaCy's hashes, which are the same in every vocabulary."""
_MOST_NAMES: Final = 300_000
"""Names kept before they are read anew, so that memory does not grow with the corpus."""
_KEY: Final = "graphbuilder columns"


class Columns(NamedTuple):
    """Every list is as long as the document, but for `begins`: the first token of each sentence.

    `heads` are token indexes, the root its own; `starts` and `ends` characters; `sentences` counts from 0.
    """

    text: str
    words: list[str]
    lower: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    entities: list[str]
    iob: list[int]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    begins: list[int]
    sentences: list[int]


def columns_of(doc: "Doc") -> Columns:
    """Return the columns of a document, read once and kept with it."""
    found: Columns | None = doc.user_data.get(_KEY)
    if found is None:
        found = doc.user_data[_KEY] = _read(doc)
    return found


def _read(doc: "Doc") -> Columns:
    array = doc.to_array([*_STRINGS, *_NUMBERS]).T
    words, lower, lemmas, pos, tags, deps, entities = (
        _named(column, doc.vocab.strings) for column in array[: len(_STRINGS)].tolist()
    )
    iob, offsets, starts, lengths, opening = array[len(_STRINGS) :].astype("int64")
    first = opening == 1
    return Columns(
        text=doc.text,
        words=words,
        lower=lower,
        lemmas=lemmas,
        pos=pos,
        tags=tags,
        deps=deps,
        entities=entities,
        iob=iob.tolist(),
        heads=(offsets + np.arange(len(doc))).tolist(),
        starts=starts.tolist(),
        ends=(starts + lengths).tolist(),
        begins=np.flatnonzero(first).tolist(),
        sentences=(np.cumsum(first) - 1).tolist(),
    )


def _named(values: list[int], strings: "StringStore") -> list[str]:
    try:
        return list(map(_NAMES.__getitem__, values))
    except KeyError:
        if len(_NAMES) > _MOST_NAMES:
            _NAMES.clear()
            _NAMES[0] = ""
        _NAMES.update((value, strings[value]) for value in set(values) - _NAMES.keys())
    return list(map(_NAMES.__getitem__, values))

"""A body that a page carries twice is taken once.

Scrapers often save the visible article and a hidden copy, one with straight and one with curly quotes, or one with a
sentence a paragraph and one in long paragraphs. The rule works on the letters and digits of sentences, keeps the first
copy, and leaves a refrain alone: one short paragraph said again is style, a run of them is a copy. A dateline that only
one copy has counts for nothing.
"""

from graphbuilder.ingest.datelines import read_dateline
from graphbuilder.ingest.paragraphs import key, sentences, words

_LONG = 25
"""Words of repeated paragraphs in a row from which they are a copy, whatever their number."""

_RUN = 8
"""Words of two or more repeated paragraphs in a row, or of one right after itself, from which they are a copy."""

_NEUTRAL = 3
"""Words of a line that neither makes nor breaks a run: "-", "AFP", "Share"."""


def take_once(paragraphs: list[str]) -> list[str]:
    """Return the paragraphs without later copies of earlier runs, and without cut-off openings of later paragraphs."""
    paragraphs = _without_cut_off(paragraphs)
    half = len(paragraphs) // 2
    keys = [key(paragraph) for paragraph in paragraphs]
    if half and len(paragraphs) % 2 == 0 and keys[:half] == keys[half:] and any(keys):
        return take_once(paragraphs[:half])
    dropped: set[int] = set()
    seen: set[str] = set()
    run: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        dateline = read_dateline(paragraph)
        parts = [part for part in map(key, sentences(dateline.rest if dateline else paragraph)) if part]
        known = bool(parts) and all(part in seen for part in parts)
        seen.update(parts)
        if known:
            run.append(index)
        elif len(words(paragraph)) > _NEUTRAL:
            dropped.update(_copies(run, paragraphs, keys))
            run = []
    dropped.update(_copies(run, paragraphs, keys))
    return [paragraph for index, paragraph in enumerate(paragraphs) if index not in dropped]


def _copies(run: list[int], paragraphs: list[str], keys: list[str]) -> list[int]:
    """Return the members of a run of repeated paragraphs that are copies: all of them or none."""
    size = sum(len(words(paragraphs[index])) for index in run)
    longer = [index for index in run if len(words(paragraphs[index])) > _NEUTRAL]
    if size >= _LONG or (size >= _RUN and len(longer) > 1):
        return run
    twice = [index for index in run if index and keys[index] == keys[index - 1]]
    return twice if size >= _RUN else []


def _without_cut_off(paragraphs: list[str]) -> list[str]:
    """Drop "The minister said on Monday that ..." where the whole paragraph is there too."""
    ends = ("...", "…")
    if not any(paragraph.endswith(ends) for paragraph in paragraphs):
        return paragraphs
    keys = [key(paragraph) for paragraph in paragraphs]

    def cut_off(index: int) -> bool:
        mine = keys[index]
        return (
            paragraphs[index].endswith(ends)
            and len(words(paragraphs[index])) >= 5
            and any(other != mine and other.startswith(mine) for other in keys)
        )

    return [paragraph for index, paragraph in enumerate(paragraphs) if not cut_off(index)]

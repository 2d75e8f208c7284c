"""Scraped plain text -> the story: body, title, and what the text says of its writer, agency and day.

Nothing is written here, only left out: every paragraph of the result stands in the input. What is left out needs a reason
in the tables of `phrases` or in its place: before the first paragraph of the story, after the last one, or behind a line
that announces other stories. A text with no trace of a site loses nothing but its headline, which becomes the title.
"""

import re
from datetime import date

from graphbuilder.ingest.agencies import agency_name
from graphbuilder.ingest.bylines import is_person, read_byline, read_date_note
from graphbuilder.ingest.datelines import read_dateline
from graphbuilder.ingest.doubling import take_once
from graphbuilder.ingest.headlines import choose_title, is_headline, same_title, summarises
from graphbuilder.ingest.paragraphs import ends_sentence, has_letters, is_list_item, key, split_paragraphs, words
from graphbuilder.ingest.phrases import Kind, kind_of
from graphbuilder.ingest.teasers import trailing_pairs, without_teasers
from graphbuilder.records.base import Record

_BODY_WORDS = 8
"""Words of the shortest line that can open or close a story; shorter ones inside it are the story's all the same."""

_WEAK_WORDS = 1
"""A one-word line of the tables ("Home") is a site's only where something else in the text is."""

_PASSES = 6
_ADDRESS = re.compile(r"^https?://\S+$")


class Cleaned(Record, frozen=True):
    """A story without its site. `month_day` is set where a dateline gave no year, `filed` is the place of a dateline."""

    text: str
    title: str = ""
    byline: tuple[str, ...] = ()
    source: str | None = None
    day: date | None = None
    month_day: tuple[int, int] | None = None
    filed: str | None = None
    url: str | None = None


class _Found:
    """What lines said before they were left out; the first to say a thing is believed."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.byline: tuple[str, ...] = ()
        self.source: str | None = None
        self.day: date | None = None
        self.changed: date | None = None
        self.month_day: tuple[int, int] | None = None
        self.filed: str | None = None
        self.url: str | None = None
        self._open = False

    def sign(self, line: str, *, in_place: bool = False) -> bool:
        """Take a byline, an agency's signature, a date note or an address; return whether the line was one."""
        if _ADDRESS.match(line):
            self.url = self.url or line
            return True
        was_open, self._open = self._open, False
        if was_open and is_person(line):
            self.byline += (line,) if line not in self.byline else ()
            return True
        if (signature := read_byline(line, in_place=in_place)) is not None:
            self._open = signature.open
            self.day = self.day or signature.day
            self.byline += tuple(name for name in signature.names if name not in self.byline)
            self.source = self.source or signature.source
            return True
        if (note := read_date_note(line)) is not None:
            if note.updated:
                self.changed = self.changed or note.day
            else:
                self.day = self.day or note.day
            return True
        return False


def clean(text: str, *, title: str = "") -> Cleaned:
    """Return the story in a normalised text.

    Args:
        text: Scraped or plain text, as `decoding.normalise` leaves it.
        title: The headline where it is already known; lines that repeat it go.

    Returns:
        The body, its paragraphs parted by blank lines, and what the lines left out said. Cleaning its text with its title
        again changes nothing.
    """
    paragraphs = split_paragraphs(text)
    found = _Found(title)
    for _ in range(_PASSES):
        kept = _clean_once(paragraphs, found)
        if kept == paragraphs:
            break
        paragraphs = kept
    return Cleaned(
        text="\n\n".join(paragraphs),
        title=found.title,
        byline=found.byline,
        source=found.source,
        day=found.day or found.changed,
        month_day=found.month_day,
        filed=found.filed,
        url=found.url,
    )


def _clean_once(paragraphs: list[str], found: _Found) -> list[str]:
    paragraphs = take_once(paragraphs)
    kinds = _kinds(paragraphs)
    first = next((i for i, line in enumerate(paragraphs) if kinds[i] is None and _is_body(line)), None)
    if first is None:
        return _without_chrome(paragraphs, kinds)
    head = _clean_head(paragraphs[:first], kinds[:first], paragraphs[first:], found)
    if dateline := read_dateline(paragraphs[first]):
        paragraphs[first] = dateline.rest
        found.source = found.source or dateline.source
        found.day = found.day or dateline.day
        found.month_day = found.month_day or dateline.month_day
        found.filed = found.filed or dateline.place
    end = len(paragraphs) - trailing_pairs(paragraphs[first:], kinds[first:])
    body, site = without_teasers(paragraphs[first:end], kinds[first:end], _is_body)
    return head + _clean_body(body, found, site=site or end < len(paragraphs))


def _kinds(paragraphs: list[str]) -> list[Kind | None]:
    """Say what each line is by the tables; one weak line alone ("Home", "English") is nobody's chrome but a list's.

    A paragraph that opens the story is no agency's portrait of itself: the story is about the agency.
    """
    kinds = [kind_of(line) for line in paragraphs]
    opening = next((i for i, line in enumerate(paragraphs) if kinds[i] in {None, Kind.PORTRAIT} and _is_body(line)), 0)
    if kinds and kinds[opening] is Kind.PORTRAIT:
        kinds[opening] = None
    traces = sum(kind is not None for kind in kinds)
    strong = any(kind is not None and not _is_weak(line, kind) for line, kind in zip(paragraphs, kinds, strict=True))
    if strong or traces > 1:
        return kinds
    first = next((i for i, line in enumerate(paragraphs) if _is_body(line)), 0)
    return [kind if i < first and kind is Kind.SECTION else None for i, kind in enumerate(kinds)]


def _is_weak(line: str, kind: Kind) -> bool:
    return kind is Kind.SECTION or (kind is Kind.CHROME and len(words(line)) <= _WEAK_WORDS)


def _is_body(line: str) -> bool:
    return ends_sentence(line) and len(words(line)) >= _BODY_WORDS


def _without_chrome(paragraphs: list[str], kinds: list[Kind | None]) -> list[str]:
    """Clean a text without one whole sentence (a list, a headline): only lines that the tables are sure of go."""
    kept = [
        line
        for line, kind in zip(paragraphs, kinds, strict=True)
        if has_letters(line) and (kind is None or _is_weak(line, kind))
    ]
    return kept or paragraphs


def _clean_head(head: list[str], kinds: list[Kind | None], body: list[str], found: _Found) -> list[str]:
    """Return the lines before the story's first paragraph that belong to it; title, byline and day are taken out."""
    site = any(kind is not None for kind in kinds)
    lines: list[str] = []
    for line, kind in zip(head, kinds, strict=True):
        if kind is not None or not has_letters(line) or found.sign(line, in_place=bool(lines)):
            continue
        lines.append(line)
    if not found.title and (title := choose_title(lines, body)):
        found.title = title
    if not found.title:
        return [line for line in lines if not (site and _is_loose(line))]
    place = next((i for i, line in enumerate(lines) if same_title(line, found.title)), -1)
    kept: list[str] = []
    for i, line in enumerate(lines):
        if same_title(line, found.title):
            continue
        if site and is_headline(line) and i > place and summarises(line, body):
            continue
        if site and (i < place or _is_loose(line)) and not ends_sentence(line):
            continue
        kept.append(line)
    return kept


def _clean_body(body: list[str], found: _Found, *, site: bool) -> list[str]:
    """Return the story's paragraphs without signatures and repeated titles; `site`: matter of the site followed them."""
    last = max((i for i, line in enumerate(body) if _is_body(line)), default=-1)
    kept: list[str] = []
    listing = False
    for i, line in enumerate(body):
        if not has_letters(line) or (found.title and key(line) == key(found.title)):
            continue
        if (i > last or agency_name(line)) and found.sign(line):
            continue
        listing = i >= last and (listing or line.endswith(":"))
        if i > last and site and _is_loose(line) and not listing:
            continue
        kept.append(line)
    return kept


def _is_loose(line: str) -> bool:
    """Tell a line that hangs in the air ("Mexico", "2 images") from an item of a list or a short sentence."""
    return (
        len(words(line)) <= 5 and not ends_sentence(line) and not is_list_item(line) and not line.endswith((":", ","))
    )

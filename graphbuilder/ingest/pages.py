"""A news page -> its story's raw text, title, date, writer, site and address.

The body is trafilatura's; what the page says of itself (JSON-LD, meta elements) is read first and believed first, and
htmldate is asked only where the page does not say its date there. Nothing here depends on the day it runs.
"""

import logging
from collections.abc import Iterator
from datetime import date

import htmldate
import msgspec
import trafilatura
from selectolax.lexbor import LexborHTMLParser

from graphbuilder.errors import InputError
from graphbuilder.ingest.bylines import split_names
from graphbuilder.ingest.dates import parse_date
from graphbuilder.ingest.drafts import Draft
from graphbuilder.ingest.paragraphs import ends_sentence, words

_LATEST_DATE = "2100-12-31"
"""htmldate's own bound is today, and the same page must give the same date on every day."""

_SENTENCE_WORDS = 5
_ARTICLE_WORDS = 60
_ARTICLE_TYPES = frozenset({"Article", "NewsArticle", "BlogPosting", "LiveBlogPosting", "WebPage", "Report"})
_DATE_METAS = (
    'meta[property="article:published_time"]',
    'meta[name="article:published_time"]',
    'meta[property="og:published_time"]',
    'meta[itemprop="datePublished"]',
    'meta[name="parsely-pub-date"]',
    'meta[name="sailthru.date"]',
    'meta[name="pubdate"]',
    'meta[name="publishdate"]',
    'meta[name="publish-date"]',
    'meta[name="publication_date"]',
    'meta[name="dc.date.issued"]',
    'meta[name="DC.date.issued"]',
    'meta[name="dcterms.created"]',
    'meta[name="date"]',
)
_TITLE_METAS = ('meta[property="og:title"]', 'meta[name="twitter:title"]', 'meta[name="dc.title"]')
_SITE_METAS = ('meta[property="og:site_name"]', 'meta[name="application-name"]')
_AUTHOR_METAS = (
    'meta[name="author"]',
    'meta[name="parsely-author"]',
    'meta[name="byl"]',
    'meta[property="article:author"]',
)
_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " » ")

for _library in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


def read_page(html: str, origin: str) -> Draft:
    """Return the story of an HTML page.

    Raises:
        InputError: the page holds no article: no text, or not one whole sentence.
    """
    tree = LexborHTMLParser(html)
    record = next(_articles(tree), {})
    url = _attribute(tree, 'link[rel="canonical"]', "href") or _meta(tree, ('meta[property="og:url"]',))
    url = url if url and url.startswith(("http://", "https://")) else None
    body = trafilatura.extract(html, fast=True, include_comments=False) if tree.body is not None else None
    if not body or not _is_article(body):
        raise InputError(origin, "no article found in this page")
    site = _publisher(record) or _meta(tree, _SITE_METAS)
    return Draft(
        origin=origin,
        text=body.replace("\n", "\n\n"),
        title=_title(tree, record, site),
        url=url,
        source=site,
        byline=_authors(tree, record, site),
        published=_published(tree, record, html, url),
    )


def _is_article(body: str) -> bool:
    """Tell a story from a menu: one whole sentence, or many words."""
    if any(ends_sentence(line) and len(words(line)) >= _SENTENCE_WORDS for line in body.split("\n")):
        return True
    return len(words(body)) >= _ARTICLE_WORDS


def _articles(tree: LexborHTMLParser) -> Iterator[dict[str, object]]:
    """Yield the JSON-LD objects of the page that are an article and say when it was published."""
    found: list[dict[str, object]] = []
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            data = msgspec.json.decode(node.text(deep=True).strip())
        except (msgspec.DecodeError, RecursionError):
            continue
        found.extend(_objects(data))
    kinds = [(item, _kinds(item)) for item in found if item.get("datePublished") or item.get("headline")]
    yield from (item for item, kind in kinds if any(name.endswith(("Article", "Posting", "Report")) for name in kind))
    yield from (item for item, kind in kinds if kind & _ARTICLE_TYPES)


def _objects(data: object, depth: int = 0) -> Iterator[dict[str, object]]:
    if depth > 6:
        return
    if isinstance(data, dict):
        yield data
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(data.get(name), depth + 1)
    elif isinstance(data, list):
        for item in data:
            yield from _objects(item, depth + 1)


def _kinds(item: dict[str, object]) -> set[str]:
    kind = item.get("@type")
    return {str(name) for name in kind} if isinstance(kind, list) else {str(kind)}


def _published(tree: LexborHTMLParser, record: dict[str, object], html: str, url: str | None) -> date | None:
    if day := parse_date(record.get("datePublished")):
        return day
    for selector in _DATE_METAS:
        if day := parse_date(_attribute(tree, selector, "content")):
            return day
    for selector in ("time[itemprop=datePublished]", "time[pubdate]", "article header time[datetime]"):
        if day := parse_date(_attribute(tree, selector, "datetime")):
            return day
    try:
        text = htmldate.find_date(html, original_date=True, extensive_search=False, max_date=_LATEST_DATE, url=url)
    except (ValueError, TypeError, RecursionError):
        return None
    return parse_date(text)


def _title(tree: LexborHTMLParser, record: dict[str, object], site: str | None) -> str:
    headings = tree.css("h1")
    candidates = (
        record.get("headline"),
        _meta(tree, _TITLE_METAS),
        headings[0].text(deep=True) if len(headings) == 1 else None,
        _element_text(tree, "title"),
    )
    title = next((" ".join(str(text).split()) for text in candidates if text and str(text).strip()), "")
    for separator in _SEPARATORS:
        if site and title.casefold().endswith((separator + site).casefold()):
            return title[: -len(separator + site)]
    return title


def _publisher(record: dict[str, object]) -> str | None:
    publisher = record.get("publisher")
    first = publisher[0] if isinstance(publisher, list) and publisher else publisher
    name = first.get("name") if isinstance(first, dict) else first
    return " ".join(name.split()) or None if isinstance(name, str) else None


def _authors(tree: LexborHTMLParser, record: dict[str, object], site: str | None) -> tuple[str, ...]:
    stated = record.get("author")
    names: list[str] = []
    for author in stated if isinstance(stated, list) else [stated]:
        name = author.get("name") if isinstance(author, dict) else author
        if isinstance(name, str):
            names.extend(split_names(name))
    if not names and (name := _meta(tree, _AUTHOR_METAS)) and "://" not in name:
        names.extend(split_names(name))
    outlet = (site or "\0").casefold()
    return tuple(dict.fromkeys(name for name in names if not name.casefold().startswith(outlet)))


def _meta(tree: LexborHTMLParser, selectors: tuple[str, ...]) -> str | None:
    return next((value for selector in selectors if (value := _attribute(tree, selector, "content"))), None)


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str | None:
    node = tree.css_first(selector)
    value = node.attributes.get(name) if node is not None else None
    return " ".join(value.split()) or None if value else None


def _element_text(tree: LexborHTMLParser, selector: str) -> str | None:
    node = tree.css_first(selector)
    return node.text(deep=True) if node is not None else None

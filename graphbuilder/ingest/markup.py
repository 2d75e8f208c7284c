"""Pieces of HTML and Markdown -> plain text whose paragraphs are parted by blank lines; every word stays.

For text fields that hold markup. A whole page, with a site around its story, is for `pages`.
"""

import re

from selectolax.lexbor import LexborHTMLParser

_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|figure|img|article|section)\b[^>]*>", re.IGNORECASE
)
_PAGE = re.compile(r"<!doctype html|<html\b|<body\b|<head\b", re.IGNORECASE)
_BLOCKS = "p,div,h1,h2,h3,h4,h5,h6,li,blockquote,article,section,tr,table,ul,ol,pre,dd,dt,figure"
_SILENT = "script,style,noscript,template,figcaption,iframe,svg,button,form,nav"
_BLANKS = re.compile(r"[^\S\x00\x01]+")
_PARAGRAPH, _BREAK = "\x00", "\x01"

_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_IMAGE_LINE = re.compile(r"^!\[[^\]]*\]\([^)]*\)$")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])")
_RULE = re.compile(r"^(?:-{3,}|\*{3,}|_{3,}|={3,})$")


def is_markup(text: str) -> bool:
    """Return whether a text field holds HTML: two tags of text at least, or a whole page."""
    return is_page(text) or len(_TAG.findall(text[:20_000])) >= 2


def is_page(text: str) -> bool:
    """Return whether a text is a whole HTML page."""
    return _PAGE.search(text[:2000]) is not None


def markup_text(html: str) -> str:
    """Return the text of a piece of HTML; blocks become paragraphs, `<br>` a line break, captions and scripts go."""
    tree = LexborHTMLParser(html)
    for node in tree.css(_SILENT):
        node.decompose()
    for node in tree.css("br"):
        node.replace_with(_BREAK)
    for node in tree.css(_BLOCKS):
        node.insert_before(_PARAGRAPH)
        node.insert_after(_PARAGRAPH)
    raw = tree.body.text(deep=True) if tree.body is not None else ""
    flat = _BLANKS.sub(" ", raw)
    return re.sub(r"\n{3,}", "\n\n", flat.replace(_PARAGRAPH, "\n\n").replace(_BREAK, "\n")).strip()


def markdown_text(markdown: str) -> tuple[str, str]:
    """Return (title, text) of Markdown: the first first-level heading is the title, marks of form go, words stay."""
    title = ""
    lines: list[str] = []
    for line in markdown.split("\n"):
        stripped = line.strip()
        if _IMAGE_LINE.match(stripped) or _RULE.match(stripped):
            lines.append("")
            continue
        plain = _EMPHASIS.sub(r"\1", _STRONG.sub(r"\2", _LINK.sub(r"\1", line)))
        if heading := _HEADING.match(plain.strip()):
            if not title and stripped.startswith("# "):
                title = heading[1]
            else:
                lines.extend(("", heading[1], ""))
            continue
        lines.append(re.sub(r"^\s*>\s?", "", plain))
    return title, "\n".join(lines)

"""Bytes -> text, and text -> the one form that everything after works on.

Decoding goes from the sure to the likely: what the caller says, a byte order mark, what an HTML page declares, UTF-8,
windows-1252 for what is mostly ASCII, and only then charset-normalizer. Quotes keep their shape: "curly" and
"straight" are the writer's choice.
"""

import codecs
import re
import unicodedata

import charset_normalizer
import ftfy

from graphbuilder.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{3,40})""", re.IGNORECASE
)
_SAMPLE = 200_000
"""Bytes shown to charset-normalizer: its time grows with the length, its answer does not change."""

_RARE = 0.25

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"))
_SPACES = re.compile(r"[^\S\n]+")
_FTFY = ftfy.TextFixerConfig(uncurl_quotes=False, explain=False)


def mark_encoding(head: bytes) -> str | None:
    """Return the encoding that a byte order mark at the start of `head` names."""
    return next((name for mark, name in _MARKS if head.startswith(mark)), None)


def decode(data: bytes, origin: str, *, encoding: str | None = None, html: bool = False) -> str:
    """Return the text of `data`.

    Args:
        data: The bytes of one document or one line.
        origin: Where they are from, for the message.
        encoding: What the caller says they are in.
        html: Whether a charset declared in the page counts.

    Raises:
        InputError: the bytes are not text in the encoding given, or in any that can be told.
    """
    if encoding is not None:
        try:
            return data.decode(encoding)
        except (UnicodeError, ValueError) as error:
            raise InputError(origin, f"this is not {encoding}: {_where(error)}") from None
    mark = mark_encoding(data)
    declared = _declared(data) if html else None
    for name in (mark, declared, "utf-8"):
        if name is not None and (text := _try(data, name)) is not None:
            return text
    if _is_mostly_ascii(data):
        text = _try(data, "cp1252")
    else:
        best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
        text = _try(data, best.encoding) if best is not None else None
    if text is None:
        raise InputError(origin, "the encoding of this text cannot be told; name it with the encoding option")
    return text


def normalise(text: str) -> str:
    r"""Return `text` in the form everything after works on.

    Mojibake repaired, NFC, "\n" for every line end, one plain space for every run of blanks (no-break spaces and tabs
    too), nothing invisible, no blanks at the ends of lines.
    """
    text = ftfy.fix_text(text, config=_FTFY)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").translate(_INVISIBLE))
    text = text.replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\x85", "\n")
    text = text.replace("\x0b", "\n").replace("\x0c", "\n\n")
    return "\n".join(_SPACES.sub(" ", line).strip(" ") for line in text.split("\n"))


def _try(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    return None if "\x00" in text else text


def _is_mostly_ascii(data: bytes) -> bool:
    """Return whether so few bytes are not ASCII that no guess can be told from another.

    English text with a rare "Søren" or a curly quote: the Encoding Standard's default for it is windows-1252, and what is not
    that is better refused than guessed at.
    """
    sample = data[:_SAMPLE]
    return b"\x00" not in sample and sum(byte > 127 for byte in sample) <= len(sample) * _RARE


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def _where(error: Exception) -> str:
    return f"byte {error.start} cannot be read" if isinstance(error, UnicodeDecodeError) else str(error)

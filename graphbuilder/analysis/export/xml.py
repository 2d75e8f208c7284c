"""Values as the XML formats want them: types, quoting, and what XML cannot say."""

import re
from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape, quoteattr

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 may not hold in any form; a control character in scraped text would make the whole file unreadable."""

XML_TYPES = {int: "long", float: "double", bool: "boolean"}
"""The names GraphML and GEXF give to Python's types; anything else is a string."""


def plain(value: object) -> str:
    """Return a value as text: a list joined by "; ", a date in ISO form."""
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def text_of(value: object) -> str:
    """Return a value as the text of an element."""
    return escape(_NOT_XML.sub("\ufffd", plain(value)), {"\r": "&#13;"})


def quoted(text: str) -> str:
    """Return text as the value of an attribute, quotes included."""
    return quoteattr(_NOT_XML.sub("\ufffd", text))


def type_of(values: Iterable[object]) -> str:
    """Return the XML type of an attribute that has these values."""
    kinds = {type(value) for value in values}
    if kinds == {int, float}:
        return "double"
    return XML_TYPES.get(kinds.pop(), "string") if len(kinds) == 1 else "string"

"""Puts content, style and scripts into one HTML file that needs nothing else.

Names and sentences come from texts that nobody has checked: they stand in the page as JSON in which no character can end a
script, the page puts them in as text only, and a content security policy lets no other script run and nothing be loaded.
"""

import base64
import hashlib
import html
import json
from collections.abc import Iterable
from importlib.resources import files
from string import Template
from typing import Any

from graphbuilder import __version__
from graphbuilder.graph.elements import Element
from graphbuilder.report.content import Options, make_content

SCRIPTS = ("core.js", "charts.js", "network.js", "places.js", "main.js")
"""In the order in which they are joined."""

_DANGEROUS = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def make_report(elements: Iterable[Element], options: Options | None = None) -> str:
    """Return the report on a graph as one HTML page.

    The same graph and options give the same bytes.

    Raises:
        SettingsError: An option makes no sense.
        SchemaError: The elements are not a whole graph.
    """
    options = options or Options()
    content = make_content(elements, options)
    content["world"] = json.loads(_asset("world.json"))
    style = _asset("report.css")
    script = '"use strict";\n' + "\n".join(map(_asset, SCRIPTS))
    return Template(_asset("page.html")).substitute(
        title=html.escape(options.title),
        style=style,
        style_hash=_source_hash(style),
        script=script,
        script_hash=_source_hash(script),
        data=_embed(content),
        footer=html.escape(
            f"Made by graphbuilder {__version__} from news texts by rule, without a language model. It shows what the reports "
            "say, not what is true. Outlines of countries: Natural Earth (public domain)."
        ),
    )


def _embed(content: dict[str, Any]) -> str:
    """Return JSON that can stand inside a script element whatever the texts hold."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in _DANGEROUS.items():
        text = text.replace(character, escaped)
    return text


def _source_hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _asset(name: str) -> str:
    return files("graphbuilder.report").joinpath("assets", name).read_text(encoding="utf-8")

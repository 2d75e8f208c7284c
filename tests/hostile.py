"""Text that somebody might put into news, graph files and commands to break, steer or rewrite something.

`HOSTILE` is what every door keeps as data, sign by sign; `REFUSED` is what no file in UTF-8 and no server can hold.
"""

HOSTILE = {
    "quotes": "'\"` `]) DETACH DELETE n //",
    "cypher": "Ana}) DETACH DELETE n //",
    "escaped": "\\u0060 \\u0027) MATCH (n) SET n.x = 1 //",
    "parameter": "$person {name} :Label $rows",
    "turning": "right \u202egnorw\u202c and zero\u200b\u200d\ufeffwidth",
    "composed": "\u00e9t\u00e9",
    "combining": "e\u0301te\u0301" + "\u0301" * 20,
    "homoglyph": "P\u0435rson",
    "label": "Person",
    "terminal": "bell \x07 and \x1b[2J\x1b]0;owned\x07 \x9b31m end",
    "lines": "new\nline\r\n\ttab \u2028 \x85 end",
    "emoji_code": ":cat: of person:fire: x:fire:y",
    "emoji": "\U0001f3db\ufe0f\U0001f469\U0001f3fd\u200d\u2696\ufe0f",
    "key": "__proto__",
    "script": "</script><script>document.title='owned'</script>]]>&amp;<img src=x onerror=alert(1)>",
    "formula": "=cmd|' /C calc'!A0",
    "xml": "form\x0cfeed \x01 \ufffe \uffff end",
    "markup": "[bold red]a[/] [link=x:y]b[/link] {{ 1 }} %s ${x}",
    "path": "../../etc/passwd;rm -rf ~",
    "option": "--help",
    "long": "z" * 7_000,
}
"""Each by what it tries."""

REFUSED = {"nul": "nul \x00 sign", "surrogate": "half \ud83d sign"}
"""The same."""

FEW = {
    name: HOSTILE[name]
    for name in ("quotes", "cypher", "turning", "terminal", "script", "formula", "emoji_code", "long")
}
"""Enough for a command that only looks a word up."""

PICTURES = ("\U0001f408", "\U0001f431", "\U0001f525")
"""What the codes of "emoji_code" stand for elsewhere: here they are words."""

STEERING = ("\x07", "\x1b", "\x9b", "\x00", "\u202e", "\u202c", "\ud83d")
"""Signs of the above that must never reach a terminal."""


def is_harmless(shown: str) -> bool:
    """Tell whether what was printed steers no terminal, shows text as it is and no failure of ours."""
    return not any(sign in shown for sign in (*STEERING, *PICTURES)) and "Traceback" not in shown

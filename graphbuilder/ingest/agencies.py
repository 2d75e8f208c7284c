"""News agencies by the names they sign with; the table is data/ingest_agencies.toml."""

import tomllib
from functools import cache
from importlib.resources import files

_TRIMMED = " \t()[]/|-–—.:"


@cache
def _names() -> dict[str, str]:
    table = tomllib.loads((files("graphbuilder") / "data" / "ingest_agencies.toml").read_text(encoding="utf-8"))
    names: dict[str, str] = {}
    for name, aliases in table["agencies"].items():
        for alias in (name, *aliases):
            names[alias.casefold()] = name
    return names


def agency_name(text: str) -> str | None:
    """Return the one name of the agency that `text` is a signature of ("(Thomson Reuters)" -> "Reuters"), else None."""
    return _names().get(text.strip(_TRIMMED).casefold())

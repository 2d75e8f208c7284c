"""WEIS, the older standard of event data: what an event is called there, and how much it weighs on Goldstein's scale.

For those who go on with a series coded in WEIS. The translation is literal, from data/weis.toml; it looks at no text and changes
nothing of what was found. Sources stand in the head of that file.
"""

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from graphbuilder.errors import OntologyError
from graphbuilder.ontology import load_ontology
from graphbuilder.records.annotation import Status

CANCELLED = "191"
AGREED = "082"

MIRRORED = {"031": "031", "032": "033"}
"""Codes that WEIS enters a second time, from the other side: who visits is visited."""

RELEASED = "084"
"""CAMEO code of a release: by nobody named it is entered from where they were held ("was freed from Norland"), as KEDS does."""

WORDED = frozenset({"Promise", "Agreement", "Threat", "Request", "Statement"})
"""Labels of what was said about the future, not of what will be."""


class Code(msgspec.Struct, frozen=True):
    """What a code means, and its weight from -10 (conflict) to 10 (cooperation); None where no scale has one."""

    meaning: str
    weight: float | None = None


class Weis(msgspec.Struct, frozen=True):
    """The whole file, checked."""

    version: str
    codes: dict[str, Code]
    by_rule: dict[str, str]
    by_cameo: dict[str, str]
    by_label: dict[str, str]

    def weight(self, code: str | None) -> float | None:
        """Return Goldstein's weight of a code, None for no code and for one without a weight."""
        return self.codes[code].weight if code else None


@cache
def load_weis() -> Weis:
    """Return the tables shipped with the package.

    Raises:
        OntologyError: The file is no such table, or names a code that is not in its list.
    """
    raw = tomllib.loads((files("graphbuilder") / "data" / "weis.toml").read_text(encoding="utf-8"))
    try:
        weis = msgspec.convert(raw, Weis)
    except msgspec.ValidationError as error:
        raise OntologyError(f"data/weis.toml: {error}") from error
    wrong = {code for table in (weis.by_rule, weis.by_cameo, weis.by_label) for code in table.values()} - set(
        weis.codes
    )
    if wrong:
        raise OntologyError(f"data/weis.toml: a table names the unknown code {min(wrong)!r}")
    return weis


def weis_of(
    label: str, status: str, *, plover: str | None = None, cameo: str | None = None, rule: str = ""
) -> str | None:
    """Return the WEIS code of an event, None where WEIS has none for it or nothing is told to have happened.

    WEIS knows no tense: what is to come has the code of the act ("will meet" is 031), unless it is hostile, which makes it a
    threat (17); what was called off is 191.

    Args:
        label: Label of the graph model.
        status: Whether it happened, as the graph says.
        plover: Type under the PLOVER rules, which has the status in it; None where PLOVER codes nothing.
        cameo: CAMEO code under the same rules.
        rule: Name of the pattern that found the event.
    """
    weis = load_weis()
    if plover is None and status != Status.ACTUAL:
        return None
    if status == Status.CANCELLED:
        return CANCELLED
    done = status in {Status.ACTUAL, Status.PLANNED} and (plover != "THREATEN" or label == "Threat")
    said = rule.partition("+")[0]
    if done and said in weis.by_rule:
        return weis.by_rule[said]
    if status == Status.PLANNED and plover in {"AGREE", "CONCEDE"} and label not in WORDED:
        cameo = load_ontology().labels[label].cameo
    if label == "Agreement" and (cameo or "").startswith("03"):
        return AGREED
    found = next((weis.by_cameo[cameo[:size]] for size in (4, 3, 2) if cameo and cameo[:size] in weis.by_cameo), None)
    return found or weis.by_label.get(label)

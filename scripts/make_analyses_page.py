"""Writes docs/reference/analyses.md from the tables of the analyses and of the networks.

Run it after a change of either: `python -m scripts.make_analyses_page`.
"""

from pathlib import Path

from graphbuilder.analysis import ANALYSES
from graphbuilder.analysis.projections import PROJECTIONS, WEIGHTS
from graphbuilder.analysis.scoring import SCORINGS

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "analyses.md"

HEAD = """# Analyses

Made from the tables in the code by `python -m scripts.make_analyses_page`; a test keeps it current.
`graphbuilder analyze NAME` runs one, [the how-to](../how-to/analyse.md) tells more.
"""


def render() -> str:
    """Return the page."""
    lines = [HEAD, "| name | asks | measure | standard set | entities in focus | scores |", "|---|---|---|---|---|---|"]
    for name, analysis in ANALYSES.items():
        cells = (
            f"`{name}`",
            analysis.asks,
            analysis.measure,
            "yes" if analysis.standard else "",
            str(analysis.needs or ""),
            "yes" if name in SCORINGS else "",
        )
        lines.append(f"| {' | '.join(cells)} |")
    lines += [
        "",
        "*Scores*: `--write` can put the result on the entities.",
        "",
        "## Networks",
        "",
        "For `graphbuilder export FILE --network NAME` and `graphbuilder.analysis.projections`.",
        "",
        "| name | an edge joins | directed |",
        "|---|---|---|",
    ]
    lines += [f"| `{name}` | {one.shows} | {'yes' if one.directed else ''} |" for name, one in PROJECTIONS.items()]
    lines += ["", f"Weights of the network `company`: {', '.join(f'`{name}`' for name in WEIGHTS)}.", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")

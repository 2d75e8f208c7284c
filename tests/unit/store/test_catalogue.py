"""The page of the questions is written from their headers, and is current."""

from pathlib import Path

from graphbuilder.store.catalogue import render_queries
from graphbuilder.store.queries import list_queries
from tests.command_line import run

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "queries.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == render_queries(), (
        "graphbuilder query --list --format markdown > docs/reference/queries.md"
    )


def test_the_command_line_prints_the_page() -> None:
    assert run("query", "--list", "--format", "markdown").out == render_queries()


def test_every_question_has_a_section_with_its_parameters() -> None:
    page = render_queries()
    for query in list_queries():
        section = page.partition(f"\n## {query.name.removeprefix('read/')}\n")[2].partition("\n## ")[0]
        assert query.description in section
        assert all(f"`--{parameter.name}`" in section for parameter in query.parameters)

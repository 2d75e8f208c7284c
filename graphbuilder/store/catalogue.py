"""The page docs/reference/queries.md, written from the headers of cypher/read. It decides nothing about the queries."""

from graphbuilder.store.parameters import VOCABULARIES, Parameter
from graphbuilder.store.queries import Query, list_queries

_HEAD = """# The questions

<!-- Written from the headers of cypher/read: do not edit by hand. `graphbuilder query --list --format markdown` -->

Each file of `cypher/read/` answers one question. Run it by name, with its parameters as options:

```
graphbuilder query meetings --person Whitcomb --from 2017-07-01 --format csv
```

or paste the file into Neo4j Browser after setting its parameters there (`:param person => 'Whitcomb'`, and `null` for those that
are not needed). A name means whole words of a name or of another spelling, upper or lower case and accents apart; where a name
stands for several, give the id that `find_entity` shows. Nothing is ever written: the server is asked in read mode. `--limit`
(1000) rows and `--timeout` (60) seconds are the most that an answer may take.

Some parameters take one of a few words, in upper or lower case; any other word is refused:

"""


def render_queries() -> str:
    """Return the page: a table of all questions, then each with its parameters and what it returns."""
    queries = list_queries()
    words = "".join(f"- {name}: {', '.join(f'`{one}`' for one in known)}\n" for name, known in VOCABULARIES.items())
    parts = [_HEAD + words, "| name | question |\n|---|---|"]
    parts += [f"| [`{query.short}`](#{query.short}) | {query.title} |" for query in queries]
    return "\n".join([*parts, ""]) + "".join(_section(query) for query in queries)


def _section(query: Query) -> str:
    lines = [f"\n## {query.short}\n", f"**{query.title}.** {query.description}\n"]
    if query.parameters:
        lines.append("| parameter | type | default | means |\n|---|---|---|---|")
        lines += [f"| `{p.option}` | {p.type} | {_default(p)} | {p.description} |" for p in query.parameters]
        lines.append("")
    lines.append(f"Gives {query.returns}.\n")
    return "\n".join(lines)


def _default(parameter: Parameter) -> str:
    if parameter.required:
        return "must be given"
    return "" if parameter.default is None else f"`{parameter.default}`"

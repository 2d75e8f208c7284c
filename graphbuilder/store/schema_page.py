"""The schema as a person reads it, from its one declaration: graph/schema.py, cypher/schema and cypher/migrate.

Renders tables, JSON, Cypher and the page docs/reference/schema.md. It decides nothing about the schema.
"""

import re

from graphbuilder.graph.identifiers import PREFIXES
from graphbuilder.graph.schema import KEY_LABELS, NODE_PROPERTIES, RELATIONSHIP_TYPES, PropertyType
from graphbuilder.ontology import EVENT_LABELS
from graphbuilder.store.migrations import MIGRATE, latest_version, number_of, statements
from graphbuilder.store.queries import list_queries
from graphbuilder.store.values import Plain

Rows = list[tuple[str, ...]]

_KIND = re.compile(r"CREATE (?:(TEXT|FULLTEXT) )?(CONSTRAINT|INDEX) (\S+) IF NOT EXISTS FOR (.+)", re.DOTALL)
_KINDS = {"CONSTRAINT": "uniqueness", "TEXT": "text index", "FULLTEXT": "full-text index", "INDEX": "range index"}

_HEAD = """# The schema

<!-- Written from graphbuilder/graph/schema.py and cypher/schema: do not edit by hand. `graphbuilder schema --format markdown` -->

What the labels, types and properties mean is in [the graph model](graph-model.md); this page is the declaration that every
store is held to. It is version {version} of the schema. In a database the version stands in the node
`(:SchemaVersion {{id: 'graphbuilder'}})`, which is no part of the graph: it is neither exported nor compared. Opening a graph of
an older version brings it forward; one of a newer version is refused.

Neo4j Community has constraints for uniqueness only. Labels, ends of relationships, required properties, types and allowed values
are therefore checked before anything is written, on every store alike.
"""


def label_rows() -> Rows:
    """Return labels and how the ids of nodes with them begin."""
    kinds = [(":".join(labels), prefix) for prefix, labels in PREFIXES.items() if not prefix.startswith("event:")]
    return [*kinds, *((f"Event:{label}", f"event:{label.lower()}-") for label in EVENT_LABELS)]


def node_rows() -> Rows:
    """Return label, property, type, whether it must be there, and what it may be, for every property of a node."""
    return [(label, *_property(name, kind)) for label in KEY_LABELS for name, kind in _with_id(NODE_PROPERTIES[label])]


def relationship_rows() -> Rows:
    """Return type, ends, property and so on, for every property of a relationship."""
    return [
        (kind, f"{declared.start} → {declared.end.replace('|', ' or ')}", *_property(name, of))
        for kind, declared in RELATIONSHIP_TYPES.items()
        for name, of in _with_id(declared.properties)
    ]


def index_rows() -> Rows:
    """Return kind, name, what it is on and what for, for every constraint and index."""
    rows: Rows = []
    for query in list_queries("schema"):
        for text in statements(query):
            found = _KIND.fullmatch(text)
            assert found is not None, f"cypher/{query.name}.cypher makes neither an index nor a constraint"  # noqa: S101 - a file of ours
            on = found[4].partition("\n")[0].replace("REQUIRE ", "").replace(" IS UNIQUE", "")
            rows.append((_KINDS[found[1] or found[2]], found[3], on, query.title))
    return rows


def migration_rows() -> Rows:
    """Return the number of each migration and why it was needed."""
    return [(str(number_of(query)), query.title) for query in list_queries(MIGRATE)]


def schema_json() -> dict[str, Plain]:
    """Return the whole schema as plain values."""
    return {
        "version": latest_version(),
        "labels": [{"labels": list[Plain](labels.split(":")), "id_begins": prefix} for labels, prefix in label_rows()],
        "nodes": {label: _properties(NODE_PROPERTIES[label]) for label in KEY_LABELS},
        "relationships": {
            kind: {
                "start": declared.start, "end": list[Plain](declared.end.split("|")),
                "properties": _properties(declared.properties),
            }
            for kind, declared in RELATIONSHIP_TYPES.items()
        },
        "indexes": [dict(zip(("kind", "name", "on", "title"), row, strict=True)) for row in index_rows()],
    }  # fmt: skip


def schema_cypher() -> str:
    """Return the statements that make every constraint and index, to run by hand."""
    texts = [f"// {query.title}\n{text};" for query in list_queries("schema") for text in statements(query)]
    return "\n".join(texts) + "\n"


def schema_markdown() -> str:
    """Return the page."""
    parts = [_HEAD.format(version=latest_version())]
    for title, head, rows in (
        ("Labels", ("labels", "the id begins with"), label_rows()),
        ("Properties of nodes", ("label", "property", "type", "must be there", "allowed"), node_rows()),
        (
            "Relationships",
            ("type", "joins", "property", "type of value", "must be there", "allowed"),
            relationship_rows(),
        ),
        ("Constraints and indexes", ("kind", "name", "on", "for"), index_rows()),
        ("Migrations", ("version", "because"), migration_rows()),
    ):
        lines = [f"## {title}\n", f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
        lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _with_id(declared: dict[str, PropertyType]) -> list[tuple[str, PropertyType]]:
    return [("id", PropertyType(str, required=True)), *declared.items()]


def _property(name: str, kind: PropertyType) -> tuple[str, str, str, str]:
    return name, _type(kind), "yes" if kind.required else "", _allowed(kind)


def _type(kind: PropertyType) -> str:
    names = {"str": "text", "int": "whole number", "float": "number", "bool": "true or false", "list": "list of texts"}
    return names.get(kind.type.__name__, kind.type.__name__)


def _allowed(kind: PropertyType) -> str:
    if kind.values:
        return ", ".join(map(str, kind.values)) if kind.values != EVENT_LABELS else "one of the event labels"
    if kind.longest is not None:
        return f"at most {kind.longest:,} bytes"
    if kind.low is None:
        return ""
    return f"{kind.low:g} or more" if kind.high is None else f"{kind.low:g} to {kind.high:g}"


def _properties(declared: dict[str, PropertyType]) -> dict[str, Plain]:
    return {
        name: {"type": _type(kind), "required": kind.required, "allowed": _allowed(kind)}
        for name, kind in _with_id(declared)
    }

"""Files of people and offices: the format is told from the content, bad rows cost only themselves."""

import gzip
import json
from pathlib import Path

import pytest

from graphbuilder.errors import InputError
from graphbuilder.knowledge import open_source
from graphbuilder.records.knowledge import BadRow, KnownFact, KnownPerson, KnownSpell, KnownThing

POPOLO = {
    "persons": [
        {
            "id": "p1",
            "name": "Karen Holm",
            "gender": "female",
            "other_names": [{"name": "K. Holm"}],
            "identifiers": [{"scheme": "wikidata", "identifier": "Q900001"}],
        },
        {"id": "p2"},
    ],
    "organizations": [{"id": "o1", "name": "Folketing"}],
    "events": [{"id": "term/1", "name": "First term", "start_date": "2011-09", "end_date": "2015-06-18"}],
    "memberships": [
        {"person_id": "p1", "organization_id": "o1", "role": "member", "legislative_period_id": "term/1"},
        {"person_id": "p1", "organization_id": "o1", "role": "member", "start_date": "soon"},
    ],
}
ENTITIES = (
    {
        "id": "Q900002",
        "schema": "Person",
        "caption": "Pablo Rojas",
        "properties": {"name": ["Pablo Rojas", "ROJAS, Pablo"], "gender": ["male"]},
    },
    {"id": "pos-1", "schema": "Position", "properties": {"name": ["President of Chile"], "country": ["cl"]}},
    {
        "id": "occ-1",
        "schema": "Occupancy",
        "properties": {
            "holder": ["Q900002"],
            "post": ["pos-1"],
            "startDate": ["2014-03-11"],
            "endDate": ["2018-03-11"],
        },
    },
)
CONGRESS = """\
- id:
    bioguide: X000001
    wikidata: Q900003
  name:
    first: Amos
    last: Kip
    official_full: Amos T. Kip
  bio:
    gender: M
  terms:
  - type: sen
    start: '2003-01-07'
    end: 2009-01-03
- id: {bioguide: X000002}
  name: [broken
- id: {bioguide: X000003}
  name: {first: Ana, last: Ruiz}
  terms:
  - {type: prez, start: 2009-01-20, end: 2013-01-20}
"""
TABLE = """\
name;position;country;from;to;qid
Elena Costa;Prime Minister;Portugal;2011-06-21;;Q900004
;Minister;Portugal;;;
Jonas Weiss;Minister of Trade;Austria;2015;2014;
Ana Ruiz;Mayor;Chile;someday;;
"""


def read(path: Path) -> tuple[str, list[KnownFact]]:
    source = open_source(path)
    return source.format, list(source.facts())


def kinds(facts: list[KnownFact]) -> dict[str, int]:
    return {name: sum(type(f).__name__ == name for f in facts) for name in sorted({type(f).__name__ for f in facts})}


@pytest.mark.parametrize("indent", [None, 2])
def test_popolo_is_read_as_a_stream_whatever_its_layout(tmp_path: Path, indent: int | None) -> None:
    path = tmp_path / "ep.json"
    path.write_text(json.dumps(POPOLO, indent=indent), encoding="utf-8")
    form, facts = read(path)
    assert form == "popolo"
    assert KnownPerson(id="p1", name="Karen Holm", aliases=("K. Holm",), wikidata="Q900001", gender="female") in facts
    assert KnownThing(id="term/1", name="First term", start="2011-09", end="2015-06-18") in facts
    assert KnownSpell(person="p1", title="member", body="o1", period="term/1") in facts
    bad = [fact for fact in facts if isinstance(fact, BadRow)]
    assert [fact.where for fact in bad] == ["persons 2", "memberships 2"]
    assert "'soon' is no date" in bad[1].reason


def test_a_popolo_file_that_breaks_off_gives_what_was_whole(tmp_path: Path) -> None:
    path = tmp_path / "ep.json"
    path.write_text(json.dumps(POPOLO)[:-60], encoding="utf-8")
    _, facts = read(path)
    assert any(isinstance(fact, KnownPerson) for fact in facts)
    assert isinstance(facts[-1], BadRow)


def test_followthemoney_entities_are_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "entities.ftm.json.gz"
    lines = [*map(json.dumps, ENTITIES), "{broken", "[]"]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    form, facts = read(path)
    assert form == "followthemoney"
    assert KnownPerson(
        id="Q900002", name="Pablo Rojas", aliases=("ROJAS, Pablo",), wikidata="Q900002", gender="male"
    ) in facts  # fmt: skip
    assert KnownSpell(person="Q900002", post="pos-1", start="2014-03-11", end="2018-03-11") in facts
    assert kinds(facts)["BadRow"] == 2


def test_nested_followthemoney_entities_tell_the_same(tmp_path: Path) -> None:
    post = {"id": "pos-1", "schema": "Position", "properties": {"name": ["President of Chile"], "country": ["cl"]}}
    occupancy = {"id": "occ-1", "schema": "Occupancy", "properties": {"post": [post], "startDate": ["2014-03-11"]}}
    person = {
        "id": "Q1",
        "schema": "Person",
        "caption": "Pablo Rojas",
        "properties": {"positionOccupancies": [occupancy]},
    }
    path = tmp_path / "targets.nested.json"
    path.write_text(json.dumps(person) + "\n", encoding="utf-8")
    _, facts = read(path)
    assert KnownSpell(person="Q1", post="pos-1", start="2014-03-11") in facts
    assert KnownThing(id="pos-1", name="President of Chile", of="cl") in facts


def test_the_yaml_of_the_legislators_is_read_item_by_item(tmp_path: Path) -> None:
    path = tmp_path / "legislators.yaml"
    path.write_text(CONGRESS, encoding="utf-8")
    form, facts = read(path)
    assert form == "congress-legislators"
    people = [fact for fact in facts if isinstance(fact, KnownPerson)]
    assert [person.name for person in people] == ["Amos T. Kip", "Ana Ruiz"]
    assert people[0].aliases == ("Amos Kip",)
    assert (
        KnownSpell(person="X000001", title="senator", of="United States", start="2003-01-07", end="2009-01-03") in facts
    )
    bad = [fact for fact in facts if isinstance(fact, BadRow)]
    assert [fact.where for fact in bad] == ["line 14"]


def test_a_table_is_told_by_its_header_and_its_bad_rows_are_named(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text("\ufeff" + TABLE, encoding="utf-8")
    form, facts = read(path)
    assert form == "csv"
    assert KnownSpell(person="Q900004", title="Prime Minister", of="Portugal", start="2011-06-21") in facts
    bad = [fact for fact in facts if isinstance(fact, BadRow)]
    assert [(fact.where, fact.reason) for fact in bad] == [
        ("line 3", "the name is missing"),
        ("line 4", "the end 2014 comes before the start 2015"),
        ("line 5", "the start 'someday' is no date like 2015-03-01, 2015-03 or 2015"),
    ]


def test_two_of_one_name_in_two_countries_are_two_people(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("name,position,of\nTom Hale,Minister,Ireland\nTom Hale,Minister,Kenya\nTom Hale,Judge,Ireland\n")
    _, facts = read(path)
    assert len({fact.id for fact in facts if isinstance(fact, KnownPerson)}) == 2


def test_rows_as_json_lines_are_read_like_a_table(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    row = {"person": "Ana Ruiz", "title": "mayor", "iso3": "CHL", "start": "2011", "aliases": ["A. Ruiz"]}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    form, facts = read(path)
    assert form == "json lines"
    assert kinds(facts) == {"KnownPerson": 1, "KnownSpell": 1}


@pytest.mark.parametrize("content", [b"just words\n", b'{"a": 1}\n', b"\x00\x01\x02", b"title,date\nx,y\n", b"[1, 2]"])
def test_anything_else_is_refused_in_plain_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    with pytest.raises(InputError, match="no format that can be imported"):
        open_source(path)


@pytest.mark.parametrize("content", [b"name,position,of\rRosa Quintana,President,Peru\r", b"MZ\x90\r\x00\x04name,\r\n"])
def test_lines_that_end_in_carriage_returns_alone_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match="carriage returns"):
        open_source(path)


def test_a_carriage_return_inside_a_cell_is_no_line_end(tmp_path: Path) -> None:
    path = tmp_path / "cells.csv"
    path.write_bytes(b'name,position,of\r\n"Rosa\rQuintana",President,Peru\r\nIda Berg,President,Chad\r\n')
    facts = list(open_source(path).facts())
    assert [fact.name for fact in facts if isinstance(fact, KnownPerson)] == ["Ida Berg"]


def test_a_file_that_is_not_there_or_broken_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        open_source(tmp_path / "none.csv")
    broken = tmp_path / "broken.gz"
    broken.write_bytes(gzip.compress(TABLE.encode())[:-10])
    with pytest.raises(InputError, match="cannot be read"):
        open_source(broken)


def bad_rows(path: Path, content: str | bytes) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the people read from a file, and what is said of the rest."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    facts = read(path)[1]
    bad = [(fact.where, fact.reason) for fact in facts if isinstance(fact, BadRow)]
    return [fact.name for fact in facts if isinstance(fact, KnownPerson)], bad


def test_values_of_another_kind_in_popolo_cost_their_record_alone(tmp_path: Path) -> None:
    persons = [
        {"id": "1", "name": "Odd Names", "other_names": 5},
        {"id": "2", "name": "Odd Offices", "memberships": 7},
        {
            "id": "3",
            "name": "One Bad Office",
            "memberships": [{"role": "x", "start_date": "2015-02-30"}, {"role": "y"}],
        },
        {"id": "4", "name": "Fine Person", "memberships": [{"role": "x", "start_date": "2016", "end_date": "2015"}]},
    ]
    people, bad = bad_rows(tmp_path / "x", json.dumps({"persons": persons, "memberships": [5]}))
    assert people == ["Odd Offices", "One Bad Office", "Fine Person"]
    assert bad == [
        ("persons 1", "other_names is no list"),
        ("persons 2", "memberships is no list"),
        ("persons 3", "the start_date '2015-02-30' is no date like 2015-03-01, 2015-03 or 2015"),
        ("persons 4", "the end 2015 comes before the start 2016"),
        ("memberships 1", "this row is no object"),
    ]


def test_popolo_that_is_broken_says_after_which_record(tmp_path: Path) -> None:
    whole = json.dumps({"persons": [{"id": "1", "name": "Karen Holm"}, {"id": "2", "name": "Ana Ruiz"}]})
    people, ((where, reason),) = bad_rows(tmp_path / "cut", whole[:-20])
    assert (people, where) == (["Karen Holm"], "after persons 1")
    assert reason.startswith("broken JSON: ")
    latin = '{"persons": [{"id": "1", "name": "José"}]}'.encode("latin-1")
    assert bad_rows(tmp_path / "latin", latin) == (
        [], [("before the first record", "this is no UTF-8; save the file as UTF-8")],
    )  # fmt: skip
    deep = '{"persons": [{"id": "1", "name": "A B", "x": ' + "[" * 100_000
    assert bad_rows(tmp_path / "deep", deep)[1] == [("before the first record", "the JSON is nested too deeply")]


def test_broken_lines_of_entities_cost_themselves(tmp_path: Path) -> None:
    late = {"holder": ["a"], "post": ["p"], "startDate": ["2018"], "endDate": ["2014"]}
    rows = [
        {"id": "a", "schema": "Person", "properties": {"name": ["Ana Ruiz"]}},
        {"id": "b", "schema": "Person", "properties": {"name": ["Odd One"], "positionOccupancies": 5}},
        {"id": "o", "schema": "Occupancy", "properties": {"holder": "a", "post": "p", "startDate": "2014"}},
        {"id": "o", "schema": "Occupancy", "properties": late},
    ]  # fmt: skip
    lines = [json.dumps(row).encode() for row in rows]
    lines += ['{"id": "é"}'.encode("latin-1"), b'{"x": ' + b"[" * 100_000, b'{"id": "z", "sch']
    path = tmp_path / "x"
    people, bad = bad_rows(path, b"\n".join(lines))
    assert people == ["Ana Ruiz", "Odd One"]
    assert KnownSpell(person="a", post="p", start="2014") in read(path)[1]
    assert [where for where, _ in bad] == ["line 2", "line 4", "line 5", "line 6", "line 7"]
    assert [reason.split(":")[0] for _, reason in bad] == [
        "positionOccupancies is no list",
        "the end 2014 comes before the start 2018",
        "this line is no UTF-8; save the file as UTF-8",
        "this line is nested too deeply",
        "this line is broken JSON",
    ]


HOSTILE = """\
- id: {bioguide: X1}
  name:
\tfirst: Tab
  terms: []
- id: {bioguide: X2}
  name: {first: Ali, last: As}
  terms: &t
  - {type: sen, start: 2009-02-31, end: 2010-01-01}
  - {type: sen, start: 2011-01-01, end: 2012-01-01}
- id: {bioguide: X3}
  name: {first: Late, last: Start}
  terms:
  - {type: rep, start: 2015-01-01, end: 2010-01-01}
- id: {bioguide: X4}
  name: {first: Five, last: Terms}
  terms: 5
- id: {bioguide: X5}
  name: {first: Cross, last: Ref}
  terms: *t
- id: !!python/object/apply:os.getcwd []
  name: {first: Evil, last: Tag}
  terms: []
- id: {bioguide: X7}
  name: {first: Deep, last: Down}
  terms: DEEP
- id: {bioguide: X8}
  name: {first: Bo, last: Mb}
  a: &a [x, x, x, x, x, x, x, x, x, x]
  b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
  c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
  d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
  terms: *d
- id: {bioguide: X9}
  name: {first: Good, last: Last}
  terms:
  - {type: prez, start: 2009-01-20, end: 2013-01-20}
"""


def test_hostile_yaml_costs_its_person_alone(tmp_path: Path) -> None:
    path = tmp_path / "x"
    people, bad = bad_rows(path, HOSTILE.replace("DEEP", "[" * 20_000 + "]" * 20_000))
    assert people == ["Ali As", "Late Start", "Five Terms", "Bo Mb", "Good Last"]
    assert [where for where, _ in bad] == [
        "line 1",
        "line 5",
        "line 10",
        "line 14",
        "line 17",
        "line 20",
        "line 23",
        "line 26",
    ]
    spells = [fact for fact in read(path)[1] if isinstance(fact, KnownSpell)]
    assert [(spell.person, spell.start) for spell in spells] == [("X2", "2011-01-01"), ("X9", "2009-01-20")]


def test_rows_of_a_table_are_read_though_others_are_in_another_encoding_or_leave_a_quote_open(tmp_path: Path) -> None:
    table = 'name,position,of\n"open,President,Chile\nEm Li,President,Chile\nJosé Paz,President,Chile\n'.encode(
        "latin-1"
    )
    table += b'"Li, Em",President,"Chile\nand more"\n' + b"A" * 120_000 + b",x,y\nOk Person,President,Chile\n"
    people, bad = bad_rows(tmp_path / "x", table)
    assert people == ["Em Li", "Li, Em", "Ok Person"]
    assert [(where, reason.split(" larger")[0]) for where, reason in bad] == [
        ("line 2", "a quote is not closed"),
        ("line 4", "this line is no UTF-8; save the file as UTF-8"),
        ("line 7", "a field"),
    ]


@pytest.mark.parametrize(("rows", "people", "bad"), [
    (["Ok Person,President,Chile", '"open,President,Peru'], ["Ok Person"], ["line 3"]),
    (["Ok Person,President,Chile", 'Li,"open,Peru'], ["Ok Person"], ["line 3"]),
    (['Ana 6" Ruiz,President,Chile', "Em Li,President,Peru", 'Bo 5" Li,President,Cuba'],
     ['Ana 6" Ruiz', "Em Li", 'Bo 5" Li'], []),
    (["Ok Person,President,Chile", 'Ana 6" Ruiz,President,Peru'], ["Ok Person", 'Ana 6" Ruiz'], []),
    (['"Li, Em",President,"Chile', 'and more"', "Ok Person,President,Chile"], ["Li, Em", "Ok Person"], []),
])  # fmt: skip
def test_a_quote_left_open_costs_its_row_and_one_inside_a_word_costs_nothing(
    rows: list[str], people: list[str], bad: list[str], tmp_path: Path
) -> None:
    found, wrong = bad_rows(tmp_path / "x", "\n".join(["name,position,of", *rows]).encode())
    assert found == people
    assert [where for where, _ in wrong] == bad


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "is empty"), (b" \n", "is empty"), ("name\nJosé".encode("utf-16"), "is UTF-16; save it as UTF-8")],
)
def test_nothing_and_another_encoding_are_named(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    with pytest.raises(InputError, match=said):
        open_source(path)

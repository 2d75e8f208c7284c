"""One event that ten reports tell in different words is one node with ten sources; what only looks like it stays apart."""

from datetime import date

import pytest

from graphbuilder.graph.elements import Node
from tests.builds import Remembering, build_file, read_file, write_rows

TOLD = (
    (
        "2027-03-09",
        "Nine soldiers killed near Tambacounda",
        (
            "Gunmen killed nine soldiers near Tambacounda on Monday, the Senegalese army said. The patrol of the"
            " Kolda battalion was"
            " returning to its barracks when shots fell from both sides of the road."
        ),
    ),
    (
        "2027-03-09",
        "Army patrol ambushed in eastern Senegal",
        (
            "TAMBACOUNDA, Senegal - Nine soldiers of the Kolda battalion died on Monday when gunmen ambushed"
            " their patrol near"
            " Tambacounda."
        ),
    ),
    (
        "2027-03-09",
        "Gunmen ambush patrol",
        (
            "Gunmen attacked an army patrol near Tambacounda on Monday, killing nine soldiers of the Kolda"
            " battalion, a hospital doctor"
            " said."
        ),
    ),
    (
        "2027-03-10",
        "Senegal mourns soldiers",
        (
            "Flags flew at half-mast in Dakar after gunmen shot dead nine soldiers of the Kolda battalion on"
            " Monday in an ambush near"
            " Tambacounda."
        ),
    ),
    (
        "2027-03-09",
        "Ambush near Tambacounda leaves nine dead",
        (
            "At least nine soldiers were killed on Monday in an ambush by gunmen near Tambacounda. The patrol"
            " belonged to the Kolda"
            " battalion."
        ),
    ),
    (
        "2027-03-10",
        "Kolda battalion loses nine in ambush",
        "Gunmen opened fire on a patrol of the Kolda battalion near Tambacounda on Monday, and nine soldiers fell.",
    ),
    (
        "2027-03-09",
        "Soldiers die in ambush in Tambacounda",
        "Gunmen ambushed a patrol of the Kolda battalion in Tambacounda on Monday. The army counted nine dead soldiers.",
    ),
    (
        "2027-03-10",
        "Widows of the Kolda battalion",
        (
            "Nine widows wait in Kolda. Gunmen killed their husbands, soldiers of the Kolda battalion, in an"
            " ambush near Tambacounda on"
            " Monday."
        ),
    ),
    (
        "2027-03-10",
        "Government condemns ambush",
        "The government condemned the killing of nine soldiers of the Kolda battalion by gunmen near Tambacounda on Monday.",
    ),
    (
        "2027-03-09",
        "Patrol attacked near Tambacounda",
        "A patrol of the Kolda battalion was attacked by gunmen near Tambacounda on Monday. Nine of the soldiers are dead.",
    ),
)
AMBUSH, SECOND = date(2027, 3, 8), date(2027, 3, 15)
BESIDE = 2
"""Reports of arrests that mention the ambush."""
MISSES = (
    (
        "2027-03-16",
        "Second ambush in a week",
        (
            "Gunmen killed four soldiers of the Kolda battalion near Tambacounda on Monday, the army said, a"
            " week after an ambush on a"
            " patrol."
        ),
    ),
    (
        "2027-03-09",
        "Bomb at market in Tambacounda",
        (
            "A bomb exploded at a market in Tambacounda on Monday, killing two traders. The Kolda battalion"
            " sealed off the market."
        ),
    ),
    (
        "2027-03-09",
        "Police arrest Moussa Faye",
        (
            "Police in Tambacounda arrested Moussa Faye on Monday, a trader, after the ambush near Tambacounda"
            " on the Kolda battalion."
        ),
    ),
    (
        "2027-03-09",
        "Police arrest Ibra Sarr",
        (
            "Police in Tambacounda arrested Ibra Sarr on Monday, a trader, after the ambush near Tambacounda on"
            " the Kolda battalion."
        ),
    ),
    (
        "2027-05-04",
        "Faye and Sarr to meet",
        (
            "Senegalese Foreign Minister Awa Faye will meet Ghanaian Foreign Minister Kojo Sarr in Accra on"
            " Thursday to speak about the"
            " border, officials said."
        ),
    ),
    (
        "2027-05-07",
        "Faye and Sarr meet",
        (
            "Senegalese Foreign Minister Awa Faye met Ghanaian Foreign Minister Kojo Sarr in Accra on Thursday"
            " to speak about the border,"
            " officials said."
        ),
    ),
)


@pytest.fixture(scope="module")
def events(annotator: Remembering, tmp_path_factory: pytest.TempPathFactory) -> list[Node]:
    folder = tmp_path_factory.mktemp("ten")
    rows = [
        {"date": day, "title": title, "text": text, "url": f"https://paper{number}.example/news"}
        for number, (day, title, text) in enumerate((*TOLD, *MISSES))
    ]
    build_file([write_rows(folder / "reports.jsonl", rows)], folder / "graph.jsonl", annotator)
    return [e for e in read_file(folder / "graph.jsonl") if isinstance(e, Node) and "Event" in e.labels]


def of(events: list[Node], label: str, *, day: date | None = None) -> list[Node]:
    return [e for e in events if label in e.labels and (day is None or e.properties.get("start") == day)]


def test_ten_reports_of_one_ambush_are_one_node_with_ten_sources(events: list[Node]) -> None:
    assert max(int(str(e.properties["source_count"])) for e in of(events, "Assault", day=AMBUSH)) == len(TOLD) + BESIDE


def test_another_day_and_other_attackers_are_other_nodes(events: list[Node]) -> None:
    assert [e.properties["source_count"] for e in of(events, "Assault", day=SECOND)] == [1]
    names = [str(e.properties["name"]) for e in of(events, "Assault", day=AMBUSH)]
    assert not any("traders" in name and "soldiers" in name for name in names)


def test_two_arrests_of_one_day_have_a_node_each(events: list[Node]) -> None:
    arrests = of(events, "Arrest")
    assert sorted(str(e.properties["source_count"]) for e in arrests) == ["1", "1"]


def test_a_planned_and_a_held_meeting_are_two_nodes(events: list[Node]) -> None:
    assert sorted(str(e.properties["status"]) for e in of(events, "Meeting")) == ["actual", "planned"]

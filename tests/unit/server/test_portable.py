"""The files for the Browser of one's own server hold what our own server serves."""

import json
import zipfile
from pathlib import Path

from graphbuilder.server.favourites import load_favourites
from graphbuilder.server.portable import FAVOURITES, GUIDE, STYLE, write_assets
from graphbuilder.server.style import style_rules
from tests.command_line import run


def test_style_favourites_and_guide_are_written_the_same_every_time(tmp_path: Path) -> None:
    first, second = write_assets(tmp_path / "one" / "deep"), write_assets(tmp_path / "two")

    assert [path.name for path in first] == [STYLE, FAVOURITES, GUIDE]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert json.loads(first[0].read_bytes()) == style_rules()
    assert "{{" not in first[2].read_text(encoding="utf-8")


def test_the_archive_is_a_folder_of_queries_that_begin_with_their_title(tmp_path: Path) -> None:
    write_assets(tmp_path)

    with zipfile.ZipFile(tmp_path / FAVOURITES) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert set(texts) == {f"GraphBuilder/{favourite.name}.cypher" for favourite in load_favourites()}
    assert {text.splitlines()[0] for text in texts.values()} == {
        f"// {favourite.title}" for favourite in load_favourites()
    }


def test_the_command_line_writes_them_and_says_what_to_do(tmp_path: Path) -> None:
    outcome = run("neo4j", "assets", tmp_path / "for-browser")

    assert outcome.code == 0
    assert sorted(path.name for path in (tmp_path / "for-browser").iterdir()) == sorted([STYLE, FAVOURITES, GUIDE])
    assert ":guide" in outcome.out


def test_the_guide_leads_from_the_first_meeting_to_the_brokers(tmp_path: Path) -> None:
    guide = write_assets(tmp_path)[2].read_text(encoding="utf-8")

    assert guide.count("<slide") == guide.count("</slide>") == 8
    assert 0 < guide.index("The first meeting") < guide.index("The brokers")
    assert guide.count('<pre class="runnable code">') == 12

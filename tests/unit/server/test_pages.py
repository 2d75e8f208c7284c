"""The pages beside the Browser: complete, the same for everybody, and without a secret."""

import json
import zipfile
from pathlib import Path

import pytest

from graphbuilder.errors import ServerError
from graphbuilder.server.configuration import Home, Ports
from graphbuilder.server.favourites import Favourite, load_favourites
from graphbuilder.server.pages import code, fill_guide, unpack_browser, write_pages
from graphbuilder.server.style import style_rules

PORTS = Ports(bolt=1111, http=2222)


def make_jar(path: Path, index: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/MANIFEST.MF", "x")
        archive.writestr("browser/index.html", index)
        archive.writestr("browser/assets/app.js", "app")
    return path


def test_only_the_browser_is_unpacked_and_only_when_its_jar_changed(tmp_path: Path) -> None:
    web = tmp_path / "web"
    web.mkdir()
    unpack_browser(make_jar(tmp_path / "browser-1.jar", "one"), web)
    (web / "browser" / "assets" / "app.js").write_text("kept")

    unpack_browser(tmp_path / "browser-1.jar", web)

    assert (web / "browser" / "index.html").read_text() == "one"
    assert (web / "browser" / "assets" / "app.js").read_text() == "kept"
    assert not (web / "META-INF").exists()

    unpack_browser(make_jar(tmp_path / "browser-2.jar", "two"), web)

    assert (web / "browser" / "index.html").read_text() == "two"
    assert (web / "browser" / "assets" / "app.js").read_text() == "app"


def test_an_interrupted_unpacking_is_done_again(tmp_path: Path) -> None:
    web = tmp_path / "web"
    (web / "browser").mkdir(parents=True)
    (web / "browser" / "half.html").write_text("half")

    unpack_browser(make_jar(tmp_path / "browser-1.jar", "one"), web)

    assert sorted(p.name for p in (web / "browser").iterdir()) == ["assets", "index.html"]


def test_the_pages_tell_the_browser_where_and_what(tmp_path: Path) -> None:
    home = Home(path=tmp_path)
    write_pages(home, PORTS)

    own = home.web / "browser" / "gb"
    preset = json.loads((own / "preset.json").read_bytes())
    assert sorted(p.name for p in own.iterdir()) == [
        "guide.html", "open.html", "open.js", "preset.json", "server.txt",
    ]  # fmt: skip
    assert preset["bolt"] == "neo4j://127.0.0.1:1111"
    assert preset["style"] == style_rules()
    assert list(preset["style"]) == list(style_rules())
    assert preset["guide"]["identifier"] == "http://127.0.0.1:2222/browser/gb/guide.html"
    assert [f["content"] for f in preset["favourites"]] == [f.text for f in load_favourites()]
    assert {f["folder"] for f in preset["favourites"]} == {preset["folder"]["id"]}
    assert all(item["id"].startswith("gb-") for item in [preset["folder"], *preset["favourites"]])
    assert preset["first_query"].startswith("MATCH")


def test_the_version_of_the_style_changes_with_the_style_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home(path=tmp_path)

    def version(ports: Ports) -> str:
        write_pages(home, ports)
        return str(json.loads((home.web / "browser" / "gb" / "preset.json").read_bytes())["style_version"])

    first = version(PORTS)

    assert version(Ports(bolt=1, http=2)) == first
    monkeypatch.setattr("graphbuilder.server.pages.style_rules", lambda: {"node": {"color": "#000000"}})
    assert version(PORTS) != first


def test_the_guide_holds_each_query_ready_to_run(tmp_path: Path) -> None:
    home = Home(path=tmp_path)
    write_pages(home, PORTS)

    guide = (home.web / "browser" / "gb" / "guide.html").read_text()
    assert "{{" not in guide
    assert guide.count('<pre class="runnable code">MATCH') == 10
    assert "<script" not in guide


def test_a_query_in_the_guide_is_escaped_and_loses_its_title() -> None:
    saved = (Favourite(name="a", title="A", text="// A\n// why\nMATCH (a)-->(b) WHERE a <> b\nRETURN a"),)

    assert fill_guide("<pre>{{a}}</pre>", saved) == "<pre>MATCH (a)--&gt;(b) WHERE a &lt;&gt; b\nRETURN a</pre>"
    with pytest.raises(ServerError, match="names the query 'b', which cypher/browser does not hold"):
        fill_guide("{{b}}", saved)


def test_each_start_serves_another_name(tmp_path: Path) -> None:
    home = Home(path=tmp_path)
    write_pages(home, PORTS)
    first = home.name_file.read_text()

    write_pages(home, PORTS)

    assert home.name_file.read_text() != first


def test_comments_inside_a_query_stay() -> None:
    assert code("// A\nMATCH (n)\n// here\nRETURN n") == "MATCH (n)\n// here\nRETURN n"

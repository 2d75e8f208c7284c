"""The folder of a server: private, stable, and with the settings that keep the graph on this machine."""

import socket
import stat
from pathlib import Path

import pytest

from graphbuilder.errors import ServerError
from graphbuilder.server import configuration
from graphbuilder.server.configuration import (
    OTHER_PORTS,
    Home,
    Ports,
    choose_ports,
    ensure_password,
    is_free,
    java_arguments,
    make_home,
    quote,
    read_ports,
    write_conf,
    write_private,
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    found = Home(path=tmp_path / "home")
    make_home(found)
    return found


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_folder_and_the_password_are_the_users_alone(home: Home) -> None:
    ensure_password(home)

    assert mode(home.path) == 0o700
    assert mode(home.path / "password") == 0o600


def test_a_password_is_random_and_stays(home: Home, tmp_path: Path) -> None:
    other = Home(path=tmp_path / "other")
    make_home(other)

    assert len(ensure_password(home)) >= 24
    assert ensure_password(home).isalnum()
    assert ensure_password(home) == ensure_password(home)
    assert ensure_password(other) != ensure_password(home)


@pytest.mark.parametrize("content", [None, "", "\n"], ids=["missing", "empty", "blank"])
def test_a_graph_whose_password_is_gone_is_not_given_another(home: Home, content: str | None) -> None:
    (home.path / "data" / "databases" / "system").mkdir(parents=True)
    if content is not None:
        (home.path / "password").write_text(content)

    with pytest.raises(ServerError, match=r"password of the graph in .* is gone .* delete the folder and build"):
        ensure_password(home)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")

    with pytest.raises(ServerError, match=r"cannot write to its folder .*file/home .*that you may write to"):
        make_home(Home(path=tmp_path / "file" / "home"))


def test_a_folder_on_a_read_only_system_is_named(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, _mode: int) -> None:
        raise OSError(30, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "chmod", refuse)

    with pytest.raises(ServerError, match=r"cannot write to its folder .* \(Read-only file system\)"):
        make_home(home)


def test_ports_are_kept_while_they_are_free(home: Home) -> None:
    first = choose_ports(home)

    assert choose_ports(home) == first == read_ports(home)
    assert first.bolt != first.http


def test_a_port_that_another_process_took_is_replaced_and_only_that_one(home: Home) -> None:
    first = choose_ports(home)
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", first.bolt))
        taken.listen()

        assert not is_free(first.bolt)
        second = choose_ports(home)

    assert second.bolt in OTHER_PORTS
    assert second.bolt not in {first.bolt, first.http}
    assert second.http == first.http
    assert read_ports(home) == second


def test_a_machine_without_a_free_port_is_reported(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(configuration, "is_free", lambda _port: False)

    with pytest.raises(ServerError, match="found no free port on this machine"):
        choose_ports(home)


@pytest.mark.parametrize("content", ["", "{}", '{"bolt": "x", "http": 1}'])
def test_a_damaged_note_of_the_ports_is_as_good_as_none(home: Home, content: str) -> None:
    (home.path / "ports.json").write_text(content)

    assert read_ports(home) is None
    assert choose_ports(home) == read_ports(home)


def test_the_settings_keep_to_the_loopback_and_name_the_ports_everywhere(home: Home) -> None:
    write_conf(home, Ports(bolt=1111, http=2222))

    lines = (home.conf / "neo4j.conf").read_text().splitlines()
    settings = dict(line.split("=", 1) for line in lines if not line.startswith("#"))
    addresses = {name: value for name, value in settings.items() if name.endswith("_address")}
    assert addresses == {
        "server.bolt.listen_address": "127.0.0.1:1111",
        "server.bolt.advertised_address": "127.0.0.1:1111",
        "server.http.listen_address": "127.0.0.1:2222",
        "server.http.advertised_address": "127.0.0.1:2222",
    }
    assert settings["dbms.security.http_access_control_allow_origin"] == "http://127.0.0.1:2222"
    assert settings["server.directories.import"] == "import"
    assert settings["dbms.usage_report.enabled"] == "false"
    assert "auth_enabled" not in "".join(settings)


def test_java_gets_exactly_the_locked_files_after_our_pages(tmp_path: Path) -> None:
    home = Home(path=tmp_path / "my graph")

    text = java_arguments(home, [Path("/c/a.jar"), Path("/c/b.jar")])

    assert text.endswith(f'-cp\n"{home.web}:/c/a.jar:/c/b.jar"\n')
    assert "-Xmx512m" in text.splitlines()


def test_a_quoted_argument_survives_backslashes_and_quotes() -> None:
    assert quote('C:\\my "jars"') == '"C:\\\\my \\"jars\\""'


def test_a_private_file_replaces_a_public_one(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("old")
    path.chmod(0o644)

    write_private(path, "new")

    assert path.read_text() == "new"
    assert mode(path) == 0o600
    assert list(tmp_path.iterdir()) == [path]

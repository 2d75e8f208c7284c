"""The private server itself: a real Neo4j in a folder of its own, started, killed, moved and started again.

The tests of this module share one home; each begins with `running`, which starts the server where it does not run.
"""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest
import requests

from graphbuilder import server
from graphbuilder.errors import ServerError
from graphbuilder.server.favourites import Favourite, load_favourites
from graphbuilder.server.local import Connection
from tests.neo4j_fixture import keep_to_other_ports, neo4j_cache

START = """
import sys
from pathlib import Path
from graphbuilder import server
found = server.start(Path(sys.argv[1]), cache=Path(sys.argv[2]))
print(server.status(Path(sys.argv[1])).pid, found.uri)
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home whose name holds what a path may hold."""
    folder = tmp_path_factory.mktemp("local") / "my graph, März"
    keep_to_other_ports(folder)
    yield folder
    server.stop(folder)


@pytest.fixture
def running(home: Path) -> Connection:
    return server.start(home, cache=neo4j_cache())


def run(found: Connection, query: str) -> list[neo4j.Record]:
    with neo4j.GraphDatabase.driver(found.uri, auth=(found.user, found.password)) as driver:
        return driver.execute_query(query).records


def pid_of(home: Path) -> int:
    pid = server.status(home).pid
    assert pid is not None
    return pid


def test_a_new_folder_becomes_a_server_that_answers_cypher(running: Connection, home: Path) -> None:
    version = run(running, "CALL dbms.components() YIELD versions RETURN versions[0] AS version")[0]["version"]

    status = server.status(home)
    assert status.running
    assert status.version == version == "5.26.18"
    assert (status.bolt_uri, status.http_url) == (running.uri, running.http_url)
    assert server.connection(home) == running


def test_starting_again_gives_the_same_process(running: Connection, home: Path) -> None:
    pid = pid_of(home)

    assert server.start(home, cache=neo4j_cache()) == running
    assert pid_of(home) == pid


def test_the_password_is_needed_and_stands_in_one_private_file_only(running: Connection, home: Path) -> None:
    with (
        neo4j.GraphDatabase.driver(running.uri, auth=("neo4j", "neo4j")) as driver,
        pytest.raises(neo4j.exceptions.AuthError),
    ):
        driver.execute_query("RETURN 1")

    secret = running.password.encode()
    holders = [path for path in home.rglob("*") if path.is_file() and secret in path.read_bytes()]
    assert holders == [home / "password"]
    assert secret not in Path(f"/proc/{pid_of(home)}/cmdline").read_bytes()
    assert secret not in Path(f"/proc/{pid_of(home)}/environ").read_bytes()


def test_it_listens_on_the_loopback_only(running: Connection, home: Path) -> None:
    del running
    pid = pid_of(home)
    sockets = {str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir() if link.is_symlink()}
    listening = []
    for table in ("tcp", "tcp6"):
        for row in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
            fields = row.split()
            if fields[3] == "0A" and f"socket:[{fields[9]}]" in sockets:
                listening.append(fields[1].split(":")[0])

    assert len(listening) == 2
    assert set(listening) <= {"0100007F", "0000000000000000FFFF00000100007F"}


def test_files_of_the_machine_cannot_be_read_through_a_query(running: Connection) -> None:
    with pytest.raises(neo4j.exceptions.ClientError, match=r"Cannot load from URL|Couldn't load the external resource"):
        run(running, "LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row")


def test_only_the_browser_is_served_and_other_pages_may_not_read(running: Connection) -> None:
    answer = requests.get(running.http_url, headers={"Origin": "http://evil.example"}, timeout=10)
    page = requests.get(f"{running.http_url}/browser/gb/open.html", timeout=10)
    query = requests.post(f"{running.http_url}/db/neo4j/tx/commit", json={"statements": []}, timeout=10)

    assert answer.headers.get("Access-Control-Allow-Origin") in (None, running.http_url)
    assert "open.js" in page.text
    assert query.status_code == 404


@pytest.mark.parametrize("favourite", load_favourites(), ids=lambda favourite: favourite.name)
def test_each_saved_query_is_valid(running: Connection, favourite: Favourite) -> None:
    with neo4j.GraphDatabase.driver(running.uri, auth=(running.user, running.password)) as driver:
        summary = driver.execute_query(f"EXPLAIN {favourite.text}").summary

    assert summary.query_type == "r"
    assert summary.plan is not None


def test_what_was_written_is_there_after_a_stop_and_a_start(running: Connection, home: Path) -> None:
    run(running, "CREATE (:Event {id: 'kept'})")
    pid = pid_of(home)

    assert server.stop(home)
    stat = Path(f"/proc/{pid}/stat")
    assert not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "Z"
    assert server.connection(home) is None

    again = server.start(home, cache=neo4j_cache())
    assert again == running
    assert [record["id"] for record in run(again, "MATCH (e:Event) RETURN e.id AS id")] == ["kept"]


def test_two_commands_at_once_start_one_server(running: Connection, home: Path) -> None:
    server.stop(home)
    command = [sys.executable, "-c", START, str(home), str(neo4j_cache())]

    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    printed = [process.communicate(timeout=300)[0] for process in started]

    assert printed == [f"{pid_of(home)} {running.uri}\n"] * 2


def test_a_killed_server_starts_again_with_its_graph(running: Connection, home: Path) -> None:
    run(running, "MERGE (:Event {id: 'killed'})")
    pid = pid_of(home)
    os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + 10
    while server.status(home).running:
        assert time.monotonic() < deadline, "the status never noticed"
        time.sleep(0.05)

    again = server.start(home, cache=neo4j_cache())

    assert again == running
    assert pid_of(home) != pid
    assert run(again, "MATCH (e:Event {id: 'killed'}) RETURN count(e) AS n")[0]["n"] == 1


def test_the_number_of_a_dead_server_given_to_another_process_does_no_harm(running: Connection, home: Path) -> None:
    server.stop(home)
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as stranger:
        (home / "server.pid").write_text(f"{stranger.pid}\n")

        assert not server.stop(home)
        (home / "server.pid").write_text(f"{stranger.pid}\n")
        again = server.start(home, cache=neo4j_cache())
        is_left_alone = stranger.poll() is None
        stranger.kill()

    assert is_left_alone
    assert again == running


def test_ports_that_others_took_are_replaced(running: Connection, home: Path) -> None:
    server.stop(home)
    ports = [int(address.rsplit(":", 1)[1]) for address in (running.uri, running.http_url)]
    takers = [socket.create_server(("127.0.0.1", port)) for port in ports]
    try:
        moved = server.start(home, cache=neo4j_cache())
    finally:
        for taker in takers:
            taker.close()

    assert {moved.uri, moved.http_url}.isdisjoint({running.uri, running.http_url})
    assert moved.password == running.password
    assert run(moved, "RETURN 1 AS one")[0]["one"] == 1
    preset = requests.get(f"{moved.http_url}/browser/gb/preset.json", timeout=10).json()
    assert preset["bolt"] == moved.uri.replace("bolt://", "neo4j://")


def test_two_homes_started_together_with_the_same_ports_are_two_servers(running: Connection, home: Path) -> None:
    """Ports are looked at before they are taken, so both may choose the same; each must find its own server."""
    other = home.parent / "second"
    other.mkdir()
    server.stop(home)
    (other / "ports.json").write_bytes((home / "ports.json").read_bytes())
    places = [home, other]
    try:
        started = [
            subprocess.Popen([sys.executable, "-c", START, str(place), str(neo4j_cache())], stdout=subprocess.DEVNULL)
            for place in places
        ]
        assert [process.wait(300) for process in started] == [0, 0]
        found = [server.connection(place) for place in places]
        assert [run(each, "RETURN 1 AS one")[0]["one"] for each in found if each] == [1, 1]
        assert len({each.uri for each in found if each}) == 2
        assert running.password in {each.password for each in found if each}
    finally:
        server.stop(other)


def test_a_home_moved_elsewhere_while_it_runs_is_stopped_by_nobody_else(running: Connection, home: Path) -> None:
    """Another home whose note names our server must not stop it."""
    other = home.parent / "other"
    other.mkdir()
    (other / "server.pid").write_text((home / "server.pid").read_text())

    assert not server.stop(other)
    assert server.connection(home) == running


def test_a_graph_that_another_process_holds_is_reported(running: Connection, home: Path) -> None:
    """The same folder under another name: the second server must not touch the graph of the first."""
    alias = home.parent / "alias"
    alias.mkdir()
    (alias / "data").symlink_to(home / "data")
    (alias / "password").write_text(running.password)

    with pytest.raises(ServerError, match=r"did not start: .*[Ll]ock"):
        server.start(alias, cache=neo4j_cache())

    assert run(running, "RETURN 1 AS one")[0]["one"] == 1


def test_an_interrupted_start_is_taken_up_by_the_next(home: Path) -> None:
    server.stop(home)
    command = [sys.executable, "-c", START, str(home), str(neo4j_cache())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as interrupted:
        killer = threading.Timer(3.0, lambda: interrupted.send_signal(signal.SIGKILL))
        killer.start()
        interrupted.wait(60)
        killer.join()

    found = server.start(home, cache=neo4j_cache())

    assert run(found, "RETURN 1 AS one")[0]["one"] == 1
    assert server.stop(home)

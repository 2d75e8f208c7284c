"""The lock file is read as it is written, and nothing odd gets through."""

import re

import pytest

from graphbuilder.errors import ServerError
from graphbuilder.server.lock import Jar, format_lock, load_lock, parse_lock

NEO4J = Jar(group="org.neo4j", artifact="neo4j", version="5.1.0", sha256="a" * 64, size=10)
BROWSER = Jar(group="org.neo4j.client", artifact="neo4j-browser", version="5.2.0", sha256="b" * 64, size=20)
NATIVE = Jar(
    group="io.netty", artifact="netty-epoll", version="4.1", classifier="linux-x86_64", sha256="c" * 64, size=30
)


def test_what_is_written_is_read_back_in_order_of_coordinates() -> None:
    text = format_lock([BROWSER, NEO4J, NATIVE])

    lock = parse_lock(text)

    assert lock.jars == (NATIVE, NEO4J)
    assert lock.browser == BROWSER
    assert lock.version == "5.1.0"
    assert lock.all == (NATIVE, NEO4J, BROWSER)
    assert format_lock([NATIVE, NEO4J, BROWSER]) == text


def test_a_classifier_is_part_of_the_path() -> None:
    assert NATIVE.path == "io/netty/netty-epoll/4.1/netty-epoll-4.1-linux-x86_64.jar"
    assert NEO4J.path == "org/neo4j/neo4j/5.1.0/neo4j-5.1.0.jar"


def test_the_shipped_lock_names_each_file_once_with_its_hash() -> None:
    lock = load_lock()

    assert lock.version == "5.26.18"
    assert lock.browser.version == "5.15.0"
    assert len(lock.all) == 218
    assert len({jar.filename for jar in lock.all}) == 218
    assert all(re.fullmatch(r"[0-9a-f]{64}", jar.sha256) and jar.size > 0 for jar in lock.all)


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        f"{'a' * 63} 10 g:a:1",
        f"{'A' * 64} 10 g:a:1",
        f"{'a' * 64} ten g:a:1",
        f"{'a' * 64} 10 g:a",
        f"{'a' * 64} 10 g:a:1:c:d",
        f"{'a' * 64} 10 g:../../evil:1",
        f"{'a' * 64} 10 g:a\\b:1",
    ],
)
def test_a_line_of_another_form_is_refused(line: str) -> None:
    with pytest.raises(ServerError, match="cannot be read; install graphbuilder again"):
        parse_lock(format_lock([NEO4J, BROWSER]) + line + "\n")


@pytest.mark.parametrize("jars", [[NEO4J], [BROWSER], [NEO4J, BROWSER, BROWSER]], ids=["server", "browser", "twice"])
def test_server_and_browser_must_both_be_there(jars: list[Jar]) -> None:
    with pytest.raises(ServerError, match="must name Neo4j and its Browser once"):
        parse_lock(format_lock(jars))

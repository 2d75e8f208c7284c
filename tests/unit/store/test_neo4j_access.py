import pytest
from neo4j.exceptions import Neo4jError, ServiceUnavailable, SessionExpired

from graphbuilder.errors import QueryError, StoreAccessError, StoreError, StoreUnavailableError
from graphbuilder.store.neo4j_access import _check_version, in_plain_words, open_driver


def _server_error(code: str) -> Neo4jError:
    return Neo4jError._hydrate_neo4j(code=code, message="the server's own words")


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (_server_error("Neo.ClientError.Security.Unauthorized"), StoreAccessError, "password is wrong"),
        (_server_error("Neo.ClientError.Security.Forbidden"), StoreAccessError, "this user may not do that"),
        (_server_error("Neo.ClientError.Security.CredentialsExpired"), StoreAccessError, "must be changed"),
        (_server_error("Neo.ClientError.Security.AuthenticationRateLimit"), StoreAccessError, "too many wrong"),
        (_server_error("Neo.ClientError.Database.DatabaseNotFound"), StoreAccessError, "no such database"),
        (_server_error("Neo.ClientError.General.WriteOnReadOnlyAccessDatabase"), StoreAccessError, "read-only"),
        (_server_error("Neo.DatabaseError.General.UnknownError"), StoreError, "refused: the server's own words"),
        (ServiceUnavailable("no\nroute"), StoreUnavailableError, r"nothing answers there; .* \(no\)"),
        (SessionExpired("gone"), StoreUnavailableError, "the connection failed: gone"),
    ],
)
def test_each_refusal_has_its_words(error: Exception, kind: type[StoreError], words: str) -> None:
    with pytest.raises(StoreError, match=f"^bolt://x.*{words}") as caught, in_plain_words("bolt://x", "db"):
        raise error
    assert type(caught.value) is kind


@pytest.mark.parametrize(
    ("code", "message", "found"),
    [
        (
            "Neo.DatabaseError.Schema.ConstraintCreationFailed",
            (
                "Unable to create Constraint( name='Event_id' ):\nBoth Node(0) and Node(1) have the label `Event` and "
                "property `id` = 'evt-1'. Note that only the first found violation is shown."
            ),
            "Both Node(0) and Node(1) have the label `Event` and property `id` = 'evt-1'",
        ),
        (
            "Neo.ClientError.Schema.IndexAlreadyExists",
            "There already exists an index (:Event {id}). A constraint cannot be created until it has been dropped.",
            "There already exists an index (:Event {id})",
        ),
        (
            "Neo.ClientError.Schema.IndexWithNameAlreadyExists",
            "There already exists an index called 'Event_id'.",
            "There already exists an index called 'Event_id'",
        ),
    ],
)
def test_what_others_hold_in_the_way_is_told_in_one_sentence(code: str, message: str, found: str) -> None:
    error = Neo4jError._hydrate_neo4j(code=code, message=message)

    with pytest.raises(StoreError) as caught, in_plain_words("bolt://x"):
        raise error
    assert str(caught.value) == (
        f"bolt://x: ids cannot be kept unique beside what others hold there; give the graph a database of its own ({found})"
    )


def test_our_own_errors_and_others_pass() -> None:
    with pytest.raises(QueryError, match="mine"), in_plain_words("bolt://x"):
        raise QueryError("mine")
    with pytest.raises(ValueError, match="theirs"), in_plain_words("bolt://x"):
        raise ValueError("theirs")


@pytest.mark.parametrize("agent", ["Neo4j/5.26.0", "Neo4j/5.27.0-aura", "Neo4j/2025.10.1"])
def test_a_server_new_enough_is_taken(agent: str) -> None:
    _check_version(agent, "bolt://x")


@pytest.mark.parametrize(
    ("agent", "words"),
    [("Neo4j/5.25.1", "too old; Neo4j 5.26"), ("Neo4j/4.4.0", "too old"), ("Other/9.9", "not Neo4j")],
)
def test_an_old_or_other_server_is_refused(agent: str, words: str) -> None:
    with pytest.raises(StoreError, match=words):
        _check_version(agent, "bolt://x")


@pytest.mark.parametrize(
    "uri",
    [
        "http://127.0.0.1:7474",
        "https://127.0.0.1",
        "bolt+x://127.0.0.1",
        "nonsense",
        "bolt://127.0.0.1:port",
        "bolt://a\u202eb",
    ],
)
def test_what_is_no_address_is_told(uri: str) -> None:
    with pytest.raises(StoreError, match="not an address of a Neo4j server"):
        open_driver(uri, "neo4j", "x", None)


def test_a_path_in_an_address_is_refused_with_where_a_database_is_named() -> None:
    with pytest.raises(StoreError, match="leave out what follows the port; a database is named in NEO4J_DATABASE"):
        open_driver("bolt://127.0.0.1:7687/news", "neo4j", "x", None)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(StoreError, match="leave user and password out of the address") as caught:
        open_driver("bolt://anna:hush@127.0.0.1:7687", "", "", None)
    assert "hush" not in str(caught.value)

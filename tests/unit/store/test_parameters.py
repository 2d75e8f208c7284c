"""What a header may declare, and what a person may give: words of a vocabulary, days, numbers."""

import pytest

from graphbuilder.errors import QueryError, did_you_mean
from graphbuilder.graph.schema import NODE_PROPERTIES
from graphbuilder.ontology import EVENT_LABELS
from graphbuilder.store.parameters import VOCABULARIES, Parameter, convert, parse_parameter
from graphbuilder.store.queries import bind, list_queries, load_query


def test_vocabularies_are_those_of_the_graph_model() -> None:
    assert VOCABULARIES["status"] == NODE_PROPERTIES["Event"]["status"].values
    assert VOCABULARIES["label"] == NODE_PROPERTIES["Event"]["type"].values == EVENT_LABELS


def test_every_parameter_that_takes_a_few_words_says_so() -> None:
    types = {
        (parameter.name, parameter.type)
        for query in list_queries()
        for parameter in query.parameters
        if parameter.name in {"type", "status", "kind", "step", "lacks", "sentences"}
    }
    assert types == {
        ("type", "label"), ("status", "status"), ("kind", "kind"), ("step", "step"), ("lacks", "lack"),
        ("sentences", "answer"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("question", "given", "words"),
    [
        ("timeline", {"type": "Foo"}, r"^timeline: --type cannot be 'Foo'; it is one of Meeting, PhoneCall, .*Legislation$"),
        ("timeline", {"type": "Metting"}, r"'Metting'; did you mean Meeting\? it is one of Meeting, "),
        ("timeline", {"status": "nonsense"}, "one of actual, planned, cancelled, negated, hypothetical"),
        ("timeline", {"status": "canceled"}, r"did you mean cancelled\?"),
        ("most_active", {"kind": "Persons"}, r"did you mean Person\? it is one of Person, Organization, "),
        ("countries_over_time", {"country": "A", "other": "B", "step": "week"}, "one of month, quarter, year"),
        ("incomplete_events", {"lacks": "'}) DETACH DELETE n //"}, "cannot be \"'}[)] DETACH DELETE n //\"; it is one of"),
        ("neighbours", {"id": "x", "sentences": ""}, "cannot be ''; it is one of yes, no"),
    ],
)  # fmt: skip
def test_a_word_outside_the_vocabulary_is_refused_with_the_words_there_are(
    question: str, given: dict[str, object], words: str
) -> None:
    with pytest.raises(QueryError, match=words):
        bind(load_query(question), given)


@pytest.mark.parametrize("word", ["PhoneCall", "phonecall", "phone call", "PHONE-CALL", "phone_call"])
def test_a_word_counts_however_it_is_spelled(word: str) -> None:
    parameter = Parameter(name="type", type="label", description="one")
    assert convert("timeline", parameter, word) == "PhoneCall"


def test_a_default_must_be_one_of_the_words() -> None:
    assert parse_parameter("read/x", '$step (step, default "year"): how long').default == "year"
    with pytest.raises(QueryError, match=r"the default of \$step is none of month, quarter, year"):
        parse_parameter("read/x", '$step (step, default "week"): how long')


def test_only_a_near_word_is_suggested() -> None:
    assert did_you_mean("Ellection", EVENT_LABELS) == " did you mean Election?"
    assert did_you_mean("zzz", EVENT_LABELS) == ""


@pytest.mark.parametrize(
    ("name", "usage"), [("person", "--person NAME"), ("event", "--event ID"), ("day", "--day YYYY-MM-DD")]
)
def test_a_parameter_is_spelled_as_the_command_line_takes_it(name: str, usage: str) -> None:
    assert Parameter(name=name, type="text", description="x", required=True).usage == usage

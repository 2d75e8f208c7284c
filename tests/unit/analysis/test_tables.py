import pytest

from graphbuilder.analysis.tables import Table

TABLE = Table(name="x", title="X", columns=("name", "id", "score", "other_id"), rows=(("A", "a", 1.5, "b"),), note="n")


def test_to_rows_names_every_cell() -> None:
    assert TABLE.to_rows() == [{"name": "A", "id": "a", "score": 1.5, "other_id": "b"}]


def test_readable_leaves_out_ids_and_nothing_else() -> None:
    assert TABLE.readable() == Table(name="x", title="X", columns=("name", "score"), rows=(("A", 1.5),), note="n")


def test_a_row_of_the_wrong_length_is_an_error() -> None:
    with pytest.raises(ValueError, match="zip"):
        Table(name="x", title="X", columns=("a", "b"), rows=((1,),)).to_rows()

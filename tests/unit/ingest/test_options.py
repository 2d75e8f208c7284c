import pytest

from graphbuilder.errors import SettingsError
from graphbuilder.ingest import FieldMapping, IngestOptions


def test_the_defaults_name_the_fields_of_the_model() -> None:
    assert IngestOptions() == IngestOptions(
        fields=FieldMapping(text="text", title="title", date="date"), max_bytes=20_000_000
    )


@pytest.mark.parametrize("encoding", ["klingon", "hex"])
def test_an_unknown_encoding_is_refused_at_once(encoding: str) -> None:
    with pytest.raises(SettingsError, match=f"'{encoding}' is not a text encoding"):
        IngestOptions(encoding=encoding)


def test_a_limit_of_nothing_is_refused() -> None:
    with pytest.raises(SettingsError, match="max_bytes must be positive"):
        IngestOptions(max_bytes=0)

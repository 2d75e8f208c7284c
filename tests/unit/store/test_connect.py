from pathlib import Path

import pytest

from graphbuilder.errors import StoreError
from graphbuilder.store.connect import open_store
from graphbuilder.store.jsonl_store import JsonlStore


@pytest.mark.parametrize("prefix", ["file:", "file://"])
def test_a_file_is_a_file(tmp_path: Path, prefix: str) -> None:
    store = open_store(f"{prefix}{tmp_path}/graph.jsonl")

    assert isinstance(store, JsonlStore)
    assert store.name == f"file:{tmp_path}/graph.jsonl"


@pytest.mark.parametrize("target", ["graph.jsonl", "local", "http://127.0.0.1:7474", "", "file:", "C:\\graph.jsonl"])
def test_what_names_no_store_is_told_how_to_write_it(target: str) -> None:
    with pytest.raises(StoreError, match=r"file:graph\.jsonl"):
        open_store(target)

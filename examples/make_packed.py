"""Pack the readable sources of `packed/` into the compressed files of `news/`.

For whoever edits those reports: run `python examples/make_packed.py` afterwards. Equal sources give equal bytes (a gzip
member carries no time and no name). It must not change the texts.
"""

import gzip
import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

HERE = Path(__file__).parent
GZIPPED = ("transit-agreement.txt", "whitcomb-trip.jsonl")
COLUMNS = "archive.jsonl"


def gzip_bytes(source: Path) -> bytes:
    """Return the content of `source` as one gzip member without time and name."""
    return gzip.compress(source.read_bytes(), mtime=0)


def table(source: Path) -> pa.Table:
    """Return the rows of a JSON Lines file as a table: `date` is a day, all other columns are strings."""
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    return pa.Table.from_pylist([row | {"date": date.fromisoformat(row["date"])} for row in rows])


def main() -> None:
    """Write the three files of `news/` that are made from `packed/`."""
    for name in GZIPPED:
        (HERE / "news" / f"{name}.gz").write_bytes(gzip_bytes(HERE / "packed" / name))
    pq.write_table(table(HERE / "packed" / COLUMNS), HERE / "news" / "archive.parquet", compression="zstd")


if __name__ == "__main__":
    main()

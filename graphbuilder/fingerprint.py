"""Which rules made something: a hash over rooms of the package, so that what other rules made is known and made anew."""

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

from graphbuilder import __version__

SUFFIXES = frozenset({".py", ".toml", ".tsv", ".gz"})


@cache
def rules_version(*rooms: str) -> str:
    """Return the package's version and 8 hex digits over all files of these rooms: "0.1.0+1f0c93ab"."""
    package = Path(str(files("graphbuilder")))
    hashed = blake2b(digest_size=4)
    for room in rooms:
        for path in sorted((package / room).rglob("*")):
            if path.suffix in SUFFIXES:
                hashed.update(path.relative_to(package).as_posix().encode())
                hashed.update(path.read_bytes())
    return f"{__version__}+{hashed.hexdigest()}"

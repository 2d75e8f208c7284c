"""The version of the rules: a hash over this room's code and the package's data, so that an annotation says what made it."""

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

from graphbuilder import __version__


@cache
def rules_version() -> str:
    """Return the package's version and 8 hex digits over its rules: "0.1.0+1f0c93ab"."""
    package = Path(str(files("graphbuilder")))
    hashed = blake2b(digest_size=4)
    for folder in ("nlp", "data"):
        for path in sorted((package / folder).rglob("*")):
            if path.suffix in {".py", ".toml", ".tsv", ".gz"}:
                hashed.update(path.relative_to(package).as_posix().encode())
                hashed.update(path.read_bytes())
    return f"{__version__}+{hashed.hexdigest()}"

"""Keeps what spaCy made of a text between runs: a parse costs ten times what our rooms cost on top of it.

Only where the variable GRAPHBUILDER_PARSES names a folder; without it every run parses anew. Never used for timing.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, Final, cast

from spacy.language import Language
from spacy.tokens import Doc

from graphbuilder.nlp.language import load_language, model_name

FOLDER_VARIABLE: Final = "GRAPHBUILDER_PARSES"


class KeptParses:
    """Stands in for a `Language`: `pipe` reads what is kept, parses the rest, and keeps it."""

    def __init__(self, nlp: Language, folder: Path) -> None:
        self._nlp = nlp
        self._folder = folder / model_name(nlp).replace(" ", "-")
        self._folder.mkdir(parents=True, exist_ok=True)
        self.meta: dict[str, Any] = nlp.meta
        self.max_length = nlp.max_length
        self.vocab = nlp.vocab

    def pipe(self, texts: Iterable[str], batch_size: int | None = None) -> Iterator[Doc]:
        """Yield one parsed document per text, in order."""
        del batch_size
        return map(self, texts)

    def __call__(self, text: str) -> Doc:
        """Return the parse of one text."""
        path = self._folder / hashlib.sha256(text.encode()).hexdigest()
        if path.is_file():
            return Doc(self.vocab).from_bytes(path.read_bytes())
        doc = self._nlp(text)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_bytes(doc.to_bytes())
        part.replace(path)
        return doc

    @staticmethod
    def memory_zone() -> AbstractContextManager[None]:
        """Return a context that lets nothing go."""
        return nullcontext()


def parser() -> Language:
    """Return the language model, or the stand-in that keeps its parses."""
    nlp, folder = load_language(), os.environ.get(FOLDER_VARIABLE)
    return cast("Language", KeptParses(nlp, Path(folder))) if folder else nlp

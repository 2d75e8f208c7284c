"""Annotator: documents in, annotations out. The order of the components of this room, and nothing else."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Self

from msgspec.structs import replace
from spacy.language import Language
from spacy.tokens import Doc, Span

from graphbuilder.fingerprint import rules_version
from graphbuilder.nlp.language import load_language, model_name
from graphbuilder.nlp.topics import document_topics, find_topics
from graphbuilder.nlp.what.certainty import Curve
from graphbuilder.nlp.what.coder import find_events
from graphbuilder.nlp.what.plover import Convention
from graphbuilder.nlp.when.times import find_times
from graphbuilder.nlp.who.layer import find_entities
from graphbuilder.nlp.who.terms import date_positions
from graphbuilder.records.annotation import Annotation, Extractor, Sentence
from graphbuilder.records.document import Document

BATCH_SIZE = 16
"""Documents parsed together; 16 to 32 is fastest and 256 doubles the memory (docs/decisions)."""


class Annotator:
    """Holds the loaded language model; `annotate` may be called again and again.

    `convention` says whose rules derive the PLOVER type of an event; labels and statuses do not depend on it. `bare` also keeps
    events of which the text tells neither who took part nor where. `curve` makes the confidence of an event of its score; None
    takes the one shipped with the package.
    """

    def __init__(
        self,
        nlp: Language,
        *,
        convention: Convention = Convention.MANUAL,
        bare: bool = False,
        curve: Curve | None = None,
    ) -> None:
        self._nlp = nlp
        self._convention = convention
        self._bare = bare
        self._curve = curve
        self.extractor = Extractor(name="graphbuilder", version=rules_version("nlp", "data"), model=model_name(nlp))

    @classmethod
    def load(cls, model: str | None = None) -> Self:
        """Load the language model.

        Raises:
            ModelMissingError: No such model is installed.
        """
        return cls(load_language(model))

    @property
    def max_chars(self) -> int:
        """The longest text the parser takes, in characters."""
        return self._nlp.max_length

    def annotate(self, documents: Iterable[Document]) -> Iterator[Annotation]:
        """Yield one annotation per document, in order, holding one batch of parses at a time.

        The vocabulary grown by a batch is let go with it (spaCy's memory zone), so memory does not grow with the corpus.
        """
        stream = iter(documents)
        while batch := list(islice(stream, BATCH_SIZE)):
            with self._nlp.memory_zone():
                docs = self._nlp.pipe((document.text for document in batch), batch_size=BATCH_SIZE)
                annotations = [self._annotation(document, doc) for document, doc in zip(batch, docs, strict=True)]
            yield from annotations

    def _annotation(self, document: Document, doc: Doc) -> Annotation:
        layer = find_entities(doc, title=document.title, filed=document.filed, published=document.published)
        times = find_times(doc, published=document.published)
        sentence_topics = find_topics(doc)
        events = find_events(
            doc,
            layer,
            times,
            published=document.published,
            convention=self._convention,
            bare=self._bare,
            curve=self._curve,
        )
        return Annotation(
            document_id=document.id,
            extractor=self.extractor,
            sentences=tuple(_sentence(index, span) for index, span in enumerate(doc.sents)),
            mentions=layer.mentions,
            entities=layer.entities,
            positions=date_positions(doc, layer.positions, layer.mentions, times, published=document.published),
            times=times,
            events=tuple(replace(event, topics=sentence_topics[event.sentence]) for event in events),
            topics=document_topics(sentence_topics),
        )


def _sentence(index: int, span: Span) -> Sentence:
    """Return the sentence without the blank lines around it."""
    text = span.text
    start = span.start_char + len(text) - len(text.lstrip())
    return Sentence(index=index, start_char=start, end_char=start + len(text.strip()))

"""Topics: which of PLOVER's 37 contexts a sentence, a clause or a document is about.

A look-up of lemmas and short phrases in data/topics.toml; no statistics. Says what is talked about, never that it happened.
An office, a body or a building named in passing sets no topic (passing.py).
"""

import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from spacy.tokens import Doc, Token

from graphbuilder.errors import OntologyError
from graphbuilder.nlp.passing import in_passing
from graphbuilder.ontology import load_ontology

_LONGEST_PHRASE: Final = 4
_DOCUMENT_SHARE: Final = 0.1
"""A topic of a document is one of at least this share of its sentences, two sentences where it has twenty or more."""

_CONTENT: Final = frozenset(("NOUN", "PROPN", "ADJ", "VERB", "X"))


@cache
def topic_words() -> Mapping[str, tuple[str, ...]]:
    """Return the lexicon: lemma or phrase to topic keys, in the order of the ontology.

    Raises:
        OntologyError: The keys of data/topics.toml are not exactly the topics of the ontology.
    """
    raw = tomllib.loads((files("graphbuilder") / "data" / "topics.toml").read_text(encoding="utf-8"))["topics"]
    known = load_ontology().topics
    if set(raw) != set(known):
        odd = ", ".join(sorted(set(raw) ^ set(known)))
        raise OntologyError(f"data/topics.toml: topics differ from the ontology: {odd}")
    words: dict[str, tuple[str, ...]] = {}
    for topic in known:
        for word in raw[topic]:
            words[word] = (*words.get(word, ()), topic) if topic not in words.get(word, ()) else words[word]
    return words


@cache
def _phrase_starts() -> frozenset[str]:
    return frozenset(phrase.split(" ", 1)[0] for phrase in topic_words() if " " in phrase)


def topics_of_span(doc: Doc, start_token: int, end_token: int) -> tuple[str, ...]:
    """Return the topics of the tokens `start_token` to `end_token` (half-open), most mentioned first.

    A phrase wins over the words inside it: "drug cartel" is what it is, and its words are not counted again.
    """
    words, starts = topic_words(), _phrase_starts()
    counts: Counter[str] = Counter()
    index = start_token
    while index < end_token:
        token = doc[index]
        longest = _LONGEST_PHRASE if token.lower_ in starts or token.lemma_.lower() in starts else 1
        for length in range(min(longest, end_token - index), 0, -1):
            topics = _topics_at(doc, index, length, words)
            if topics:
                if not in_passing(doc, index, index + length):
                    counts.update(topics)
                index += length
                break
        else:
            index += 1
    order = {topic: place for place, topic in enumerate(load_ontology().topics)}
    return tuple(sorted(counts, key=lambda topic: (-counts[topic], order[topic])))


def find_topics(doc: Doc) -> tuple[tuple[str, ...], ...]:
    """Return the topics of each sentence of `doc`, in document order; an empty tuple where it has none."""
    return tuple(topics_of_span(doc, sentence.start, sentence.end) for sentence in doc.sents)


def document_topics(per_sentence: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """Return the topics of a document from those of its sentences, most frequent first.

    Args:
        per_sentence: What `find_topics` returned.
    """
    counts = Counter(topic for topics in per_sentence for topic in topics)
    least = max(1, round(_DOCUMENT_SHARE * len(per_sentence)))
    order = {topic: place for place, topic in enumerate(load_ontology().topics)}
    kept = (topic for topic in counts if counts[topic] >= least)
    return tuple(sorted(kept, key=lambda topic: (-counts[topic], order[topic])))


def _topics_at(doc: Doc, index: int, length: int, words: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if length == 1:
        token = doc[index]
        return words.get(_lemma(token), ()) if token.pos_ in _CONTENT else ()
    tokens = [doc[index + offset] for offset in range(length)]
    written = [token.lower_ for token in tokens]
    forms = (written, [*written[:-1], _lemma(tokens[-1])], [_lemma(token) for token in tokens])
    return next((topics for form in forms if (topics := words.get(" ".join(form)))), ())


def _lemma(token: Token) -> str:
    """Return the lemma in lower case; a name keeps its surface ("Islamic State", "NATO")."""
    return token.lower_ if token.pos_ == "PROPN" and token.tag_ != "NNPS" else token.lemma_.lower()

"""The invariants of the graph model (graph-model.md), looked for in a whole graph: what a graph that is right never shows.

It reads elements and reports; it mends nothing.
"""

from collections.abc import Iterable, Iterator

from graphbuilder.errors import SchemaError
from graphbuilder.graph.elements import Element, Node, Relationship
from graphbuilder.graph.schema import check_element


def find_faults(elements: Iterable[Element], topics: Iterable[str] = ()) -> Iterator[str]:
    """Yield one sentence for each breach of an invariant.

    Each element is of the graph model; each relationship has both ends; each sentence lies in a document; the words of a
    mention are those at its offsets; each event and each participant is mentioned in a sentence; each of `topics` is there.

    Args:
        elements: The whole graph, nodes first. Labels, sentences and evidence are held in memory, not all properties.
        topics: Ids of the nodes that every graph has which holds anything.
    """
    labels: dict[str, tuple[str, ...]] = {}
    sentences: dict[str, tuple[int, str]] = {}
    filed: set[str] = set()
    mentioned: set[str] = set()
    participants: dict[str, str] = {}
    for element in elements:
        try:
            check_element(element)
        except SchemaError as error:
            yield str(error)
        if isinstance(element, Node):
            labels[element.id] = element.labels
            if "Sentence" in element.labels:
                sentences[element.id] = int(str(element.properties["start_char"])), str(element.properties["text"])
            continue
        yield from _ends(element, labels)
        if element.type == "IN_DOCUMENT":
            filed.add(element.start_id)
        elif element.type == "MENTIONS":
            mentioned.add(element.end_id)
            yield from _words(element, sentences)
        elif element.type == "PARTICIPATED_IN":
            participants.setdefault(element.start_id, element.id)
    yield from (f"{one}, which every graph has, is not there" for one in sorted({*topics} - labels.keys()) if labels)
    yield from (f"{one} lies in no document" for one in sorted(sentences.keys() - filed))
    events = {node_id for node_id, names in labels.items() if "Event" in names}
    yield from (f"{one} rests on no sentence" for one in sorted(events - mentioned))
    yield from (
        f"{one} takes part in an event ({participants[one]}) but stands in no sentence"
        for one in sorted(participants.keys() - mentioned)
    )


def _ends(relationship: Relationship, labels: dict[str, tuple[str, ...]]) -> Iterator[str]:
    for node_id, expected in (
        (relationship.start_id, relationship.start_labels),
        (relationship.end_id, relationship.end_labels),
    ):
        if node_id not in labels:
            yield f"{relationship.id} leads to {node_id}, which is not there"
        elif labels[node_id] != expected:
            yield f"{relationship.id} takes {node_id} for {':'.join(expected)}; it is {':'.join(labels[node_id])}"


def _words(mention: Relationship, sentences: dict[str, tuple[int, str]]) -> Iterator[str]:
    if mention.start_id not in sentences:
        return
    first, text = sentences[mention.start_id]
    begin, end = (int(str(mention.properties[name])) - first for name in ("start_char", "end_char"))
    if text[begin:end] != mention.properties["text"]:
        yield f"{mention.id}: its sentence says {text[begin:end]!r} there, not {mention.properties['text']!r}"

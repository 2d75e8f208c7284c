"""bytes -> Document: readers, article body, publication date, clean text, duplicates."""

from graphbuilder.ingest.duplicates import (
    Duplicate,
    NearDuplicates,
    Signed,
    find_duplicates,
    group_duplicates,
    signature,
    similarity,
)
from graphbuilder.ingest.inputs import Input, find_inputs
from graphbuilder.ingest.options import FieldMapping, IngestOptions, Skipped
from graphbuilder.ingest.reading import read_documents

__all__ = [
    "Duplicate",
    "FieldMapping",
    "IngestOptions",
    "Input",
    "NearDuplicates",
    "Signed",
    "Skipped",
    "find_duplicates",
    "find_inputs",
    "group_duplicates",
    "read_documents",
    "signature",
    "similarity",
]

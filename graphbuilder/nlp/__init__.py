"""Document -> Annotation. The only room that imports spaCy; a spaCy `Doc` never leaves it."""

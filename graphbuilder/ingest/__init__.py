"""bytes -> Document: readers, article body, publication date, clean text, duplicates."""

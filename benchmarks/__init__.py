"""Measurements run by hand and in CI: quality against annotated texts, speed against bare libraries."""

"""Mentions become entities and events, within and across documents. Pure Python, pure functions of their input."""

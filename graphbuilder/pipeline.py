"""The order of the rooms; the only module that knows it."""

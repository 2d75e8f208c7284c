"""The log of what was read and found; the graph is derived from it (SQLite, WAL)."""

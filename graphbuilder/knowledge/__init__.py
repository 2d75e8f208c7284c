"""Files of people and offices that somebody already has become facts here. Reads and compares; decides nothing."""

from graphbuilder.knowledge.reading import Source, open_source

__all__ = ["Source", "open_source"]

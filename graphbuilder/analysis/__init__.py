"""PropertyGraph -> tables. The only room that imports networkx, which is slow to load: import this room where it is used."""

from graphbuilder.analysis.catalogue import ANALYSES, Options, analyze
from graphbuilder.analysis.selection import Selection
from graphbuilder.analysis.tables import Table

__all__ = ["ANALYSES", "Options", "Selection", "Table", "analyze"]

"""PropertyGraph -> tables. The only room that imports networkx, which is slow to load: import this room where it is used."""

from graphbuilder.analysis.catalogue import ANALYSES, STANDARD, Analysis, analyze
from graphbuilder.analysis.selection import Selection
from graphbuilder.analysis.tables import Table
from graphbuilder.analysis.view import Options, View

__all__ = ["ANALYSES", "STANDARD", "Analysis", "Options", "Selection", "Table", "View", "analyze"]

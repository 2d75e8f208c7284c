"""Graph -> one HTML file that a person reads without us. It measures nothing itself and draws nothing that needs a network.

It reads what `analysis` computes and the elements of the graph; it never sees a store.
"""

from graphbuilder.report.content import Options
from graphbuilder.report.page import make_report

__all__ = ["Options", "make_report"]

"""Participations and networks -> files for other tools. Nothing is measured here."""

from graphbuilder.analysis.export.catalogue import NETWORKS, TABLES, WHOLE, export_network, export_table
from graphbuilder.analysis.export.files import ExportSummary

__all__ = ["NETWORKS", "TABLES", "WHOLE", "ExportSummary", "export_network", "export_table"]

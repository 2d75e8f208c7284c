"""The command line: one module per command group; the only room that prints."""

from graphbuilder.cli.app import main

__all__ = ["main"]

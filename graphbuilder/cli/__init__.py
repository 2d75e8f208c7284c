"""The command line: one module per command group; the only room that prints."""


def main() -> None:
    """Run the command line."""

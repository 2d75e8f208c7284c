"""A private local Neo4j: provision, start, stop, Browser assets. Does not import the driver."""

from graphbuilder.server.browser import open_browser
from graphbuilder.server.local import Connection, ServerStatus, connection, default_home, start, status, stop

__all__ = [
    "Connection",
    "ServerStatus",
    "connection",
    "default_home",
    "open_browser",
    "start",
    "status",
    "stop",
]

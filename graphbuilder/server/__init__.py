"""A private local Neo4j: provision, start, stop, Browser assets. Does not import the driver."""

from graphbuilder.server.browser import open_browser
from graphbuilder.server.local import Connection, ServerStatus, connection, default_home, start, status, stop
from graphbuilder.server.picture import render_picture
from graphbuilder.server.portable import write_assets

__all__ = [
    "Connection",
    "ServerStatus",
    "connection",
    "default_home",
    "open_browser",
    "render_picture",
    "start",
    "status",
    "stop",
    "write_assets",
]

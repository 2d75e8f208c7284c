"""Political events in news, as a graph whose every edge reaches its sentence."""

__version__ = "0.1.0"

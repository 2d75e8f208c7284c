"""How fast the standard set of analyses is on a graph of a hundred thousand events."""

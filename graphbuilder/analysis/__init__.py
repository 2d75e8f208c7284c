"""PropertyGraph -> tables. The only room that imports networkx."""

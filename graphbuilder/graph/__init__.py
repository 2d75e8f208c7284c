"""Records become a property graph here: elements, the declared schema, assembly, checks. Pure Python."""

"""A private local Neo4j: provision, start, stop, Browser assets. Does not import the driver."""

"""Stores: a property graph in Neo4j or in a JSONL file, behind one protocol. The only room that imports the driver."""

"""Who is in a document: people, organisations, places and groups, their positions, and which mentions are the same.

`layer.find_entities` is the door. Nothing here decides across documents, and nothing here reads dates or events.
"""

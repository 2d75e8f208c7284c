// Who holds which position
// People, their positions and what these belong to, as far as the documents say; a higher LIMIT shows more.
// Returns paths to draw.
MATCH path = (person:Person)-[:HOLDS]->(position:Position)
WITH path, person, position ORDER BY person.mention_count DESC, person.id, position.id LIMIT 10
OPTIONAL MATCH body = (position)-[:OF]->(entity:Entity)
RETURN path, body

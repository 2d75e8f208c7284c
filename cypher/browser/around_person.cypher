// Everything around a person
// Positions, events, who else was in them and where. Put a name between the quotes, or leave it for the most mentioned person.
// Returns paths to draw.
WITH '' AS name
MATCH (person:Person)
WHERE name = '' OR person.name = name OR name IN person.aliases
WITH person ORDER BY person.mention_count DESC, person.id LIMIT 1
MATCH path = (person)-[:PARTICIPATED_IN|HOLDS|AFFILIATED_WITH]->(thing)
WITH path, thing ORDER BY thing:Event, thing.mention_count DESC, thing.id LIMIT 10
OPTIONAL MATCH around = (thing)-[:PARTICIPATED_IN|LOCATED_IN|DESTINATION|ORIGIN|OF]-(other:Entity)
RETURN path, around

// Itinerary of a person
// Where somebody went or means to go, and whom they met there. Put a name between the quotes, or leave it for the one who
// travelled most. Returns paths to draw.
WITH '' AS name
MATCH (person:Person)-[:PARTICIPATED_IN]->(trip:Trip)
WHERE name = '' OR person.name = name OR name IN person.aliases
WITH person, count(DISTINCT trip) AS trips ORDER BY trips DESC, person.mention_count DESC, person.id LIMIT 1
MATCH path = (person)-[:PARTICIPATED_IN]->(event:Trip|Meeting|Negotiation|Summit)
WHERE event.status IN ['actual', 'planned']
WITH path, event ORDER BY event.start, event.id LIMIT 8
OPTIONAL MATCH around = (event)-[:PARTICIPATED_IN|LOCATED_IN|DESTINATION|ORIGIN|PART_OF]-(other:Entity|Event)
RETURN path, around

// Promises and their content
// Who promised, threatened, demanded or denied what; the inner event has a status of its own; a higher LIMIT shows
// more. Returns paths to draw.
MATCH path = (entity:Entity)-[:PARTICIPATED_IN]->(said:Event)-[:CONTENT]->(content:Event)
WITH path, said ORDER BY said.source_count DESC, said.mention_count DESC, said.id LIMIT 8
RETURN path

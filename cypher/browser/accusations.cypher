// Who accused, threatened or attacked whom
// Words and deeds of conflict with those on both sides, the best attested first; a higher LIMIT shows more.
// Returns paths to draw.
MATCH (event:Event)
WHERE event.type IN ['Accusation', 'Threat', 'Rejection', 'Sanction', 'Assault', 'Arrest'] AND event.status = 'actual'
WITH event ORDER BY event.source_count DESC, event.mention_count DESC, event.id LIMIT 10
MATCH path = (entity:Entity)-[:PARTICIPATED_IN]->(event)
RETURN path

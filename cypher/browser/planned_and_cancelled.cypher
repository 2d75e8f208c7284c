// Planned or called off
// What was to happen, and what was to and did not, with those who were to come, the last first;
// a higher LIMIT shows more. Returns paths to draw.
MATCH (event:Meeting|PhoneCall|Negotiation|Summit|Trip)
WHERE event.status IN ['planned', 'cancelled']
WITH event ORDER BY event.start DESC, event.id LIMIT 8
MATCH path = (entity:Entity)-[:PARTICIPATED_IN]->(event)
RETURN path

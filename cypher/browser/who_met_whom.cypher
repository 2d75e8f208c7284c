// Who met whom
// Meetings, calls, talks and summits that took place, with everybody who took part. Returns paths to draw.
MATCH (event:Meeting|PhoneCall|Negotiation|Summit {status: 'actual'})
WITH event ORDER BY event.source_count DESC, event.mention_count DESC, event.id LIMIT 60
MATCH path = (entity:Entity)-[:PARTICIPATED_IN]->(event)
RETURN path

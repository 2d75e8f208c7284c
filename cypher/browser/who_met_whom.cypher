// Who met whom
// The best attested meetings, calls, talks and summits that took place, with everybody who took part; a higher LIMIT shows more.
// Returns paths to draw.
MATCH (event:Meeting|PhoneCall|Negotiation|Summit {status: 'actual'})
WITH event ORDER BY event.source_count DESC, event.mention_count DESC, event.id LIMIT 8
MATCH path = (entity:Entity)-[:PARTICIPATED_IN]->(event)
RETURN path

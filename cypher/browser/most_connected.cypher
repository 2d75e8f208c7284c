// Who is in most events
// The six people, organisations and countries that took part in most, and the events that join them: few enough to read their
// captions; higher LIMITs show more. Returns paths to draw.
MATCH (entity:Person|Organization|Group|Country)-[:PARTICIPATED_IN]->(event:Event)
WITH entity, count(DISTINCT event) AS events ORDER BY events DESC, entity.id LIMIT 6
WITH collect(entity) AS top
UNWIND top AS entity
MATCH (entity)-[:PARTICIPATED_IN]->(event:Event)
WITH top, event, count(DISTINCT entity) AS shared ORDER BY shared DESC, event.mention_count DESC, event.id LIMIT 8
MATCH path = (entity)-[:PARTICIPATED_IN]->(event)
WHERE entity IN top
RETURN path

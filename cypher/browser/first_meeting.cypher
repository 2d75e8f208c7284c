// The first meeting
// The earliest meeting that took place, with those who met and where. Returns paths to draw.
MATCH (event:Event {type: 'Meeting'})
WHERE event.status = 'actual' AND event.start IS NOT NULL
WITH event ORDER BY event.start, event.id LIMIT 1
MATCH path = (entity:Entity)-[:PARTICIPATED_IN]->(event)
OPTIONAL MATCH place = (event)-[:LOCATED_IN]->(:Place)
RETURN path, place

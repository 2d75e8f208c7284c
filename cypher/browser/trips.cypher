// Trips and what happened on them
// Who travelled where, and the meetings and statements that were part of it; a higher LIMIT shows more. Returns paths
// to draw.
MATCH (trip:Event {type: 'Trip'})
WHERE trip.status = 'actual'
WITH trip ORDER BY trip.source_count DESC, trip.mention_count DESC, trip.id LIMIT 5
MATCH path = (trip)-[:PARTICIPATED_IN|DESTINATION|ORIGIN|PART_OF]-(near)
OPTIONAL MATCH further = (near)<-[:PARTICIPATED_IN]-(:Entity)
WHERE near:Event
RETURN path, further

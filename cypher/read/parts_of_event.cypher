// Inside a summit or trip
// The events that are part of one, down to four levels, with who took part.
// $event (text, required): the id of an event
// $limit (count, default 1000): rows at most
// returns: level, start, type, status, name, how, people, event (its id)
MATCH path = (whole:Event {id: $event})<-[:PART_OF*1..4]-(e:Event)
WITH e, min(length(path)) AS level, collect(relationships(path)[-1].how)[0] AS how
ORDER BY level, e.start, e.id LIMIT $limit
RETURN level, e.start AS start, e.type AS type, e.status AS status, e.name AS name, how,
  COLLECT { MATCH (p:Entity)-[:PARTICIPATED_IN]->(e) RETURN DISTINCT p.name AS name ORDER BY name } AS people,
  e.id AS event
ORDER BY level, start, event

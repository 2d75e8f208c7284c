// Events without a place
// Events that took place nowhere that a text names, by kind: meetings by default, which must have been somewhere.
// $type (label, default "Meeting"): one event label
// $status (status, default "actual"): actual, planned, cancelled, negated, hypothetical
// $limit (count, default 1000): rows at most
// returns: start, type, name, people, sources (how many), event (its id)
MATCH (e:Event)
WHERE e.type = $type AND e.status = $status AND NOT EXISTS { (e)-[:LOCATED_IN|DESTINATION]->() }
WITH e ORDER BY e.source_count DESC, e.id LIMIT $limit
RETURN e.start AS start, e.type AS type, e.name AS name,
  COLLECT { MATCH (p:Entity)-[:PARTICIPATED_IN]->(e) RETURN DISTINCT p.name AS name ORDER BY name } AS people,
  e.source_count AS sources, e.id AS event
ORDER BY sources DESC, event

// Everything between two
// All events in which two people, organisations or countries both took part, with the role of each, in order of time.
// $person (text, required): a name or another spelling, whole words, or an id
// $other (text, required): the same, for the other side
// $status (status, default null): actual, planned, cancelled, negated, hypothetical; null for all
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: start, end, type, status, name, role, other_role, places, event (its id)
CALL () {
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace($person, '\\', ' '), '"', ' ') + '"') YIELD node
  RETURN node AS a
  UNION
  MATCH (a:Entity {id: $person})
  RETURN a
}
CALL (a) {
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace($other, '\\', ' '), '"', ' ') + '"') YIELD node
  RETURN node AS b
  UNION
  MATCH (b:Entity {id: $other})
  RETURN b
}
WITH a, b WHERE a <> b
MATCH (a)-[first:PARTICIPATED_IN]->(e:Event)<-[second:PARTICIPATED_IN]-(b)
WHERE ($status IS NULL OR e.status = $status)
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
WITH e, min(first.role) AS role, min(second.role) AS other_role ORDER BY e.start, e.end, e.id LIMIT $limit
RETURN e.start AS start, e.end AS end, e.type AS type, e.status AS status, e.name AS name, role, other_role,
  COLLECT { MATCH (e)-[:LOCATED_IN|DESTINATION]->(p:Place) RETURN DISTINCT p.name AS name ORDER BY name } AS places,
  e.id AS event
ORDER BY start, end, event

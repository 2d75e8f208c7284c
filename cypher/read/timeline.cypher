// Timeline
// All events, or those of one person, organisation or country, in order of time; those without a date come last.
// $person (text, default null): a name or another spelling, whole words, or an id; null for anybody
// $type (label, default null): one event label, such as Meeting; null for all
// $status (status, default null): actual, planned, cancelled, negated, hypothetical; null for all
// $place (text, default null): a place or one that it lies in; null for anywhere
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: start, end, precision, type, status, name, people, places, event (its id)
CALL () {
  WITH $place AS name WHERE name IS NOT NULL
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace(name, '\\', ' '), '"', ' ') + '"') YIELD node
  WITH node WHERE node:Place
  MATCH (place:Place)-[:WITHIN*0..4]->(node)
  RETURN collect(DISTINCT place) AS places
}
CALL (places) {
  WITH $person AS name WHERE name IS NOT NULL
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace(name, '\\', ' '), '"', ' ') + '"') YIELD node
  MATCH (node)-[:PARTICIPATED_IN]->(e:Event)
  RETURN e
  UNION
  MATCH (:Entity {id: $person})-[:PARTICIPATED_IN]->(e:Event)
  RETURN e
  UNION
  WITH places WHERE $person IS NULL AND $place IS NOT NULL
  UNWIND places AS place
  MATCH (place)<-[:LOCATED_IN|DESTINATION]-(e:Event)
  RETURN e
  UNION
  WITH 1 AS typed WHERE $person IS NULL AND $place IS NULL AND $type IS NOT NULL
  MATCH (e:Event)
  WHERE e.type = $type
  RETURN e
  UNION
  WITH 1 AS dated WHERE $person IS NULL AND $place IS NULL AND $type IS NULL
  MATCH (e:Event)
  WHERE e.start <= date(coalesce($to, '9999-12-31')) AND ($status IS NULL OR e.status = $status) AND ($from IS NULL OR e.end >= date($from))
  RETURN e ORDER BY e.start, e.end, e.id LIMIT $limit
  UNION
  WITH 1 AS undated WHERE $person IS NULL AND $place IS NULL AND $type IS NULL AND $from IS NULL AND $to IS NULL
  MATCH (e:Event)
  WHERE e.date_precision = 'unknown' AND ($status IS NULL OR e.status = $status)
  RETURN e ORDER BY e.id LIMIT $limit
}
WITH e, places
WHERE ($type IS NULL OR e.type = $type)
  AND ($status IS NULL OR e.status = $status)
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
  AND ($place IS NULL OR EXISTS { (e)-[:LOCATED_IN|DESTINATION]->(p:Place) WHERE p IN places })
WITH e ORDER BY e.start, e.end, e.id LIMIT $limit
RETURN e.start AS start, e.end AS end, e.date_precision AS precision, e.type AS type, e.status AS status,
  e.name AS name,
  COLLECT { MATCH (p:Entity)-[:PARTICIPATED_IN]->(e) RETURN DISTINCT p.name AS name ORDER BY name } AS people,
  COLLECT { MATCH (e)-[:LOCATED_IN|DESTINATION]->(p:Place) RETURN DISTINCT p.name AS name ORDER BY name } AS places,
  e.id AS event
ORDER BY start, end, event

// Events of a country
// What took place in a country or with it as an actor, in order of time.
// $country (text, required): its name or another spelling, whole words, or an id
// $type (label, default null): one event label, such as Meeting; null for all
// $status (status, default null): actual, planned, cancelled, negated, hypothetical; null for all
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: start, end, type, status, name, how (in, or its role), people, places, event (its id)
CALL () {
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace($country, '\\', ' '), '"', ' ') + '"') YIELD node
  RETURN node AS country
  UNION
  MATCH (country:Entity {id: $country})
  RETURN country
}
WITH country WHERE country:Country
CALL (country) {
  MATCH (country)<-[:WITHIN*0..4]-(:Place)<-[:LOCATED_IN|DESTINATION]-(e:Event)
  RETURN e, 'in' AS how
  UNION
  MATCH (country)-[took:PARTICIPATED_IN]->(e:Event)
  RETURN e, took.role AS how
}
WITH e, how
WHERE ($type IS NULL OR e.type = $type)
  AND ($status IS NULL OR e.status = $status)
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
WITH e, how ORDER BY how
WITH e, collect(DISTINCT how) AS how
WITH e, how ORDER BY e.start, e.end, e.id LIMIT $limit
RETURN e.start AS start, e.end AS end, e.type AS type, e.status AS status, e.name AS name, how,
  COLLECT { MATCH (p:Entity)-[:PARTICIPATED_IN]->(e) RETURN DISTINCT p.name AS name ORDER BY name } AS people,
  COLLECT { MATCH (e)-[:LOCATED_IN|DESTINATION]->(p:Place) RETURN DISTINCT p.name AS name ORDER BY name } AS places,
  e.id AS event
ORDER BY start, end, event

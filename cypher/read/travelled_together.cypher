// Who travels together
// Pairs of people on the same trips, the most frequent first.
// $person (text, default null): a name or another spelling, whole words, or an id; null for anybody
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: person, other, trips (how many), first, last, destinations
CALL () {
  WITH $person AS name WHERE name IS NOT NULL
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace(name, '\\', ' '), '"', ' ') + '"') YIELD node
  MATCH (node)-[:PARTICIPATED_IN]->(e:Event)
  RETURN e
  UNION
  MATCH (:Entity {id: $person})-[:PARTICIPATED_IN]->(e:Event)
  RETURN e
  UNION
  WITH 1 AS dated WHERE $person IS NULL AND ($from IS NOT NULL OR $to IS NOT NULL)
  MATCH (e:Event)
  WHERE e.type = 'Trip' AND e.start <= date(coalesce($to, '9999-12-31'))
  RETURN e
  UNION
  WITH 1 AS whole WHERE $person IS NULL AND $from IS NULL AND $to IS NULL
  MATCH (e:Event)
  WHERE e.type = 'Trip'
  RETURN e
}
WITH e
WHERE e.type = 'Trip'
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
  AND e.status = 'actual'
MATCH (a:Person)-[as_one:PARTICIPATED_IN]->(e)<-[as_other:PARTICIPATED_IN]-(b:Person)
WHERE a.id < b.id
  AND as_one.role IN ['traveller', 'companion', 'actor', 'participant']
  AND as_other.role IN ['traveller', 'companion', 'actor', 'participant']
WITH a, b, collect(DISTINCT e) AS events
WITH a, b, events, size(events) AS trips ORDER BY trips DESC, a.name, b.name LIMIT $limit
RETURN a.name AS person, b.name AS other, trips,
  reduce(day = null, e IN events | CASE WHEN day IS NULL OR e.start < day THEN e.start ELSE day END) AS first,
  reduce(day = null, e IN events | CASE WHEN day IS NULL OR e.end > day THEN e.end ELSE day END) AS last,
  COLLECT { UNWIND events AS e MATCH (e)-[:DESTINATION]->(p:Place) RETURN DISTINCT p.name AS name ORDER BY name } AS destinations
ORDER BY trips DESC, person, other

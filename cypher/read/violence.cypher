// Attacks and protests
// Attacks, clashes and protests that took place: who, against whom, and where.
// $person (text, default null): a name or another spelling, whole words, or an id; null for anybody
// $place (text, default null): a place or one that it lies in; null for anywhere
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: start, end, type, by, against, places, sources (how many), event (its id)
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
  WITH 1 AS dated WHERE $person IS NULL AND $place IS NULL AND ($from IS NOT NULL OR $to IS NOT NULL)
  MATCH (e:Event)
  WHERE e.type IN ['Assault', 'Protest'] AND e.start <= date(coalesce($to, '9999-12-31'))
  RETURN e
  UNION
  WITH 1 AS whole WHERE $person IS NULL AND $place IS NULL AND $from IS NULL AND $to IS NULL
  MATCH (e:Event)
  WHERE e.type IN ['Assault', 'Protest']
  RETURN e
}
WITH e, places
WHERE e.type IN ['Assault', 'Protest']
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
  AND ($place IS NULL OR EXISTS { (e)-[:LOCATED_IN|DESTINATION]->(p:Place) WHERE p IN places })
  AND e.status = 'actual'
WITH e ORDER BY e.start, e.end, e.id LIMIT $limit
RETURN e.start AS start, e.end AS end, e.type AS type,
  COLLECT {
    MATCH (p:Entity)-[r:PARTICIPATED_IN]->(e)
    WHERE r.role IN ['actor', 'speaker', 'participant']
    RETURN DISTINCT p.name AS name ORDER BY name
  } AS by,
  COLLECT {
    MATCH (p:Entity)-[r:PARTICIPATED_IN]->(e)
    WHERE r.role IN ['recipient', 'addressee']
    RETURN DISTINCT p.name AS name ORDER BY name
  } AS against,
  COLLECT { MATCH (e)-[:LOCATED_IN|DESTINATION]->(p:Place) RETURN DISTINCT p.name AS name ORDER BY name } AS places,
  e.source_count AS sources, e.id AS event
ORDER BY start, end, event

// Itinerary of a person
// Where somebody was, day by day: trips and whatever else took place somewhere with this person in it.
// $person (text, required): a name or another spelling, whole words, or an id
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: start, end, person, type, role, places, origins (where a trip began), with, event (its id)
CALL () {
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace($person, '\\', ' '), '"', ' ') + '"') YIELD node
  RETURN node AS who
  UNION
  MATCH (who:Entity {id: $person})
  RETURN who
}
MATCH (who)-[took:PARTICIPATED_IN]->(e:Event)
WHERE e.status = 'actual'
  AND (e.type = 'Trip' OR EXISTS { (e)-[:LOCATED_IN|DESTINATION]->() })
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
WITH who, took, e ORDER BY e.start, e.end, who.name, e.id, took.role LIMIT $limit
RETURN e.start AS start, e.end AS end, who.name AS person, e.type AS type, took.role AS role,
  COLLECT { MATCH (e)-[:LOCATED_IN|DESTINATION]->(p:Place) RETURN DISTINCT p.name AS name ORDER BY name } AS places,
  COLLECT { MATCH (e)-[:ORIGIN]->(p:Place) RETURN DISTINCT p.name AS name ORDER BY name } AS origins,
  COLLECT {
    MATCH (p:Entity)-[:PARTICIPATED_IN]->(e)
    WHERE p <> who
    RETURN DISTINCT p.name AS name ORDER BY name
  } AS with,
  e.id AS event
ORDER BY start, end, person, event, role

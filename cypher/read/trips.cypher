// Trips and companions
// Who travelled where, with whom, and who received them.
// $person (text, default null): a name or another spelling, whole words; null for anybody
// $place (text, default null): a place or one that it lies in; null for anywhere
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// returns: start, end, status, travellers, companions, hosts, origins, destinations, event (its id)
MATCH (e:Trip)
WHERE ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
  AND ($person IS NULL OR EXISTS {
    MATCH (p:Entity)-[:PARTICIPATED_IN]->(e)
    WHERE any(name IN [p.name] + coalesce(p.aliases, [])
      WHERE ' ' + toLower(name) + ' ' CONTAINS ' ' + toLower($person) + ' ')
  })
  AND ($place IS NULL OR EXISTS {
    MATCH (e)-[:LOCATED_IN|DESTINATION]->(:Place)-[:WITHIN*0..4]->(p:Place)
    WHERE any(name IN [p.name] + coalesce(p.aliases, [])
      WHERE ' ' + toLower(name) + ' ' CONTAINS ' ' + toLower($place) + ' ')
  })
RETURN e.start AS start, e.end AS end, e.status AS status,
  COLLECT {
    MATCH (p:Entity)-[r:PARTICIPATED_IN]->(e)
    WHERE r.role IN ['traveller', 'actor', 'participant']
    RETURN DISTINCT p.name AS name ORDER BY name
  } AS travellers,
  COLLECT {
    MATCH (p:Entity)-[r:PARTICIPATED_IN]->(e)
    WHERE r.role IN ['companion']
    RETURN DISTINCT p.name AS name ORDER BY name
  } AS companions,
  COLLECT {
    MATCH (p:Entity)-[r:PARTICIPATED_IN]->(e)
    WHERE r.role IN ['host', 'recipient']
    RETURN DISTINCT p.name AS name ORDER BY name
  } AS hosts,
  COLLECT { MATCH (e)-[:ORIGIN]->(p:Place) RETURN DISTINCT p.name AS name ORDER BY name } AS origins,
  COLLECT { MATCH (e)-[:DESTINATION]->(p:Place) RETURN DISTINCT p.name AS name ORDER BY name } AS destinations,
  e.id AS event
ORDER BY start, end, event

// Timeline
// All events, or those of one person, organisation or country, in order of time.
// $person (text, default null): a name or another spelling, whole words; null for anybody
// $type (text, default null): one event label, such as Meeting; null for all
// $status (text, default null): actual, planned, cancelled, negated, hypothetical; null for all
// $place (text, default null): a place or one that it lies in; null for anywhere
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// returns: start, end, precision, type, status, name, people, places, event (its id)
MATCH (e:Event)
WHERE ($type IS NULL OR e.type = $type)
  AND ($status IS NULL OR e.status = $status)
  AND ($from IS NULL OR e.end >= date($from))
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
RETURN e.start AS start, e.end AS end, e.date_precision AS precision, e.type AS type, e.status AS status,
  e.name AS name,
  COLLECT { MATCH (p:Entity)-[:PARTICIPATED_IN]->(e) RETURN DISTINCT p.name AS name ORDER BY name } AS people,
  COLLECT {
    MATCH (e)-[:LOCATED_IN|DESTINATION]->(p:Place)
    RETURN DISTINCT p.name AS name ORDER BY name
  } AS places,
  e.id AS event
ORDER BY start, end, event

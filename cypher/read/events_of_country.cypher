// Events of a country
// What took place in a country or with it as an actor, in order of time.
// $country (text, required): its name or another spelling, whole words
// $type (text, default null): one event label, such as Protest; null for all
// $status (text, default null): actual, planned, cancelled, negated, hypothetical; null for all
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// returns: start, end, type, status, name, how (in, or its role), people, places, event (its id)
MATCH (country:Country)
WHERE any(name IN [country.name] + coalesce(country.aliases, [])
      WHERE ' ' + toLower(name) + ' ' CONTAINS ' ' + toLower($country) + ' ')
CALL (country) {
  MATCH (e:Event)-[:LOCATED_IN|DESTINATION]->(:Place)-[:WITHIN*0..4]->(country)
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
RETURN e.start AS start, e.end AS end, e.type AS type, e.status AS status, e.name AS name, how,
  COLLECT { MATCH (p:Entity)-[:PARTICIPATED_IN]->(e) RETURN DISTINCT p.name AS name ORDER BY name } AS people,
  COLLECT {
    MATCH (e)-[:LOCATED_IN|DESTINATION]->(p:Place)
    RETURN DISTINCT p.name AS name ORDER BY name
  } AS places,
  e.id AS event
ORDER BY start, end, event

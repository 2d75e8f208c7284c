// Who accused whom
// Accusations with the accuser, the accused, and of what.
// $person (text, default null): a name or another spelling, whole words; null for anybody
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// returns: start, status, accusers, accused, content, event (its id)
MATCH (e:Accusation)
WHERE ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
  AND ($person IS NULL OR EXISTS {
    MATCH (p:Entity)-[:PARTICIPATED_IN]->(e)
    WHERE any(name IN [p.name] + coalesce(p.aliases, [])
      WHERE ' ' + toLower(name) + ' ' CONTAINS ' ' + toLower($person) + ' ')
  })
RETURN e.start AS start, e.status AS status,
  COLLECT {
    MATCH (p:Entity)-[r:PARTICIPATED_IN]->(e)
    WHERE r.role IN ['actor', 'speaker']
    RETURN DISTINCT p.name AS name ORDER BY name
  } AS accusers,
  COLLECT {
    MATCH (p:Entity)-[r:PARTICIPATED_IN]->(e)
    WHERE r.role IN ['recipient', 'addressee']
    RETURN DISTINCT p.name AS name ORDER BY name
  } AS accused,
  COLLECT { MATCH (e)-[:CONTENT]->(p:Event) RETURN DISTINCT p.name AS name ORDER BY name } AS content,
  e.id AS event
ORDER BY start, event

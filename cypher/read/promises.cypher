// Promises and what was promised
// Who promised what to whom, and whether what was promised is said to have happened.
// $person (text, default null): a name or another spelling, whole words; null for anybody
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// returns: start, by, to, content_type, content, content_status, event (its id)
MATCH (e:Promise)
WHERE ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
  AND ($person IS NULL OR EXISTS {
    MATCH (p:Entity)-[:PARTICIPATED_IN]->(e)
    WHERE any(name IN [p.name] + coalesce(p.aliases, [])
      WHERE ' ' + toLower(name) + ' ' CONTAINS ' ' + toLower($person) + ' ')
  })
OPTIONAL MATCH (e)-[:CONTENT]->(what:Event)
RETURN e.start AS start,
  COLLECT {
    MATCH (p:Entity)-[r:PARTICIPATED_IN]->(e)
    WHERE r.role IN ['actor', 'speaker', 'participant']
    RETURN DISTINCT p.name AS name ORDER BY name
  } AS by,
  COLLECT {
    MATCH (p:Entity)-[r:PARTICIPATED_IN]->(e)
    WHERE r.role IN ['recipient', 'addressee']
    RETURN DISTINCT p.name AS name ORDER BY name
  } AS to,
  what.type AS content_type, what.name AS content, what.status AS content_status, e.id AS event
ORDER BY start, event, what.id

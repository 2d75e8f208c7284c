// Promises and what was promised
// Who promised what to whom, and whether what was promised is said to have happened.
// $person (text, default null): a name or another spelling, whole words, or an id; null for anybody
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: start, by, to, content_type, content, content_status, event (its id)
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
  WHERE e.type = 'Promise' AND e.start <= date(coalesce($to, '9999-12-31'))
  RETURN e
  UNION
  WITH 1 AS whole WHERE $person IS NULL AND $from IS NULL AND $to IS NULL
  MATCH (e:Event)
  WHERE e.type = 'Promise'
  RETURN e
}
WITH e
WHERE e.type = 'Promise'
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
OPTIONAL MATCH (e)-[:CONTENT]->(what:Event)
WITH DISTINCT e, what.type AS content_type, what.name AS content, what.status AS content_status
ORDER BY e.start, e.id, content_type, content, content_status LIMIT $limit
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
  content_type, content, content_status, e.id AS event
ORDER BY start, event, content_type, content, content_status

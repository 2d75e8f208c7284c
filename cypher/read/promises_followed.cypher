// Promises and what followed
// Promises, and later events of the promised kind that took place with one who promised in them: what to read when
// asking whether a promise was kept. An event that follows need not be the fulfilment.
// $person (text, default null): a name or another spelling, whole words, or an id; null for anybody
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $days (count, default 365): how many days later at most
// $limit (count, default 1000): rows at most
// returns: start, by, content, content_status, followed (its first day), what, event (its id), followed_event (its id)
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
  AND e.start IS NOT NULL AND e.status = 'actual'
MATCH (e)-[:CONTENT]->(content:Event)
MATCH (e)<-[took:PARTICIPATED_IN]-(promiser:Entity)
WHERE took.role IN ['actor', 'speaker', 'participant']
WITH promiser, content.type AS kind, collect(DISTINCT {event: e, day: e.start, content: content}) AS promised
MATCH (promiser)-[:PARTICIPATED_IN]->(later:Event)
WITH promised, kind, later, later.start AS day
WHERE later.type = kind AND later.status = 'actual'
UNWIND [one IN promised WHERE day >= one.day AND day <= one.day + duration({days: $days})] AS one
WITH one.event AS e, one.content AS content, later
WITH DISTINCT e, content, later ORDER BY e.start, e.id, later.start, later.id LIMIT $limit
RETURN e.start AS start,
  COLLECT {
    MATCH (p:Entity)-[r:PARTICIPATED_IN]->(e)
    WHERE r.role IN ['actor', 'speaker', 'participant']
    RETURN DISTINCT p.name AS name ORDER BY name
  } AS by,
  content.name AS content, content.status AS content_status, later.start AS followed, later.name AS what,
  e.id AS event, later.id AS followed_event
ORDER BY start, event, followed, followed_event

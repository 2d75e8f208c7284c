// Events with one source
// Events that only one document tells of, the least certain first.
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: start, type, status, name, confidence, document, event (its id)
MATCH (e:Event)
WHERE e.source_count = 1
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
WITH e ORDER BY e.confidence, e.start, e.id LIMIT $limit
RETURN e.start AS start, e.type AS type, e.status AS status, e.name AS name, e.confidence AS confidence,
  COLLECT {
    MATCH (e)<-[:MENTIONS]-(:Sentence)-[:IN_DOCUMENT]->(d:Document)
    RETURN DISTINCT d.name AS name ORDER BY name LIMIT 1
  }[0] AS document,
  e.id AS event
ORDER BY confidence, start, event

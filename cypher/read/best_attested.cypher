// Best attested events
// Events that several documents tell of, the most documents first, and how many different sources these are of.
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $sources (count, default 2): how many documents at least
// $limit (count, default 1000): rows at most
// returns: start, type, status, name, sources (how many documents), outlets (how many different sources), mentions (how many), people, event (its id)
MATCH (e:Event)
WHERE e.source_count >= $sources
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
WITH e ORDER BY e.source_count DESC, e.mention_count DESC, e.id LIMIT $limit
RETURN e.start AS start, e.type AS type, e.status AS status, e.name AS name, e.source_count AS sources,
  COUNT {
    MATCH (e)<-[:MENTIONS]-(:Sentence)-[:IN_DOCUMENT]->(d:Document)
    RETURN DISTINCT coalesce(d.source, d.id)
  } AS outlets,
  e.mention_count AS mentions,
  COLLECT { MATCH (p:Entity)-[:PARTICIPATED_IN]->(e) RETURN DISTINCT p.name AS name ORDER BY name } AS people,
  e.id AS event
ORDER BY sources DESC, mentions DESC, event

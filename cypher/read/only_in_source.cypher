// What one source reports alone
// Events that a source tells of and no other source does.
// $source (text, required): the name of the source, as its documents give it
// $type (label, default null): one event label, such as Meeting; null for all
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: start, type, status, name, documents (titles), event (its id)
MATCH (d:Document {source: $source})<-[:IN_DOCUMENT]-(:Sentence)-[:MENTIONS]->(e:Event)
WITH DISTINCT e
WHERE ($type IS NULL OR e.type = $type)
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
  AND NOT EXISTS {
    MATCH (e)<-[:MENTIONS]-(:Sentence)-[:IN_DOCUMENT]->(o:Document)
    WHERE o.source <> $source OR o.source IS NULL
  }
WITH e ORDER BY e.start, e.id LIMIT $limit
RETURN e.start AS start, e.type AS type, e.status AS status, e.name AS name,
  COLLECT {
    MATCH (e)<-[:MENTIONS]-(:Sentence)-[:IN_DOCUMENT]->(d:Document)
    RETURN DISTINCT d.name AS name ORDER BY name
  } AS documents,
  e.id AS event
ORDER BY start, event

// Events without a day or a place
// Where the graph knows least: events that lack a date or a place, the best attested first.
// $status (status, default null): actual, planned, cancelled, negated, hypothetical; null for all
// $lacks (lack, default null): date or place; null for either
// $limit (count, default 1000): rows at most
// returns: type, status, name, lacks, mentions (how many), sources (how many), event (its id)
MATCH (e:Event)
WHERE $status IS NULL OR e.status = $status
WITH e, CASE WHEN e.start IS NULL THEN ['date'] ELSE [] END
  + CASE WHEN EXISTS { (e)-[:LOCATED_IN|DESTINATION]->() } THEN [] ELSE ['place'] END AS lacks
WHERE size(lacks) > 0 AND ($lacks IS NULL OR $lacks IN lacks)
RETURN e.type AS type, e.status AS status, e.name AS name, lacks, e.mention_count AS mentions,
  e.source_count AS sources, e.id AS event
ORDER BY sources DESC, mentions DESC, event
LIMIT $limit

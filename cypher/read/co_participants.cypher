// Who takes part with whom
// Those who took part in the same events as somebody, the most frequent first.
// $person (text, required): a name or another spelling, whole words, or an id
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: person, other, events (how many), types, first, last
CALL () {
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace($person, '\\', ' '), '"', ' ') + '"') YIELD node
  RETURN node AS who
  UNION
  MATCH (who:Entity {id: $person})
  RETURN who
}
MATCH (who)-[:PARTICIPATED_IN]->(e:Event)
WHERE e.status = 'actual'
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
WITH DISTINCT who, e
MATCH (e)<-[:PARTICIPATED_IN]-(partner:Entity)
WHERE partner <> who
WITH DISTINCT who, partner, e ORDER BY e.type
RETURN who.name AS person, partner.name AS other, count(e) AS events, collect(DISTINCT e.type) AS types,
  min(e.start) AS first, max(e.end) AS last
ORDER BY events DESC, other, person
LIMIT $limit

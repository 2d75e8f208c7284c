// Agreements and aid
// Agreements, cooperation, support, aid and concessions: between whom, and about what.
// $person (text, default null): a name or another spelling, whole words, or an id; null for anybody
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: start, end, type, status, people, topics, event (its id)
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
  WHERE e.type IN ['Agreement', 'Cooperation', 'Aid', 'Concession', 'Support'] AND e.start <= date(coalesce($to, '9999-12-31'))
  RETURN e
  UNION
  WITH 1 AS whole WHERE $person IS NULL AND $from IS NULL AND $to IS NULL
  MATCH (e:Event)
  WHERE e.type IN ['Agreement', 'Cooperation', 'Aid', 'Concession', 'Support']
  RETURN e
}
WITH e
WHERE e.type IN ['Agreement', 'Cooperation', 'Aid', 'Concession', 'Support']
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
WITH e ORDER BY e.start, e.end, e.id LIMIT $limit
RETURN e.start AS start, e.end AS end, e.type AS type, e.status AS status,
  COLLECT { MATCH (p:Entity)-[:PARTICIPATED_IN]->(e) RETURN DISTINCT p.name AS name ORDER BY name } AS people,
  COLLECT { MATCH (e)-[:ABOUT]->(p:Topic) RETURN DISTINCT p.name AS name ORDER BY name } AS topics,
  e.id AS event
ORDER BY start, end, event

// Statements of a person
// What somebody said, promised, asked for, threatened, praised, rejected or accused others of, and what about.
// $person (text, required): a name or another spelling, whole words, or an id
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: start, person, type, status, to, content, topics, event (its id)
CALL () {
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace($person, '\\', ' '), '"', ' ') + '"') YIELD node
  RETURN node AS who
  UNION
  MATCH (who:Entity {id: $person})
  RETURN who
}
MATCH (who)-[took:PARTICIPATED_IN]->(e:Event)
WHERE took.role IN ['speaker', 'actor']
  AND e.type IN ['Statement', 'Promise', 'Request', 'Threat', 'Support', 'Rejection', 'Accusation', 'Concession']
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
WITH DISTINCT who, e ORDER BY e.start, e.id, who.name LIMIT $limit
RETURN e.start AS start, who.name AS person, e.type AS type, e.status AS status,
  COLLECT {
    MATCH (p:Entity)-[r:PARTICIPATED_IN]->(e)
    WHERE r.role IN ['recipient', 'addressee']
    RETURN DISTINCT p.name AS name ORDER BY name
  } AS to,
  COLLECT { MATCH (e)-[:CONTENT]->(p:Event) RETURN DISTINCT p.name AS name ORDER BY name } AS content,
  COLLECT { MATCH (e)-[:ABOUT]->(p:Topic) RETURN DISTINCT p.name AS name ORDER BY name } AS topics,
  e.id AS event
ORDER BY start, event, person

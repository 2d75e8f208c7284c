// What somebody said on a topic
// Statements, promises, demands and the like of a person that are about a topic, or whose sentences have all its words,
// with the sentences.
// $person (text, required): a name or another spelling, whole words, or an id
// $topic (text, required): words of the name of a topic, such as trade, or words that the sentences use
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: start, person, type, status, name, topics, sentences, event (its id)
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
WITH DISTINCT who, e
WHERE EXISTS { (e)-[:ABOUT]->(topic:Topic) WHERE toLower(topic.name) CONTAINS toLower($topic) }
  OR EXISTS {
    (e)<-[:MENTIONS]-(s:Sentence)
    WHERE all(word IN split(toLower($topic), ' ') WHERE toLower(s.text) CONTAINS word)
  }
WITH who, e ORDER BY e.start, e.id, who.name LIMIT $limit
RETURN e.start AS start, who.name AS person, e.type AS type, e.status AS status, e.name AS name,
  COLLECT { MATCH (e)-[:ABOUT]->(p:Topic) RETURN DISTINCT p.name AS name ORDER BY name } AS topics,
  COLLECT { MATCH (e)<-[:MENTIONS]-(s:Sentence) RETURN DISTINCT s.text AS text ORDER BY text LIMIT 3 } AS sentences,
  e.id AS event
ORDER BY start, event, person

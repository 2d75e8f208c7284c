// What a document says
// The events that a document tells of, in the order of its sentences.
// $document (text, required): the id or the address of a document
// $limit (count, default 1000): rows at most
// returns: index (of the sentence), sentence, words, type, status, start, people, event (its id)
CALL () {
  MATCH (d:Document {id: $document}) RETURN d
  UNION MATCH (d:Document {url: $document}) RETURN d
}
MATCH (d)<-[:IN_DOCUMENT]-(s:Sentence)-[m:MENTIONS]->(e:Event)
WITH s, m, e ORDER BY s.index, m.start_char, e.id LIMIT $limit
RETURN s.index AS index, s.text AS sentence, m.text AS words, e.type AS type, e.status AS status, e.start AS start,
  COLLECT { MATCH (p:Entity)-[:PARTICIPATED_IN]->(e) RETURN DISTINCT p.name AS name ORDER BY name } AS people,
  e.id AS event
ORDER BY index, m.start_char, event

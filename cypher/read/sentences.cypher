// Search sentences
// Sentences by their words, the best first; Lucene syntax, such as: harbour AND strike.
// $words (text, required): what to look for
// $limit (count, default 25): rows at most
// returns: score, published, document, sentence, events (types of those it mentions)
CALL db.index.fulltext.queryNodes('graphbuilder_sentence_text', $words, {limit: $limit}) YIELD node AS s, score
MATCH (s)-[:IN_DOCUMENT]->(d:Document)
RETURN score, d.published AS published, d.name AS document, s.text AS sentence,
  COLLECT { MATCH (s)-[:MENTIONS]->(e:Event) RETURN DISTINCT e.type AS type ORDER BY type } AS events
ORDER BY score DESC, s.id

// Evidence of an event
// The sentences that an event rests on, with the words that name it, and their documents.
// $event (text, required): the id of an event
// $limit (count, default 1000): rows at most
// returns: published, document, source, url, sentence, words, index (of the sentence), confidence
MATCH (e:Event {id: $event})<-[mention:MENTIONS]-(s:Sentence)-[:IN_DOCUMENT]->(d:Document)
RETURN d.published AS published, d.name AS document, d.source AS source, d.url AS url, s.text AS sentence,
  mention.text AS words, s.index AS index, mention.confidence AS confidence
ORDER BY published, d.id, index, mention.start_char
LIMIT $limit

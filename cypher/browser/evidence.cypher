// Sentences behind events
// The best attested events first: what the text calls each, the sentence, the document. Add a WHERE to ask about one event.
// Returns a table.
MATCH (event:Event)<-[mention:MENTIONS]-(sentence:Sentence)-[:IN_DOCUMENT]->(document:Document)
WITH event, mention, sentence, document
ORDER BY event.source_count DESC, event.mention_count DESC, event.id, document.published, document.id, sentence.index
LIMIT 100
RETURN event.name AS event, event.status AS status, mention.text AS trigger, sentence.text AS sentence,
       document.title AS document, document.published AS published

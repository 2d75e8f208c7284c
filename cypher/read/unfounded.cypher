// Events without a sentence
// Events that no sentence supports. There should be none: each one is a defect.
// $limit (count, default 1000): rows at most
// returns: event (its id), type, name
MATCH (e:Event)
WHERE NOT EXISTS { (e)<-[:MENTIONS]-(:Sentence)-[:IN_DOCUMENT]->(:Document) }
RETURN e.id AS event, e.type AS type, e.name AS name
ORDER BY event
LIMIT $limit

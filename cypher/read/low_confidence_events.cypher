// Events that are least sure
// Events by how sure their extraction is, the least sure first, with the rule that made them and a sentence to check.
// $below (number, default 0.8): show those less sure than this, from 0 to 1
// $limit (count, default 1000): rows at most
// returns: confidence, type, status, name, rule, sentence, event (its id)
MATCH (e:Event)
WHERE e.confidence < $below
WITH e ORDER BY e.confidence, e.id LIMIT $limit
RETURN e.confidence AS confidence, e.type AS type, e.status AS status, e.name AS name, e.rule AS rule,
  COLLECT { MATCH (e)<-[:MENTIONS]-(s:Sentence) RETURN s.text AS text ORDER BY text LIMIT 1 }[0] AS sentence, e.id AS event
ORDER BY confidence, event

// A document to ask about
// Documents by their day.
// returns: document
MATCH (d:Document)
WHERE d.published > date('0001-01-01')
RETURN d.id AS document ORDER BY d.published, d.id LIMIT 25

// A source to ask about
// Sources, as their documents give them.
// returns: source
MATCH (d:Document)
WHERE d.source > ''
RETURN DISTINCT d.source AS source LIMIT 25

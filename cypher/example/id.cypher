// A node to ask about
// Whoever or whatever is mentioned most.
// returns: id
MATCH (n:Entity)
WHERE n.mention_count > 0
RETURN n.id AS id ORDER BY n.mention_count DESC, n.id LIMIT 25

// A name to look for
// Whoever or whatever is mentioned most.
// returns: name
MATCH (n:Entity)
WHERE n.mention_count > 0
RETURN n.name AS name ORDER BY n.mention_count DESC, n.id LIMIT 5

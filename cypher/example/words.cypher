// Words to look for
// Names that are mentioned most.
// returns: words
MATCH (n:Entity)
WHERE n.mention_count > 0
RETURN n.name AS words ORDER BY n.mention_count DESC, n.id LIMIT 5

// A body to ask about
// Countries and organisations that are mentioned most.
// returns: of
MATCH (n:Entity)
WHERE n.mention_count > 0 AND (n:Country OR n:Organization)
RETURN n.name AS of ORDER BY n.mention_count DESC, n.id LIMIT 25

// A country to ask about
// The countries that are mentioned most.
// returns: country
MATCH (n:Entity)
WHERE n.mention_count > 0 AND n:Country
RETURN n.name AS country ORDER BY n.mention_count DESC, n.id LIMIT 25

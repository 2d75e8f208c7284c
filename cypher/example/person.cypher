// Somebody to ask about
// The people that are mentioned most, to show how a question is asked.
// returns: person
MATCH (n:Entity)
WHERE n.mention_count > 0 AND n:Person
RETURN n.name AS person ORDER BY n.mention_count DESC, n.id LIMIT 25

// Two camps to ask about
// Two of the countries that are mentioned most.
// returns: camp, other
MATCH (n:Entity)
WHERE n.mention_count > 0 AND n:Country
WITH n.name AS name, n ORDER BY n.mention_count DESC, n.id LIMIT 6
WITH collect(name) AS names
UNWIND names AS camp
UNWIND [name IN names WHERE name <> camp] AS other
RETURN camp, other

// Two countries to ask about
// Two of the countries that are mentioned most.
// returns: country, other
MATCH (n:Entity)
WHERE n.mention_count > 0 AND n:Country
WITH n.name AS name, n ORDER BY n.mention_count DESC, n.id LIMIT 6
WITH collect(name) AS names
UNWIND names AS country
UNWIND [name IN names WHERE name <> country] AS other
RETURN country, other

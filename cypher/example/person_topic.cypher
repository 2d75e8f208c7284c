// Somebody and a topic
// A person, of those that are mentioned most, and a topic that this person spoke about.
// returns: person, topic
MATCH (n:Entity)
WHERE n.mention_count > 0 AND n:Person
WITH n ORDER BY n.mention_count DESC, n.id LIMIT 25
MATCH (n)-[took:PARTICIPATED_IN]->(e:Event)-[:ABOUT]->(about:Topic)
WHERE took.role = 'speaker'
WITH n, about, count(DISTINCT e) AS events
ORDER BY events DESC, n.id, about.id LIMIT 10
RETURN n.name AS person, about.name AS topic

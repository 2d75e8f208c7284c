// Two to ask about
// Two people who met, of those that are mentioned most.
// returns: person, other
MATCH (n:Entity)
WHERE n.mention_count > 0 AND n:Person
WITH n ORDER BY n.mention_count DESC, n.id LIMIT 25
MATCH (n)-[:PARTICIPATED_IN]->(e:Event)<-[:PARTICIPATED_IN]-(partner:Person)
WHERE e.status = 'actual' AND e.type IN ['Meeting', 'PhoneCall', 'Negotiation', 'Summit']
WITH n, partner, count(DISTINCT e) AS events
ORDER BY events DESC, n.id, partner.id LIMIT 10
RETURN n.name AS person, partner.name AS other

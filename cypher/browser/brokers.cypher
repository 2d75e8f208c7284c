// Brokers
// Those who bring others together: the people and organisations with most partners who were in no event with each other
// unless the broker was in it too. Returns paths to draw.
MATCH (broker:Person|Organization|Group)-[:PARTICIPATED_IN]->(:Event)<-[:PARTICIPATED_IN]-(partner:Entity)
WHERE partner <> broker
WITH broker, partner ORDER BY partner.mention_count DESC, partner.id
WITH broker, collect(DISTINCT partner) AS partners
ORDER BY size(partners) DESC, broker.id LIMIT 8
WITH broker, partners[..25] AS partners
UNWIND partners AS one
UNWIND partners AS other
WITH broker, one, other
WHERE one.id < other.id AND NOT EXISTS {
  MATCH (one)-[:PARTICIPATED_IN]->(event:Event)<-[:PARTICIPATED_IN]-(other)
  WHERE NOT EXISTS { (broker)-[:PARTICIPATED_IN]->(event) }
}
WITH broker, count(*) AS pairs ORDER BY pairs DESC, broker.id LIMIT 3
MATCH (broker)-[:PARTICIPATED_IN]->(event:Event)
WITH broker, event ORDER BY event.source_count DESC, event.mention_count DESC, event.id
WITH broker, collect(DISTINCT event)[..4] AS events
UNWIND events AS event
MATCH path = (broker)-[:PARTICIPATED_IN]->(event)<-[:PARTICIPATED_IN]-(:Entity)
RETURN path

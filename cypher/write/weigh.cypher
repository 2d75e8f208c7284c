// Sizes for the picture
// Puts on the entities and events that are most told of a label that the style of Neo4j Browser draws larger; it cannot draw by
// a property. The labels are no part of the graph: they are never exported or compared.
// returns: nothing
CALL () {
  MATCH (n:Entity) WHERE n.mention_count >= 5
  RETURN n, CASE WHEN n.mention_count >= 50 THEN 'Weight4' WHEN n.mention_count >= 15 THEN 'Weight3' ELSE 'Weight2' END AS weight
  UNION
  MATCH (n:Event) WHERE n.source_count >= 2
  RETURN n, CASE WHEN n.source_count >= 8 THEN 'Weight4' WHEN n.source_count >= 4 THEN 'Weight3' ELSE 'Weight2' END AS weight
  UNION
  MATCH (n:Weight2|Weight3|Weight4)
  WHERE n:Entity AND n.mention_count < 5 OR n:Event AND n.source_count < 2
  RETURN n, null AS weight
}
WITH n, weight
WHERE weight IS NULL OR NOT weight IN labels(n)
REMOVE n:Weight2:Weight3:Weight4
WITH n, weight
WHERE weight IS NOT NULL
SET n:$(weight)

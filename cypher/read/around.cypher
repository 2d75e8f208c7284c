// The graph around a node
// Paths of one or two steps around an entity or event, the best attested first, to draw; without the sentences.
// $id (text, required): the id of an entity or event
// $limit (count, default 60): paths at most
// returns: path
CALL () {
  MATCH (n:Entity {id: $id}) RETURN n
  UNION MATCH (n:Event {id: $id}) RETURN n
}
MATCH (n)-[:PARTICIPATED_IN|HOLDS|AFFILIATED_WITH|LOCATED_IN|DESTINATION|ORIGIN|CONTENT|PART_OF|AFTER|WITHIN]-(near)
WITH DISTINCT n, near ORDER BY near:Event DESC, coalesce(near.mention_count, 0) DESC, near.id LIMIT 25
MATCH path = (n)-[:PARTICIPATED_IN|HOLDS|AFFILIATED_WITH|LOCATED_IN|DESTINATION|ORIGIN|CONTENT|PART_OF|AFTER|WITHIN]-(near)
OPTIONAL MATCH further = (near)-[:PARTICIPATED_IN|LOCATED_IN|DESTINATION|OF|CONTENT]-(other)
WHERE near:Event OR near:Position
WITH path, further ORDER BY length(path), further IS NULL LIMIT $limit
UNWIND CASE WHEN further IS NULL THEN [path] ELSE [path, further] END AS drawn
RETURN DISTINCT drawn AS path
LIMIT $limit

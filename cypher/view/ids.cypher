// The picture of some nodes
// The entities, events, positions and topics with these ids, what they are joined to among each other, and who and what belongs to
// the events.
// $ids (rows, required): ids
// $limit (count, default 400): relationships at most
// returns: node, path
CALL () {
  MATCH (n:Entity) WHERE n.id IN $ids RETURN n
  UNION MATCH (n:Event) WHERE n.id IN $ids RETURN n
  UNION MATCH (n:Position) WHERE n.id IN $ids RETURN n
  UNION MATCH (n:Topic) WHERE n.id IN $ids RETURN n
}
OPTIONAL MATCH path = (n)-[:PARTICIPATED_IN|LOCATED_IN|DESTINATION|ORIGIN|CONTENT|PART_OF|AFTER|HOLDS|OF|AFFILIATED_WITH]-(other)
WHERE n:Event OR other.id IN $ids
RETURN n AS node, path
ORDER BY n.id, other.id
LIMIT $limit

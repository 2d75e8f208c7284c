// Neighbours of a node
// What a node is joined to, with the relationship, to draw or to go on from; sentences only when asked for.
// $id (text, required): the id of an entity, event, position, topic, document or sentence
// $sentences (answer, default "no"): yes to see the sentences too
// $limit (count, default 100): rows at most
// returns: node, relationship, neighbour
CALL () {
  MATCH (n:Entity {id: $id}) RETURN n
  UNION MATCH (n:Event {id: $id}) RETURN n
  UNION MATCH (n:Position {id: $id}) RETURN n
  UNION MATCH (n:Topic {id: $id}) RETURN n
  UNION MATCH (n:Document {id: $id}) RETURN n
  UNION MATCH (n:Sentence {id: $id}) RETURN n
}
MATCH (n)-[r]-(other)
WHERE $sentences = 'yes' OR NOT (other:Sentence OR other:Document) OR n:Sentence OR n:Document
RETURN n AS node, r AS relationship, other AS neighbour
ORDER BY type(r), coalesce(other.mention_count, 0) DESC, other.id
LIMIT $limit

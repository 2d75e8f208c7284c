// Positions of a person
// Which positions somebody held, of what, and from when to when as far as the documents know.
// $person (text, required): a name or another spelling, whole words, or an id
// $limit (count, default 1000): rows at most
// returns: person, position, of, start, end, observed_first, observed_last, former, acting
CALL () {
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace($person, '\\', ' '), '"', ' ') + '"') YIELD node
  RETURN node AS who
  UNION
  MATCH (who:Entity {id: $person})
  RETURN who
}
MATCH (who)-[held:HOLDS]->(position:Position)
WITH who, held, position ORDER BY who.name, coalesce(held.start, held.observed_first), position.title LIMIT $limit
RETURN who.name AS person, position.title AS position,
  COLLECT { MATCH (position)-[:OF]->(p:Entity) RETURN DISTINCT p.name AS name ORDER BY name } AS of,
  held.start AS start, held.end AS end, held.observed_first AS observed_first, held.observed_last AS observed_last,
  held.former AS former, coalesce(held.acting, false) AS acting
ORDER BY person, coalesce(start, observed_first), position

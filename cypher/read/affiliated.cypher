// Who belongs to a country or organisation
// People and organisations affiliated with one, the most mentioned first, with their positions.
// $of (text, required): a name or another spelling, whole words, or an id
// $limit (count, default 1000): rows at most
// returns: of, name, kind, positions, events (how many), id
CALL () {
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace($of, '\\', ' '), '"', ' ') + '"') YIELD node
  RETURN node AS body
  UNION
  MATCH (body:Entity {id: $of})
  RETURN body
}
MATCH (n:Entity)-[:AFFILIATED_WITH]->(body)
WITH DISTINCT body, n ORDER BY n.mention_count DESC, n.id LIMIT $limit
RETURN body.name AS of, n.name AS name,
  CASE WHEN n:Country THEN 'Country' ELSE [label IN labels(n) WHERE label <> 'Entity'][0] END AS kind,
  COLLECT { MATCH (n)-[:HOLDS]->(p:Position) RETURN DISTINCT p.name AS name ORDER BY name } AS positions,
  COUNT { MATCH (n)-[:PARTICIPATED_IN]->(e:Event) RETURN DISTINCT e } AS events, n.id AS id
ORDER BY events DESC, id

// Find a person, organisation or place
// Everybody and everything with these words in a name, with kind, other spellings and how often it is mentioned.
// $name (text, required): a name or another spelling, whole words
// $limit (count, default 1000): rows at most
// returns: name, kind, aliases, mentions (how many), wikidata, positions, id
CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace($name, '\\', ' '), '"', ' ') + '"') YIELD node AS n, score
RETURN n.name AS name,
  CASE WHEN n:Country THEN 'Country' ELSE [label IN labels(n) WHERE label <> 'Entity'][0] END AS kind,
  coalesce(n.aliases, []) AS aliases, n.mention_count AS mentions, n.wikidata AS wikidata,
  COLLECT { MATCH (n)-[:HOLDS]->(p:Position) RETURN DISTINCT p.name AS name ORDER BY name } AS positions,
  n.id AS id
ORDER BY mentions DESC, id
LIMIT $limit

// Who acts most
// People, organisations and countries by how many events they took part in.
// $kind (kind, default null): Person, Organization, Place, Group or Country; null for all
// $limit (count, default 50): rows at most
// returns: name, kind, events (how many), mentions (how many), id
MATCH (n:Entity)
WHERE $kind IS NULL OR $kind IN labels(n)
WITH n, COUNT { MATCH (n)-[:PARTICIPATED_IN]->(e:Event) RETURN DISTINCT e } AS events
WHERE events > 0
RETURN n.name AS name,
  CASE WHEN n:Country THEN 'Country' ELSE [label IN labels(n) WHERE label <> 'Entity'][0] END AS kind,
  events, n.mention_count AS mentions, n.id AS id
ORDER BY events DESC, id
LIMIT $limit

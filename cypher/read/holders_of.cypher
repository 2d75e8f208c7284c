// Who held a position
// Everybody who held a position of a country or organisation, in order of time.
// $of (text, required): the country or organisation, a name or another spelling, whole words, or an id
// $title (text, default null): words of the position, such as foreign minister; null for all
// $limit (count, default 1000): rows at most
// returns: of, position, person, start, end, observed_first, observed_last, former, acting
CALL () {
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace($of, '\\', ' '), '"', ' ') + '"') YIELD node
  RETURN node AS body
  UNION
  MATCH (body:Entity {id: $of})
  RETURN body
}
MATCH (who:Entity)-[held:HOLDS]->(position:Position)-[:OF]->(body)
WHERE $title IS NULL OR toLower(position.title) CONTAINS toLower($title)
RETURN body.name AS of, position.title AS position, who.name AS person, held.start AS start, held.end AS end,
  held.observed_first AS observed_first, held.observed_last AS observed_last, held.former AS former,
  coalesce(held.acting, false) AS acting
ORDER BY of, position, coalesce(start, observed_first), person
LIMIT $limit

// Positions held on a day
// Who held which position, of what, on a day. Where no first or last day is known, the days of the documents that say
// so count: a holder is in office from the first of them on, unless called a former one. `also_held_by` are up to ten others
// who by the same words hold it on that day: colleagues, or sources that contradict each other.
// $day (date, required): the day
// $person (text, default null): a name or another spelling, whole words, or an id; null for anybody
// $title (text, default null): words of the position, such as foreign minister; null for all
// $limit (count, default 1000): rows at most
// returns: person, position, of, start, end, observed_first, observed_last, also_held_by
CALL () {
  WITH $person AS name WHERE name IS NOT NULL
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace(name, '\\', ' '), '"', ' ') + '"') YIELD node
  MATCH (node)-[held:HOLDS]->(position:Position)
  RETURN node AS who, held, position
  UNION
  MATCH (who:Entity {id: $person})-[held:HOLDS]->(position:Position)
  RETURN who, held, position
  UNION
  WITH 1 AS whole WHERE $person IS NULL
  MATCH (who:Entity)-[held:HOLDS]->(position:Position)
  WHERE held.observed_first <= date($day) OR held.start <= date($day)
  RETURN who, held, position
}
WITH who, held, position
WHERE coalesce(held.start, held.observed_first) <= date($day)
  AND (held.end >= date($day) OR held.end IS NULL AND NOT coalesce(held.former, false))
  AND ($title IS NULL OR toLower(position.title) CONTAINS toLower($title))
WITH who, held, position ORDER BY position.title, who.name, held.start LIMIT $limit
RETURN who.name AS person, position.title AS position,
  COLLECT { MATCH (position)-[:OF]->(p:Entity) RETURN DISTINCT p.name AS name ORDER BY name } AS of,
  held.start AS start, held.end AS end, held.observed_first AS observed_first, held.observed_last AS observed_last,
  COLLECT {
    MATCH (other:Entity)-[too:HOLDS]->(position)
    WHERE other <> who AND coalesce(too.start, too.observed_first) <= date($day)
      AND (too.end >= date($day) OR too.end IS NULL AND NOT coalesce(too.former, false))
    RETURN DISTINCT other.name AS name ORDER BY name LIMIT 10
  } AS also_held_by
ORDER BY position, person, start

// Positions held on a day
// Who held which position, of what, on a day. Where no first or last day is known, the days of the documents that
// say so count: a holder is in office from the first of them on, unless called a former one.
// $day (date, required): the day
// $person (text, default null): a name or another spelling, whole words; null for anybody
// returns: person, position, of, start, end, observed_first, observed_last
MATCH (who:Person)-[held:HOLDS]->(position:Position)
WHERE coalesce(held.start, held.observed_first) <= date($day)
  AND (held.end >= date($day) OR held.end IS NULL AND NOT coalesce(held.former, false))
  AND ($person IS NULL OR any(name IN [who.name] + coalesce(who.aliases, [])
      WHERE ' ' + toLower(name) + ' ' CONTAINS ' ' + toLower($person) + ' '))
RETURN who.name AS person, position.title AS position,
  COLLECT { MATCH (position)-[:OF]->(p:Entity) RETURN DISTINCT p.name AS name ORDER BY name } AS of,
  held.start AS start, held.end AS end, held.observed_first AS observed_first, held.observed_last AS observed_last
ORDER BY position, person, start

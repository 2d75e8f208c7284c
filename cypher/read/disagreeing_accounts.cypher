// Accounts that disagree
// Pairs of events that may be one: the same kind and at least two of the same people within some days, told with
// another date, another place or another status. Each with the sources that tell it so.
// $person (text, default null): a name or another spelling, whole words, or an id; null for anybody
// $type (label, default "Meeting"): one event label
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $days (count, default 5): how far apart in days at most
// $limit (count, default 1000): rows at most
// returns: start, type, people (in both), differ (in what), status, other_status, other_start, places, other_places, sources, other_sources, event (its id), other_event (its id)
CALL () {
  WITH $person AS name WHERE name IS NOT NULL
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace(name, '\\', ' '), '"', ' ') + '"') YIELD node
  MATCH (node)-[:PARTICIPATED_IN]->(e:Event)
  RETURN e
  UNION
  MATCH (:Entity {id: $person})-[:PARTICIPATED_IN]->(e:Event)
  RETURN e
  UNION
  WITH 1 AS whole WHERE $person IS NULL
  MATCH (e:Event)
  WHERE e.type = $type AND e.start <= date(coalesce($to, '9999-12-31'))
  RETURN e
}
WITH e
WHERE e.type = $type AND e.start IS NOT NULL
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
MATCH (e)<-[:PARTICIPATED_IN]-(a:Entity)
MATCH (e)<-[:PARTICIPATED_IN]-(b:Entity)
WHERE a.id < b.id
WITH a, b, collect(DISTINCT {event: e, day: e.start, id: e.id}) AS events
UNWIND events AS one
UNWIND [two IN events WHERE one.id < two.id AND two.day >= one.day - duration({days: $days})
  AND two.day <= one.day + duration({days: $days})] AS two
WITH DISTINCT one.event AS e, two.event AS f
WITH e, f, COLLECT { MATCH (e)<-[:PARTICIPATED_IN]-(p:Entity)-[:PARTICIPATED_IN]->(f) RETURN DISTINCT p.name AS name ORDER BY name } AS people
WITH e, f, people,
  COLLECT { MATCH (e)-[:LOCATED_IN]->(p:Place) RETURN DISTINCT p.name AS name ORDER BY name } AS places,
  COLLECT { MATCH (f)-[:LOCATED_IN]->(p:Place) RETURN DISTINCT p.name AS name ORDER BY name } AS other_places
WITH e, f, people, places, other_places,
  CASE WHEN e.start <> f.start THEN ['date'] ELSE [] END
  + CASE WHEN size(places) > 0 AND size(other_places) > 0 AND places <> other_places THEN ['place'] ELSE [] END
  + CASE WHEN e.status <> f.status THEN ['status'] ELSE [] END AS differ
WHERE size(differ) > 0
WITH e, f, people, places, other_places, differ ORDER BY e.start, e.id, f.id LIMIT $limit
RETURN e.start AS start, e.type AS type, people, differ, e.status AS status, f.status AS other_status,
  f.start AS other_start, places, other_places,
  COLLECT {
    MATCH (e)<-[:MENTIONS]-(:Sentence)-[:IN_DOCUMENT]->(d:Document)
    RETURN DISTINCT coalesce(d.source, d.name) AS name ORDER BY name
  } AS sources,
  COLLECT {
    MATCH (f)<-[:MENTIONS]-(:Sentence)-[:IN_DOCUMENT]->(d:Document)
    RETURN DISTINCT coalesce(d.source, d.name) AS name ORDER BY name
  } AS other_sources,
  e.id AS event, f.id AS other_event
ORDER BY start, event, other_event

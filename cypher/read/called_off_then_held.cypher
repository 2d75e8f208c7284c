// Planned or called off, then held
// Meetings that were announced or called off, and a later one that took place between at least two of the same,
// within a number of days.
// $person (text, default null): a name or another spelling, whole words, or an id; null for anybody
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $days (count, default 180): how many days later at most
// $limit (count, default 1000): rows at most
// returns: start, status, cue, type, people (in both), held (its first day), places (where it was held), event (its id), held_event (its id)
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
  WITH 1 AS dated WHERE $person IS NULL AND ($from IS NOT NULL OR $to IS NOT NULL)
  MATCH (e:Event)
  WHERE e.type IN ['Meeting', 'PhoneCall', 'Negotiation', 'Summit'] AND e.start <= date(coalesce($to, '9999-12-31'))
  RETURN e
  UNION
  WITH 1 AS whole WHERE $person IS NULL AND $from IS NULL AND $to IS NULL
  MATCH (e:Event)
  WHERE e.type IN ['Meeting', 'PhoneCall', 'Negotiation', 'Summit']
  RETURN e
}
WITH e
WHERE e.type IN ['Meeting', 'PhoneCall', 'Negotiation', 'Summit']
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
  AND e.status IN ['planned', 'cancelled', 'actual'] AND e.start IS NOT NULL
MATCH (e)<-[:PARTICIPATED_IN]-(a:Entity)
MATCH (e)<-[:PARTICIPATED_IN]-(b:Entity)
WHERE a.id < b.id
WITH a, b, collect(DISTINCT {event: e, day: e.start, held: e.status = 'actual'}) AS events
UNWIND [one IN events WHERE NOT one.held] AS early
UNWIND [one IN events WHERE one.held AND one.day >= early.day AND one.day <= early.day + duration({days: $days})] AS late
WITH DISTINCT early.event AS e, late.event AS held
WITH e, held ORDER BY e.start, held.start, e.id, held.id LIMIT $limit
RETURN e.start AS start, e.status AS status, e.polarity_cue AS cue, held.type AS type,
  COLLECT { MATCH (e)<-[:PARTICIPATED_IN]-(p:Entity)-[:PARTICIPATED_IN]->(held) RETURN DISTINCT p.name AS name ORDER BY name } AS people,
  held.start AS held,
  COLLECT { MATCH (held)-[:LOCATED_IN|DESTINATION]->(p:Place) RETURN DISTINCT p.name AS name ORDER BY name } AS places,
  e.id AS event, held.id AS held_event
ORDER BY start, held, event, held_event

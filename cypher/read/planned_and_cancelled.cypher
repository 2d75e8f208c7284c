// Planned and cancelled meetings
// Meetings, calls, negotiations, summits and trips that were announced, or announced and called off.
// $person (text, default null): a name or another spelling, whole words, or an id; null for anybody
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: start, end, type, status, cue (the words that say so), people, places, event (its id)
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
  WHERE e.type IN ['Meeting', 'PhoneCall', 'Negotiation', 'Summit', 'Trip'] AND e.start <= date(coalesce($to, '9999-12-31'))
  RETURN e
  UNION
  WITH 1 AS whole WHERE $person IS NULL AND $from IS NULL AND $to IS NULL
  MATCH (e:Event)
  WHERE e.type IN ['Meeting', 'PhoneCall', 'Negotiation', 'Summit', 'Trip']
  RETURN e
}
WITH e
WHERE e.type IN ['Meeting', 'PhoneCall', 'Negotiation', 'Summit', 'Trip']
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
  AND e.status IN ['planned', 'cancelled']
WITH e ORDER BY e.start, e.end, e.id LIMIT $limit
RETURN e.start AS start, e.end AS end, e.type AS type, e.status AS status, e.polarity_cue AS cue,
  COLLECT { MATCH (p:Entity)-[:PARTICIPATED_IN]->(e) RETURN DISTINCT p.name AS name ORDER BY name } AS people,
  COLLECT { MATCH (e)-[:LOCATED_IN|DESTINATION]->(p:Place) RETURN DISTINCT p.name AS name ORDER BY name } AS places,
  e.id AS event
ORDER BY start, end, event

// Trips with what happened on them
// Trips that took place and the meetings, statements and other events that were part of them, or that the traveller
// took part in at the destination in those days.
// $person (text, default null): a name or another spelling, whole words, or an id; null for anybody
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: trip_start, trip_end, travellers, destinations, start, type, status, name, how (the words that join it to the trip), trip (its id), event (its id)
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
  WHERE e.type = 'Trip' AND e.start <= date(coalesce($to, '9999-12-31'))
  RETURN e
  UNION
  WITH 1 AS whole WHERE $person IS NULL AND $from IS NULL AND $to IS NULL
  MATCH (e:Event)
  WHERE e.type = 'Trip'
  RETURN e
}
WITH e
WHERE e.type = 'Trip'
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
  AND e.status = 'actual'
WITH collect(e) AS trips
CALL (trips) {
  UNWIND trips AS e
  MATCH (part:Event)-[within:PART_OF]->(e)
  RETURN e, part, coalesce(within.how, 'part of it') AS how
  UNION
  UNWIND trips AS e
  MATCH (e)<-[took:PARTICIPATED_IN]-(traveller:Entity)
  WHERE took.role IN ['traveller', 'companion', 'actor', 'participant'] AND e.start IS NOT NULL
  WITH traveller, collect(DISTINCT {trip: e, first: e.start, last: e.end}) AS made
  MATCH (traveller)-[:PARTICIPATED_IN]->(part:Event)-[:LOCATED_IN]->(place:Place)
  WHERE part.type <> 'Trip' AND part.status = 'actual'
  WITH made, part, place, part.start AS day
  UNWIND [one IN made WHERE one.first <= day AND day <= one.last] AS one
  WITH DISTINCT one.trip AS e, part, place
  WHERE EXISTS { (place)-[:WITHIN*0..4]->(:Place)<-[:DESTINATION]-(e) } AND NOT EXISTS { (part)-[:PART_OF]->(e) }
  RETURN DISTINCT e, part, 'same days and place' AS how
}
WITH e, part, how ORDER BY e.start, e.id, part.start, part.id LIMIT $limit
RETURN e.start AS trip_start, e.end AS trip_end,
  COLLECT {
    MATCH (p:Entity)-[r:PARTICIPATED_IN]->(e)
    WHERE r.role IN ['traveller', 'actor', 'participant']
    RETURN DISTINCT p.name AS name ORDER BY name
  } AS travellers,
  COLLECT { MATCH (e)-[:DESTINATION]->(p:Place) RETURN DISTINCT p.name AS name ORDER BY name } AS destinations,
  part.start AS start, part.type AS type, part.status AS status, part.name AS name, how, e.id AS trip, part.id AS event
ORDER BY trip_start, trip, start, event

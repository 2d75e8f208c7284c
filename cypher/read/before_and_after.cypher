// What came before and after
// The events that the texts put before and after one, step by step, and the nearest events in time of those who took
// part in it.
// $event (text, required): the id of an event
// $days (count, default 30): how many days around it
// $limit (count, default 1000): rows at most
// returns: when (before, same or after), start, end, type, status, name, how (said by the text, or same people), gap, event (its id)
MATCH (one:Event {id: $event})
CALL (one) {
  MATCH (one)-[step:AFTER]->(e:Event)
  RETURN e, 'before' AS when, 'said by the text' AS how, step.gap AS gap
  UNION
  MATCH (one)<-[step:AFTER]-(e:Event)
  RETURN e, 'after' AS when, 'said by the text' AS how, step.gap AS gap
  UNION
  MATCH (one)<-[:PARTICIPATED_IN]-(:Entity)-[:PARTICIPATED_IN]->(e:Event)
  WHERE e <> one AND NOT EXISTS { (one)-[:AFTER]-(e) }
    AND e.start >= one.start - duration({days: $days}) AND e.start <= one.end + duration({days: $days})
  RETURN DISTINCT e,
    CASE WHEN e.end < one.start THEN 'before' WHEN e.start > one.end THEN 'after' ELSE 'same' END AS when,
    'same people' AS how, null AS gap
}
RETURN when, e.start AS start, e.end AS end, e.type AS type, e.status AS status, e.name AS name, how, gap, e.id AS event
ORDER BY start, end, event
LIMIT $limit

// Who travels together
// Pairs of people on the same trips, the most frequent first.
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// returns: person, other, trips (how many), first, last, destinations
MATCH (a:Person)-[as_one:PARTICIPATED_IN]->(e:Trip)<-[as_other:PARTICIPATED_IN]-(b:Person)
WHERE a.id < b.id
  AND as_one.role IN ['traveller', 'companion', 'actor', 'participant']
  AND as_other.role IN ['traveller', 'companion', 'actor', 'participant']
  AND e.status = 'actual'
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
WITH DISTINCT a, b, e
OPTIONAL MATCH (e)-[:DESTINATION]->(place:Place)
WITH a, b, e, place ORDER BY place.name
RETURN a.name AS person, b.name AS other, count(DISTINCT e) AS trips, min(e.start) AS first, max(e.end) AS last,
  collect(DISTINCT place.name) AS destinations
ORDER BY trips DESC, person, other

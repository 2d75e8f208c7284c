// Where they meet
// Places by how many meetings, calls, negotiations and summits took place there.
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: place, country, meetings (how many), first, last
MATCH (e:Event)
WHERE e.type IN ['Meeting', 'PhoneCall', 'Negotiation', 'Summit'] AND e.start <= date(coalesce($to, '9999-12-31'))
  AND e.status = 'actual' AND ($from IS NULL OR e.end >= date($from))
MATCH (e)-[:LOCATED_IN|DESTINATION]->(place:Place)
RETURN place.name AS place, place.country AS country, count(DISTINCT e) AS meetings, min(e.start) AS first, max(e.end) AS last
ORDER BY meetings DESC, place
LIMIT $limit

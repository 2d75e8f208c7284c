// What is talked about
// Topics with how many events are about them, and who acts or speaks there most.
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: topic, events (how many), people (five at most)
MATCH (e:Event)-[:ABOUT]->(topic:Topic)
WHERE ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
WITH topic, count(DISTINCT e) AS events ORDER BY events DESC, topic.name LIMIT $limit
CALL (topic) {
  MATCH (topic)<-[:ABOUT]-(e:Event)<-[r:PARTICIPATED_IN]-(p:Entity)
  WHERE r.role IN ['actor', 'speaker', 'participant']
    AND ($from IS NULL OR e.end >= date($from))
    AND ($to IS NULL OR e.start <= date($to))
  WITH p, count(DISTINCT e) AS times ORDER BY times DESC, p.id LIMIT 5
  RETURN collect(p.name) AS people
}
RETURN topic.name AS topic, events, people
ORDER BY events DESC, topic

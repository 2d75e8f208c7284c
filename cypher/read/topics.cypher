// What is talked about
// Topics with how many events are about them, and who acts or speaks there most.
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// returns: topic, events (how many), people (five at most)
MATCH (e:Event)-[:ABOUT]->(topic:Topic)
WHERE ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
WITH topic, collect(DISTINCT e) AS events
RETURN topic.name AS topic, size(events) AS events,
  COLLECT {
    MATCH (p:Entity)-[r:PARTICIPATED_IN]->(e:Event)
    WHERE e IN events AND r.role IN ['actor', 'speaker', 'participant']
    WITH p, count(DISTINCT e) AS times ORDER BY times DESC, p.id LIMIT 5
    RETURN p.name
  } AS people
ORDER BY events DESC, topic

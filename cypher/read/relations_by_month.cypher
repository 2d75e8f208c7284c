// Friendly or hostile, month by month
// For two actors, how many of the events between them in each month were cooperation and how many conflict, and
// their mean intensity from -10 to 10.
// $person (text, required): a name or another spelling, whole words
// $other (text, required): the same, for the other side
// returns: month, events (how many), cooperation, conflict, intensity (mean)
MATCH (a:Entity)-[:PARTICIPATED_IN]->(e:Event)<-[:PARTICIPATED_IN]-(b:Entity)
WHERE a <> b
  AND any(name IN [a.name] + coalesce(a.aliases, [])
      WHERE ' ' + toLower(name) + ' ' CONTAINS ' ' + toLower($person) + ' ')
  AND any(name IN [b.name] + coalesce(b.aliases, [])
      WHERE ' ' + toLower(name) + ' ' CONTAINS ' ' + toLower($other) + ' ')
  AND e.status = 'actual' AND e.start IS NOT NULL
WITH DISTINCT e, date.truncate('month', e.start) AS month
RETURN month, count(e) AS events,
  sum(CASE WHEN e.quad ENDS WITH 'cooperation' THEN 1 ELSE 0 END) AS cooperation,
  sum(CASE WHEN e.quad ENDS WITH 'conflict' THEN 1 ELSE 0 END) AS conflict,
  round(avg(e.intensity), 2) AS intensity
ORDER BY month

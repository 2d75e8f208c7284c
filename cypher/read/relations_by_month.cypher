// Friendly or hostile, month by month
// For two actors, how many of the events between them in each month were cooperation and how many conflict, and their
// mean intensity from -10 to 10.
// $person (text, required): a name or another spelling, whole words, or an id
// $other (text, required): the same, for the other side
// $limit (count, default 1000): rows at most
// returns: month, events (how many), cooperation, conflict, intensity (mean)
CALL () {
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace($person, '\\', ' '), '"', ' ') + '"') YIELD node
  RETURN node AS a
  UNION
  MATCH (a:Entity {id: $person})
  RETURN a
}
CALL (a) {
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace($other, '\\', ' '), '"', ' ') + '"') YIELD node
  RETURN node AS b
  UNION
  MATCH (b:Entity {id: $other})
  RETURN b
}
WITH a, b WHERE a <> b
MATCH (a)-[:PARTICIPATED_IN]->(e:Event)<-[:PARTICIPATED_IN]-(b)
WHERE e.status = 'actual' AND e.start IS NOT NULL
WITH DISTINCT e, date.truncate('month', e.start) AS month
RETURN month, count(e) AS events,
  sum(CASE WHEN e.quad ENDS WITH 'cooperation' THEN 1 ELSE 0 END) AS cooperation,
  sum(CASE WHEN e.quad ENDS WITH 'conflict' THEN 1 ELSE 0 END) AS conflict,
  round(avg(e.intensity), 2) AS intensity
ORDER BY month
LIMIT $limit

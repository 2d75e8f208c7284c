// Two countries over time
// For two countries, with their officials, organisations and people: how many events between them in each year,
// quarter or month were cooperation and how many conflict, in words or in deeds, and their mean intensity from -10 to
// 10.
// $country (text, required): a name or another spelling, whole words, or an id
// $other (text, required): the same, for the other country
// $step (step, default "month"): month, quarter or year
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: period (its first day), events (how many), verbal_cooperation, material_cooperation, verbal_conflict, material_conflict, intensity (mean)
CALL () {
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace($country, '\\', ' '), '"', ' ') + '"') YIELD node
  RETURN node AS a
  UNION
  MATCH (a:Entity {id: $country})
  RETURN a
}
WITH a WHERE a:Country
CALL (a) {
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace($other, '\\', ' '), '"', ' ') + '"') YIELD node
  RETURN node AS b
  UNION
  MATCH (b:Entity {id: $other})
  RETURN b
}
WITH a, b WHERE b:Country AND a <> b
CALL (a) {
  MATCH (a)<-[:AFFILIATED_WITH*0..1]-(one:Entity)
  RETURN collect(DISTINCT one) AS ours
}
CALL (b) {
  MATCH (b)<-[:AFFILIATED_WITH*0..1]-(one:Entity)
  RETURN collect(DISTINCT one) AS theirs
}
CALL (ours, theirs) {
  UNWIND ours AS one
  MATCH (one)-[:PARTICIPATED_IN]->(e:Event)
  WHERE e.status = 'actual' AND e.start IS NOT NULL
    AND ($from IS NULL OR e.end >= date($from))
    AND ($to IS NULL OR e.start <= date($to))
  WITH DISTINCT e
  WHERE EXISTS { (e)<-[:PARTICIPATED_IN]-(two:Entity) WHERE two IN theirs }
  RETURN e
}
WITH e, date.truncate(CASE WHEN $step IN ['quarter', 'year'] THEN $step ELSE 'month' END, e.start) AS period
RETURN period, count(e) AS events,
  sum(CASE WHEN e.quad = 'verbal cooperation' THEN 1 ELSE 0 END) AS verbal_cooperation,
  sum(CASE WHEN e.quad = 'material cooperation' THEN 1 ELSE 0 END) AS material_cooperation,
  sum(CASE WHEN e.quad = 'verbal conflict' THEN 1 ELSE 0 END) AS verbal_conflict,
  sum(CASE WHEN e.quad = 'material conflict' THEN 1 ELSE 0 END) AS material_conflict,
  round(avg(e.intensity), 2) AS intensity
ORDER BY period
LIMIT $limit

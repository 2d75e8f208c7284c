// Brokers between two camps
// Who took part in events with members of both of two camps: a country or organisation and whoever is affiliated with
// it. Those who deal with both sides most evenly come first.
// $camp (text, required): a country, organisation or person: a name or another spelling, whole words, or an id
// $other (text, required): the same, for the other camp
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: broker, events_with_camp (how many), events_with_other, weaker (the smaller of the two)
CALL () {
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace($camp, '\\', ' '), '"', ' ') + '"') YIELD node
  RETURN node AS a
  UNION
  MATCH (a:Entity {id: $camp})
  RETURN a
}
WITH collect(DISTINCT a) AS heads
CALL (heads) {
  UNWIND heads AS head
  MATCH (head)<-[:AFFILIATED_WITH*0..1]-(one:Entity)
  RETURN collect(DISTINCT one) AS camp
}
CALL (camp) {
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace($other, '\\', ' '), '"', ' ') + '"') YIELD node
  RETURN node AS b
  UNION
  MATCH (b:Entity {id: $other})
  RETURN b
}
WITH camp, collect(DISTINCT b) AS heads
CALL (heads) {
  UNWIND heads AS head
  MATCH (head)<-[:AFFILIATED_WITH*0..1]-(one:Entity)
  RETURN collect(DISTINCT one) AS others
}
CALL (camp, others) {
  UNWIND camp AS one
  MATCH (one)-[:PARTICIPATED_IN]->(e:Event)
  WHERE e.status = 'actual'
    AND ($from IS NULL OR e.end >= date($from))
    AND ($to IS NULL OR e.start <= date($to))
  WITH DISTINCT e
  MATCH (e)<-[:PARTICIPATED_IN]-(broker:Entity)
  WHERE NOT broker IN camp AND NOT broker IN others
  RETURN broker, count(DISTINCT e) AS with_camp, 0 AS with_other
  UNION ALL
  UNWIND others AS one
  MATCH (one)-[:PARTICIPATED_IN]->(e:Event)
  WHERE e.status = 'actual'
    AND ($from IS NULL OR e.end >= date($from))
    AND ($to IS NULL OR e.start <= date($to))
  WITH DISTINCT e
  MATCH (e)<-[:PARTICIPATED_IN]-(broker:Entity)
  WHERE NOT broker IN camp AND NOT broker IN others
  RETURN broker, 0 AS with_camp, count(DISTINCT e) AS with_other
}
WITH broker, sum(with_camp) AS with_camp, sum(with_other) AS with_other
WHERE with_camp > 0 AND with_other > 0
WITH broker, with_camp, with_other, CASE WHEN with_camp < with_other THEN with_camp ELSE with_other END AS weaker
RETURN broker.name AS broker, with_camp AS events_with_camp, with_other AS events_with_other, weaker
ORDER BY weaker DESC, events_with_camp + events_with_other DESC, broker
LIMIT $limit

// Chain of meetings between two people
// The shortest chains of who met whom that join two people or organisations, six meetings long at most.
// $person (text, required): a name or another spelling, whole words, or an id
// $other (text, required): the same, for the other end
// $limit (count, default 1000): rows at most
// returns: meetings (how many), people, events (ids, in the order of the chain)
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
MATCH ALL SHORTEST (a)((:Entity)-[:PARTICIPATED_IN]->(e:Event)<-[:PARTICIPATED_IN]-(step:Entity)
  WHERE e.status = 'actual' AND e.type IN ['Meeting', 'PhoneCall', 'Negotiation', 'Summit']){1,6}(b)
RETURN size(e) AS meetings, [a.name] + [one IN step | one.name] AS people, [one IN e | one.id] AS events
ORDER BY meetings, people, events
LIMIT $limit

// Chain of meetings between two people
// The shortest chains of who met whom that join two people or organisations, six meetings long at most.
// $person (text, required): a name or another spelling, whole words
// $other (text, required): the same, for the other end
// returns: meetings (how many), people, events (ids, in the order of the chain)
MATCH (a:Entity), (b:Entity)
WHERE a <> b
  AND any(name IN [a.name] + coalesce(a.aliases, [])
      WHERE ' ' + toLower(name) + ' ' CONTAINS ' ' + toLower($person) + ' ')
  AND any(name IN [b.name] + coalesce(b.aliases, [])
      WHERE ' ' + toLower(name) + ' ' CONTAINS ' ' + toLower($other) + ' ')
MATCH ALL SHORTEST (a)((:Entity)-[:PARTICIPATED_IN]->(e:Event)<-[:PARTICIPATED_IN]-(step:Entity)
  WHERE e.status = 'actual' AND e.type IN ['Meeting', 'PhoneCall', 'Negotiation', 'Summit']){1,6}(b)
RETURN size(e) AS meetings, [a.name] + [one IN step | one.name] AS people, [one IN e | one.id] AS events
ORDER BY meetings, people, events

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
MATCH path = allShortestPaths((a)-[:PARTICIPATED_IN*..12]-(b))
WHERE all(step IN nodes(path) WHERE step:Entity
  OR step.status = 'actual' AND step.type IN ['Meeting', 'PhoneCall', 'Negotiation', 'Summit'])
RETURN length(path) / 2 AS meetings,
  [step IN nodes(path) WHERE step:Entity | step.name] AS people,
  [step IN nodes(path) WHERE step:Event | step.id] AS events
ORDER BY meetings, people, events

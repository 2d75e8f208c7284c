// Who takes part with whom
// Those who took part in the same events as somebody, the most frequent first.
// $person (text, required): a name or another spelling, whole words, upper or lower case alike
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// returns: person, other, events (how many), types, first, last
MATCH (who:Entity)-[:PARTICIPATED_IN]->(e:Event)<-[:PARTICIPATED_IN]-(partner:Entity)
WHERE any(name IN [who.name] + coalesce(who.aliases, [])
      WHERE ' ' + toLower(name) + ' ' CONTAINS ' ' + toLower($person) + ' ')
  AND partner <> who
  AND e.status = 'actual'
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
WITH DISTINCT who, partner, e ORDER BY e.type
RETURN who.name AS person, partner.name AS other, count(e) AS events, collect(DISTINCT e.type) AS types,
  min(e.start) AS first, max(e.end) AS last
ORDER BY events DESC, other, person

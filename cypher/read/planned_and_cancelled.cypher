// Planned and cancelled meetings
// Meetings, calls, negotiations, summits and trips that were announced, or announced and called off.
// $person (text, default null): a name or another spelling, whole words; null for anybody
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// returns: start, end, type, status, cue (the words that say so), people, places, event (its id)
MATCH (e:Event)
WHERE e.type IN ['Meeting', 'PhoneCall', 'Negotiation', 'Summit', 'Trip']
  AND e.status IN ['planned', 'cancelled']
  AND ($from IS NULL OR e.end >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
  AND ($person IS NULL OR EXISTS {
    MATCH (p:Entity)-[:PARTICIPATED_IN]->(e)
    WHERE any(name IN [p.name] + coalesce(p.aliases, [])
      WHERE ' ' + toLower(name) + ' ' CONTAINS ' ' + toLower($person) + ' ')
  })
RETURN e.start AS start, e.end AS end, e.type AS type, e.status AS status, e.polarity_cue AS cue,
  COLLECT { MATCH (p:Entity)-[:PARTICIPATED_IN]->(e) RETURN DISTINCT p.name AS name ORDER BY name } AS people,
  COLLECT {
    MATCH (e)-[:LOCATED_IN|DESTINATION]->(p:Place)
    RETURN DISTINCT p.name AS name ORDER BY name
  } AS places,
  e.id AS event
ORDER BY start, end, event

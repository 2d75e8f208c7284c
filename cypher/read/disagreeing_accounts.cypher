// Accounts that disagree
// Accounts of what is surely one event, kept apart because they say different things of it: the same kind, mostly the same people
// (two at least) on the same sides, no report that tells both, and one of date, place and status that differs: some days apart in the
// same town; on the same day in two places of which neither holds the other; or done according to one and not done or called off
// according to the other, or still planned in a report of a later day. Made for what people do together.
// $person (text, default null): a name or another spelling, whole words, or an id; null for anybody
// $type (label, default "Meeting"): one event label
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $days (count, default 2): how far apart in days at most
// $limit (count, default 1000): rows at most
// returns: start, type, people (in both), differ (in what), status, other_status, other_start, places, other_places, sources, other_sources, event (its id), other_event (its id)
CALL () {
  WITH $person AS name WHERE name IS NOT NULL
  CALL db.index.fulltext.queryNodes('graphbuilder_entity_names',
    '"' + replace(replace(name, '\\', ' '), '"', ' ') + '"') YIELD node
  MATCH (node)-[:PARTICIPATED_IN]->(e:Event)
  RETURN e
  UNION
  MATCH (:Entity {id: $person})-[:PARTICIPATED_IN]->(e:Event)
  RETURN e
  UNION
  WITH 1 AS whole WHERE $person IS NULL
  MATCH (e:Event)
  WHERE e.type = $type AND e.start <= date(coalesce($to, '9999-12-31'))
  RETURN e
}
WITH e
WHERE e.type = $type AND e.date_precision = 'day' AND e.status <> 'hypothetical'
  AND ($from IS NULL OR e.start >= date($from))
  AND ($to IS NULL OR e.start <= date($to))
MATCH (e)<-[:PARTICIPATED_IN]-(a:Entity)
MATCH (e)<-[:PARTICIPATED_IN]-(b:Entity)
WHERE a.id < b.id
WITH a, b, collect(DISTINCT {event: e, day: e.start, id: e.id}) AS events
UNWIND events AS one
UNWIND [two IN events WHERE one.id < two.id AND two.day >= one.day - duration({days: $days})
  AND two.day <= one.day + duration({days: $days})] AS two
WITH DISTINCT one.event AS e, two.event AS f
WHERE NOT EXISTS { (e)<-[:MENTIONS]-(:Sentence)-[:IN_DOCUMENT]->(:Document)<-[:IN_DOCUMENT]-(:Sentence)-[:MENTIONS]->(f) }
WITH e, f,
  COLLECT {
    MATCH (e)<-[r:PARTICIPATED_IN]-(p:Entity)-[s:PARTICIPATED_IN]->(f)
    WHERE (r.role IN ['recipient', 'addressee']) = (s.role IN ['recipient', 'addressee'])
    RETURN DISTINCT p.name AS name ORDER BY name
  } AS people,
  COUNT { MATCH (e)<-[:PARTICIPATED_IN]-(p:Entity) RETURN DISTINCT p } AS told,
  COUNT { MATCH (f)<-[:PARTICIPATED_IN]-(p:Entity) RETURN DISTINCT p } AS other_told,
  COLLECT { MATCH (e)-[:LOCATED_IN]->(p:Place) RETURN DISTINCT p.name AS name ORDER BY name } AS places,
  COLLECT { MATCH (f)-[:LOCATED_IN]->(p:Place) RETURN DISTINCT p.name AS name ORDER BY name } AS other_places
WHERE size(people) > 1 AND 2 * size(people) >= told AND 2 * size(people) >= other_told
WITH e, f, people, places, other_places,
  CASE WHEN e.start <> f.start THEN ['date'] ELSE [] END
  + CASE WHEN size(places) > 0 AND size(other_places) > 0
    AND NOT EXISTS { (e)-[:LOCATED_IN]->(:Place)-[:WITHIN*0..4]->(:Place)<-[:LOCATED_IN]-(f) }
    AND NOT EXISTS { (f)-[:LOCATED_IN]->(:Place)-[:WITHIN*0..4]->(:Place)<-[:LOCATED_IN]-(e) }
    THEN ['place'] ELSE [] END
  + CASE WHEN e.status <> f.status THEN ['status'] ELSE [] END AS differ,
  CASE e.status WHEN 'planned' THEN e ELSE f END AS plan,
  CASE e.status WHEN 'planned' THEN f ELSE e END AS off
WHERE differ = ['place']
  OR differ = ['date'] AND coalesce(e.date_basis, '') <> 'published' AND coalesce(f.date_basis, '') <> 'published'
    AND EXISTS { (e)-[:LOCATED_IN]->(p:Place)<-[:LOCATED_IN]-(f) WHERE NOT p:Country }
  OR differ = ['status'] AND (
    'actual' IN [e.status, f.status] AND ('negated' IN [e.status, f.status] OR 'cancelled' IN [e.status, f.status])
    OR plan.status = 'planned' AND off.status IN ['negated', 'cancelled'] AND EXISTS {
      MATCH (plan)<-[:MENTIONS]-(:Sentence)-[:IN_DOCUMENT]->(later:Document)
      WHERE EXISTS {
        MATCH (off)<-[:MENTIONS]-(:Sentence)-[:IN_DOCUMENT]->(earlier:Document)
        WHERE earlier.published < later.published
      }
    }
  )
WITH e, f, people, places, other_places, differ ORDER BY e.start, e.id, f.id LIMIT $limit
RETURN e.start AS start, e.type AS type, people, differ, e.status AS status, f.status AS other_status,
  f.start AS other_start, places, other_places,
  COLLECT {
    MATCH (e)<-[:MENTIONS]-(:Sentence)-[:IN_DOCUMENT]->(d:Document)
    RETURN DISTINCT coalesce(d.source, d.name) AS name ORDER BY name
  } AS sources,
  COLLECT {
    MATCH (f)<-[:MENTIONS]-(:Sentence)-[:IN_DOCUMENT]->(d:Document)
    RETURN DISTINCT coalesce(d.source, d.name) AS name ORDER BY name
  } AS other_sources,
  e.id AS event, f.id AS other_event
ORDER BY start, event, other_event

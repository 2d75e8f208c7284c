// Events by label and status
// How many events there are, by label and status, and the days they span.
// returns: type, status, events, first, last
MATCH (e:Event)
RETURN e.type AS type, e.status AS status, count(*) AS events, min(e.start) AS first, max(e.end) AS last

// An event to ask about
// The events that most sources tell of.
// returns: event
MATCH (e:Event)
WHERE e.source_count > 0
RETURN e.id AS event ORDER BY e.source_count DESC, e.id LIMIT 25

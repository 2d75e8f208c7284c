// An event that has parts
// Events that others are part of.
// returns: event
MATCH (:Event)-[:PART_OF]->(e:Event)
RETURN DISTINCT e.id AS event LIMIT 5

// A day to ask about
// The last days on which documents name holders of positions.
// returns: day
MATCH (:Entity)-[held:HOLDS]->(:Position)
WHERE held.observed_first > date('0001-01-01')
RETURN toString(held.observed_first) AS day ORDER BY held.observed_first DESC LIMIT 5

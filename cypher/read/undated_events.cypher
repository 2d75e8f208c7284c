// Events without a date
// Events for which no text gives a day, the best attested first.
// $type (label, default null): one event label, such as Meeting; null for all
// $limit (count, default 1000): rows at most
// returns: type, status, name, words (about time, as the text has them), sources (how many), event (its id)
MATCH (e:Event)
WHERE e.date_precision = 'unknown' AND ($type IS NULL OR e.type = $type)
RETURN e.type AS type, e.status AS status, e.name AS name, e.date_text AS words, e.source_count AS sources, e.id AS event
ORDER BY sources DESC, event
LIMIT $limit

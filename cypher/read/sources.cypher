// Sources
// Where the documents come from: how many from each source, and from when to when.
// $limit (count, default 1000): rows at most
// returns: source, documents (how many), first, last
MATCH (d:Document)
RETURN d.source AS source, count(d) AS documents, min(d.published) AS first, max(d.published) AS last
ORDER BY documents DESC, source
LIMIT $limit

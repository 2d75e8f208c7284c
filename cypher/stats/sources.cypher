// Documents by source
// How many documents each source has; null where none is known.
// returns: source, documents
MATCH (d:Document)
RETURN d.source AS source, count(*) AS documents

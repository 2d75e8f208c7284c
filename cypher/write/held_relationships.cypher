// The relationships of one type
// Streams what the store holds of one RELATIONSHIP_TYPE, in order of id, straight from the index. One without an id
// is not ours.
// returns: id, properties, start, start_labels, end, end_labels
MATCH (a)-[r:RELATIONSHIP_TYPE]->(b)
WHERE r.id >= ''
RETURN r.id AS id, properties(r) AS properties, a.id AS start, labels(a) AS start_labels, b.id AS end,
  labels(b) AS end_labels
ORDER BY id

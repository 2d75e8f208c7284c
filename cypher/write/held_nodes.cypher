// The nodes of one key label
// Streams what the store holds under KEY_LABEL, in order of id, straight from the index. A node whose id is no
// string is not ours.
// returns: id, labels, properties
MATCH (n:KEY_LABEL)
WHERE n.id >= ''
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties
ORDER BY id

// Every node by its names
// Streams what tells whose a node is: its id, its labels and the names of its properties.
// returns: id, labels, names
MATCH (n)
RETURN n.id AS id, labels(n) AS labels, keys(n) AS names
ORDER BY id

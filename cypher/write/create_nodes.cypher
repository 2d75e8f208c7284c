// Create nodes
// Makes the nodes that the store does not hold yet. Run for each key label, whose name stands for KEY_LABEL.
// $rows (rows, required): {id, labels, props}, each id once; an id that is there by now breaks its constraint
// returns: nothing; the server counts the nodes created
UNWIND $rows AS row
CREATE (n:KEY_LABEL {id: row.id})
SET n += row.props, n:$(row.labels)

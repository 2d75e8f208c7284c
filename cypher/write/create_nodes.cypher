// Create nodes
// Makes the nodes that the store does not hold yet. Run for each key label, whose name stands for KEY_LABEL.
// $rows (rows, required): {id, labels, props}, each id once
// returns: nothing; the server counts the nodes created
UNWIND $rows AS row
MERGE (n:KEY_LABEL {id: row.id})
SET n += row.props, n:$(row.labels)

// Delete nodes
// Deletes nodes held under KEY_LABEL with whatever still hangs on them.
// $rows (rows, required): {id}, each id once
// returns: nothing; the server counts the nodes deleted
UNWIND $rows AS row
MATCH (n:KEY_LABEL {id: row.id})
DETACH DELETE n

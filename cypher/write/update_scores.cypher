// Write scores
// Sets scores and the ids of their runs on nodes held under KEY_LABEL; nothing else of them changes.
// $rows (rows, required): {id, props}, each id once
// returns: updated, the number of nodes found
UNWIND $rows AS row
MATCH (n:KEY_LABEL {id: row.id})
SET n += row.props
RETURN count(n) AS updated

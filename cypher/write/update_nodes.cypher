// Update nodes
// Sets what changed of nodes that the store holds under KEY_LABEL: a property that is null goes away (`clear` first,
// then `props`), the labels in `drop` are replaced by those in `labels`. Other labels and properties are their reader's
// own and stay.
// $rows (rows, required): {id, drop, labels, clear, props}, each id once
// returns: updated, the number of nodes found
UNWIND $rows AS row
MATCH (n:KEY_LABEL {id: row.id})
SET n += row.clear
SET n += row.props
REMOVE n:$(row.drop)
SET n:$(row.labels)
RETURN count(n) AS updated

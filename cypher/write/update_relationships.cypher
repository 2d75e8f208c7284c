// Update relationships
// Sets what changed of relationships that the store holds; a property that is null goes away (`clear` first,
// then `props`).
// $rows (rows, required): {id, clear, props}, each id once
// returns: updated, the number of relationships found
UNWIND $rows AS row
MATCH ()-[r:RELATIONSHIP_TYPE {id: row.id}]->()
SET r += row.clear
SET r += row.props
RETURN count(r) AS updated

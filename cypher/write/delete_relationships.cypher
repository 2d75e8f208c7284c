// Delete relationships
// Deletes relationships by id.
// $rows (rows, required): {id}, each id once
// returns: nothing; the server counts the relationships deleted
UNWIND $rows AS row
MATCH ()-[r:RELATIONSHIP_TYPE {id: row.id}]->()
DELETE r

// Create relationships
// Makes the relationships that the store does not hold yet, between nodes that it does. Run for each
// RELATIONSHIP_TYPE and the key labels of its ends, START_LABEL and END_LABEL. Two alike between the same nodes are kept apart by their id.
// $rows (rows, required): {id, start, end, props}, each id once; an id that is there by now breaks its constraint
// returns: nothing; the server counts the relationships created
UNWIND $rows AS row
MATCH (a:START_LABEL {id: row.start})
MATCH (b:END_LABEL {id: row.end})
CREATE (a)-[r:RELATIONSHIP_TYPE {id: row.id}]->(b)
SET r += row.props

// A relationship without an end
// Finds the first of some relationships one of whose ends is not in the store, to name it in an error.
// $rows (rows, required): {id, start, end}
// returns: id of that relationship, missing: the id of the end that is not there
UNWIND $rows AS row
OPTIONAL MATCH (a:START_LABEL {id: row.start})
OPTIONAL MATCH (b:END_LABEL {id: row.end})
WITH row, a, b WHERE a IS NULL OR b IS NULL
RETURN row.id AS id, CASE WHEN a IS NULL THEN row.start ELSE row.end END AS missing
LIMIT 1

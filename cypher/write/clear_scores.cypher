// Clear scores
// Takes properties off every entity that has them. The names are those of scores, which begin with analysis_.
// $rows (rows, required): {name, clear}: the name of a score, and it and its run as null
// returns: cleared, the number of entities that had one
UNWIND $rows AS row
MATCH (n:Entity)
WHERE n[row.name] IS NOT NULL
SET n += row.clear
RETURN count(DISTINCT n) AS cleared

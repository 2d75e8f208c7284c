// Keep runs of analyses
// Makes or replaces what is known of runs.
// $rows (rows, required): {id, props}, each id once
// returns: updated, the number of runs kept
UNWIND $rows AS row
MERGE (r:AnalysisRun {id: row.id})
SET r = row.props
SET r.id = row.id
RETURN count(r) AS updated

// Forget runs of analyses
// Deletes what is known of runs; their scores are cleared by clear_scores.
// $rows (rows, required): {id}, each id once
// returns: nothing; the server counts the nodes deleted
UNWIND $rows AS row
MATCH (r:AnalysisRun {id: row.id})
DETACH DELETE r

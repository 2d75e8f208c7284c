// The runs of analyses
// Gives what is known of every run whose scores are in the graph.
// returns: run, the properties of the run
MATCH (r:AnalysisRun)
WHERE r.id >= ''
RETURN properties(r) AS run
ORDER BY r.id

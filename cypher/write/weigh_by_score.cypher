// Sizes by a score
// Gives the entities that a score puts first the labels by which the style draws them larger: the first 3 in 100 most, the next
// 7, the next 20. A style cannot draw by a property. The labels are no part of the graph: they are never exported or compared.
// $property (text, required): the property that holds the score, analysis_pagerank
// returns: nothing
CALL () {
  MATCH (n:Entity)
  WHERE n[$property] IS NOT NULL
  WITH n
  ORDER BY n[$property] DESC, n.id
  WITH collect(n) AS ranked
  UNWIND range(0, size(ranked) - 1) AS place
  WITH ranked[place] AS n, 1.0 * place / size(ranked) AS share
  RETURN n, CASE WHEN share < 0.03 THEN 'Weight4' WHEN share < 0.1 THEN 'Weight3' WHEN share < 0.3 THEN 'Weight2' END AS weight
  UNION
  MATCH (n:Weight2|Weight3|Weight4)
  WHERE n[$property] IS NULL
  RETURN n, null AS weight
}
WITH n, weight
WHERE weight IS NULL OR NOT weight IN labels(n)
REMOVE n:Weight2:Weight3:Weight4
WITH n, weight
WHERE weight IS NOT NULL
SET n:$(weight)

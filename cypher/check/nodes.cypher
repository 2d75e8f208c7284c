// Nodes that are not plainly of the graph model
// Streams those without exactly one key label, with an id that does not begin as that label's do, or with a label or
// property that it does not have. Scores, which begin with analysis_, are left aside.
// $properties (rows, required): the names of the properties of each key label, by label
// $beginnings (rows, required): how the ids of each key label begin, by label
// $labels (rows, required): every label that the graph's nodes may have
// returns: id, labels, names (of its properties)
MATCH (n)
WITH n, [label IN labels(n) WHERE label IN keys($properties)] AS own
WHERE size(own) <> 1
  OR NOT coalesce(any(beginning IN $beginnings[own[0]] WHERE n.id STARTS WITH beginning), false)
  OR any(name IN keys(n) WHERE NOT name IN $properties[own[0]] AND NOT name STARTS WITH 'analysis_')
  OR any(label IN labels(n) WHERE NOT label IN $labels)
RETURN n.id AS id, labels(n) AS labels, keys(n) AS names

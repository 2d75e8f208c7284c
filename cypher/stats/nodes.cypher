// Nodes by labels
// How many nodes of the graph model there are, by their labels.
// returns: labels, nodes
MATCH (n:Document|Sentence|Entity|Position|Event|Topic)
RETURN labels(n) AS labels, count(*) AS nodes

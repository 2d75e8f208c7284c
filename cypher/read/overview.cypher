// What the graph holds
// How many nodes of each label the graph holds.
// returns: label, nodes (how many)
MATCH (n:Document) RETURN 'Document' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Sentence) RETURN 'Sentence' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Entity) RETURN 'Entity' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Person) RETURN 'Person' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Organization) RETURN 'Organization' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Place) RETURN 'Place' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Country) RETURN 'Country' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Group) RETURN 'Group' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Position) RETURN 'Position' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Event) RETURN 'Event' AS label, count(n) AS nodes
UNION ALL
MATCH (n:Topic) RETURN 'Topic' AS label, count(n) AS nodes

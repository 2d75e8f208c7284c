// What the graph holds
// How many nodes of each label the graph holds.
// returns: label, nodes (how many)
MATCH (n:Document) WITH count(n) AS nodes RETURN 'Document' AS label, nodes
UNION ALL
MATCH (n:Sentence) WITH count(n) AS nodes RETURN 'Sentence' AS label, nodes
UNION ALL
MATCH (n:Entity) WITH count(n) AS nodes RETURN 'Entity' AS label, nodes
UNION ALL
MATCH (n:Person) WITH count(n) AS nodes RETURN 'Person' AS label, nodes
UNION ALL
MATCH (n:Organization) WITH count(n) AS nodes RETURN 'Organization' AS label, nodes
UNION ALL
MATCH (n:Place) WITH count(n) AS nodes RETURN 'Place' AS label, nodes
UNION ALL
MATCH (n:Country) WITH count(n) AS nodes RETURN 'Country' AS label, nodes
UNION ALL
MATCH (n:Group) WITH count(n) AS nodes RETURN 'Group' AS label, nodes
UNION ALL
MATCH (n:Position) WITH count(n) AS nodes RETURN 'Position' AS label, nodes
UNION ALL
MATCH (n:Event) WITH count(n) AS nodes RETURN 'Event' AS label, nodes
UNION ALL
MATCH (n:Topic) WITH count(n) AS nodes RETURN 'Topic' AS label, nodes

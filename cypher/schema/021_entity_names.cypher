// Full text of entity names
// Finds people, organisations and places by words of their name or of another spelling, with or without accents; the
// queries of cypher/read start from it.
// returns: nothing
CREATE FULLTEXT INDEX graphbuilder_entity_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}

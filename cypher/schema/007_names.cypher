// Full text of names
// Finds people, organisations, places, positions and events by words of their name or of another spelling, with or
// without accents: CALL db.index.fulltext.queryNodes("graphbuilder_names", "berg").
// returns: nothing
CREATE FULLTEXT INDEX graphbuilder_names IF NOT EXISTS FOR (n:Entity|Position|Event) ON EACH [n.name, n.aliases]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}

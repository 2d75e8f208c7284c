// Full text of names
// Finds people, organisations, places, positions and events by words of their name or of another spelling:
// CALL db.index.fulltext.queryNodes("names", "berg").
// returns: nothing
CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:Entity|Position|Event) ON EACH [n.name, n.aliases]

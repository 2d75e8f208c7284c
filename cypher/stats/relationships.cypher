// Relationships by type
// How many relationships there are, by type.
// returns: type, relationships
MATCH (:Document|Sentence|Entity|Position|Event|Topic)-[r]->(:Document|Sentence|Entity|Position|Event|Topic)
RETURN type(r) AS type, count(*) AS relationships

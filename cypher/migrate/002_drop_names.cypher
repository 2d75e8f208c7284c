// Names were indexed with their accents
// Takes the full-text index of names away; cypher/schema makes it again, now without accents.
// returns: nothing
DROP INDEX graphbuilder_names IF EXISTS

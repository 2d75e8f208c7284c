// Sentences were indexed with the endings of their words
// Takes the full-text index of sentences away; cypher/schema makes it again, now by the stems of words.
// returns: nothing
DROP INDEX graphbuilder_sentence_text IF EXISTS

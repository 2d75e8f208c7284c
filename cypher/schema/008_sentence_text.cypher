// Full text of sentences
// Finds sentences by their words, "cartel" also where they have "cartels":
// CALL db.index.fulltext.queryNodes("graphbuilder_sentence_text", "harbour AND strike").
// returns: nothing
CREATE FULLTEXT INDEX graphbuilder_sentence_text IF NOT EXISTS FOR (s:Sentence) ON EACH [s.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}}

// Search names and sentences
// People, organisations, places, positions, events and sentences that have all the words, names first. The words are
// plain text: no sign in them has a meaning.
// $words (text, required): what to look for
// $limit (count, default 25): rows of each at most
// returns: found (what it is), name, document, published, score, id
WITH reduce(text = '""', word IN split(replace(replace($words, '\\', ' '), '"', ' '), ' ') |
    text + CASE word WHEN '' THEN '' ELSE ' +"' + word + '"' END) AS lucene
CALL (lucene) {
  CALL db.index.fulltext.queryNodes('graphbuilder_names', lucene, {limit: $limit}) YIELD node, score
  RETURN 0 AS rank, node, score, null AS d
  UNION
  CALL db.index.fulltext.queryNodes('graphbuilder_sentence_text', lucene, {limit: $limit}) YIELD node, score
  MATCH (node)-[:IN_DOCUMENT]->(d:Document)
  RETURN 1 AS rank, node, score, d
}
RETURN CASE WHEN node:Event THEN node.type WHEN node:Country THEN 'Country' WHEN node:Sentence THEN 'Sentence'
    WHEN node:Position THEN 'Position' ELSE [label IN labels(node) WHERE label <> 'Entity'][0] END AS found,
  CASE rank WHEN 0 THEN node.name ELSE node.text END AS name, d.name AS document, d.published AS published,
  round(score, 3) AS score, node.id AS id
ORDER BY rank, score DESC, id

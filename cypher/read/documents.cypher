// Documents
// Documents by source and day, with how many events each tells of.
// $source (text, default null): the name of the source; null for all
// $from (date, default null): the first day; null for the beginning
// $to (date, default null): the last day; null for the end
// $limit (count, default 1000): rows at most
// returns: published, source, name, url, events (how many), copies (how many), id
CALL () {
  WITH $source AS source WHERE source IS NOT NULL
  MATCH (d:Document {source: source})
  RETURN d
  UNION
  WITH 1 AS dated WHERE $source IS NULL AND ($from IS NOT NULL OR $to IS NOT NULL)
  MATCH (d:Document)
  WHERE d.published >= date(coalesce($from, '0001-01-01')) AND d.published <= date(coalesce($to, '9999-12-31'))
  RETURN d
  UNION
  WITH 1 AS whole WHERE $source IS NULL AND $from IS NULL AND $to IS NULL
  MATCH (d:Document)
  RETURN d
}
WITH d
WHERE ($from IS NULL OR d.published >= date($from)) AND ($to IS NULL OR d.published <= date($to))
WITH d ORDER BY d.published, d.source, d.id LIMIT $limit
RETURN d.published AS published, d.source AS source, d.name AS name, d.url AS url,
  COUNT { MATCH (d)<-[:IN_DOCUMENT]-(:Sentence)-[:MENTIONS]->(e:Event) RETURN DISTINCT e } AS events,
  COUNT { (d)<-[:DUPLICATE_OF]-(:Document) } AS copies, d.id AS id
ORDER BY published, source, id

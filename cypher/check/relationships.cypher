// Relationships that are not of the graph model
// Streams those of another type, without an id as that type has, or with properties that the model does not declare.
// $properties (rows, required): the names of the properties of each type of the model, by type
// returns: id, type, names, start, start_labels, end, end_labels
MATCH (a)-[r]->(b)
WHERE NOT type(r) IN keys($properties)
  OR NOT coalesce(r.id STARTS WITH toLower(type(r)) + ':', false)
  OR any(name IN keys(r) WHERE NOT name IN $properties[type(r)])
RETURN r.id AS id, type(r) AS type, keys(r) AS names, a.id AS start, labels(a) AS start_labels, b.id AS end,
  labels(b) AS end_labels

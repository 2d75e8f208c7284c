// Version of the schema
// The number of the last migration that this database went through; no row where none was noted.
// returns: version
MATCH (v:SchemaVersion {id: 'graphbuilder'})
RETURN v.version AS version

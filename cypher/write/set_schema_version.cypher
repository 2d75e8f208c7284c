// Note the version of the schema
// The one node of ours that is no part of the graph: it is never exported, compared or deleted.
// $version (count, required): the number of the last migration
// returns: nothing
MERGE (v:SchemaVersion {id: 'graphbuilder'})
SET v.version = $version, v.name = 'graphbuilder schema ' + toString($version)

// One version of the schema
// One SchemaVersion node for an id.
// returns: nothing
CREATE CONSTRAINT graphbuilder_SchemaVersion_id IF NOT EXISTS FOR (v:SchemaVersion) REQUIRE v.id IS UNIQUE

// Unique ids of relationships
// One relationship for an id within each type. Run once for each type of the graph model, whose name stands for
// RELATIONSHIP_TYPE. Its index also gives the relationships in order of id.
// returns: nothing
CREATE CONSTRAINT graphbuilder_RELATIONSHIP_TYPE_id IF NOT EXISTS FOR ()-[r:RELATIONSHIP_TYPE]-() REQUIRE r.id IS UNIQUE

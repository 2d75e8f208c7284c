// Unique ids of nodes
// One node for an id within each key label. Run once for each of Document, Sentence, Entity, Position, Event and Topic,
// whose name stands for KEY_LABEL. Its index also gives the nodes in order of id.
// returns: nothing
CREATE CONSTRAINT graphbuilder_KEY_LABEL_id IF NOT EXISTS FOR (n:KEY_LABEL) REQUIRE n.id IS UNIQUE

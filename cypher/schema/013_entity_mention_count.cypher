// Entities by number of mentions
// An index for the most mentioned ones.
// returns: nothing
CREATE INDEX graphbuilder_entity_mention_count IF NOT EXISTS FOR (n:Entity) ON (n.mention_count)

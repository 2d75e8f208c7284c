// Entities by name
// An index for lookups by this property.
// returns: nothing
CREATE INDEX graphbuilder_entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name)

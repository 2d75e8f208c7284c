// Indexes of the schema
// The indexes and the constraints' indexes of ours that the database has, with how far each is.
// returns: name, state
SHOW INDEXES YIELD name, state
WHERE name STARTS WITH 'graphbuilder_'
RETURN name, state

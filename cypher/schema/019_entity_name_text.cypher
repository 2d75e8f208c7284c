// Text of entity names
// Serves CONTAINS, STARTS WITH and ENDS WITH on names: WHERE n.name CONTAINS "berg".
// returns: nothing
CREATE TEXT INDEX graphbuilder_entity_name_text IF NOT EXISTS FOR (n:Entity) ON (n.name)

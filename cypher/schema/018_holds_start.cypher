// Holders by their first day in a position
// An index for lookups by this property.
// returns: nothing
CREATE INDEX graphbuilder_holds_start IF NOT EXISTS FOR ()-[r:HOLDS]-() ON (r.start)

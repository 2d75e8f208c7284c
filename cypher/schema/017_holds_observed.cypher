// Holders by the first day they are seen in a position
// An index for lookups by this property.
// returns: nothing
CREATE INDEX graphbuilder_holds_observed_first IF NOT EXISTS FOR ()-[r:HOLDS]-() ON (r.observed_first)

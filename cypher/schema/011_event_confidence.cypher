// Events by confidence
// An index for lookups by this property.
// returns: nothing
CREATE INDEX graphbuilder_event_confidence IF NOT EXISTS FOR (e:Event) ON (e.confidence)

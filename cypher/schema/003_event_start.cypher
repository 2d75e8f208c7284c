// Events by first possible day
// An index for lookups by this property.
// returns: nothing
CREATE INDEX graphbuilder_event_start IF NOT EXISTS FOR (e:Event) ON (e.start)

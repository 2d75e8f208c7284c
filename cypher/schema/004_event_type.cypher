// Events by type
// An index for lookups by this property.
// returns: nothing
CREATE INDEX graphbuilder_event_type IF NOT EXISTS FOR (e:Event) ON (e.type)

// Events by status
// An index for lookups by this property.
// returns: nothing
CREATE INDEX graphbuilder_event_status IF NOT EXISTS FOR (e:Event) ON (e.status)

// Events by type and first possible day
// An index for the events of some types in a span of time.
// returns: nothing
CREATE INDEX graphbuilder_event_type_start IF NOT EXISTS FOR (e:Event) ON (e.type, e.start)

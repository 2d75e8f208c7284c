// Events by number of sources
// An index for lookups by this property.
// returns: nothing
CREATE INDEX graphbuilder_event_source_count IF NOT EXISTS FOR (e:Event) ON (e.source_count)

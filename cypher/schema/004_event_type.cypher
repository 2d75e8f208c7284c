// Events by type
// An index for lookups by this property.
// returns: nothing
CREATE INDEX event_type IF NOT EXISTS FOR (e:Event) ON (e.type)

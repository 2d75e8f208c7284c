// Events by precision of their date
// An index for lookups by this property; "unknown" finds the events without a date.
// returns: nothing
CREATE INDEX graphbuilder_event_date_precision IF NOT EXISTS FOR (e:Event) ON (e.date_precision)

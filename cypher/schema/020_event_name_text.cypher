// Text of event names
// Serves CONTAINS, STARTS WITH and ENDS WITH on names of events.
// returns: nothing
CREATE TEXT INDEX graphbuilder_event_name_text IF NOT EXISTS FOR (e:Event) ON (e.name)

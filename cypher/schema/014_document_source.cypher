// Documents by source
// An index for lookups by this property.
// returns: nothing
CREATE INDEX graphbuilder_document_source IF NOT EXISTS FOR (d:Document) ON (d.source)

// Documents by address
// An index for lookups by this property.
// returns: nothing
CREATE INDEX graphbuilder_document_url IF NOT EXISTS FOR (d:Document) ON (d.url)

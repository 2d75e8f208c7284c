// Documents by day of publication
// An index for lookups by this property.
// returns: nothing
CREATE INDEX graphbuilder_document_published IF NOT EXISTS FOR (d:Document) ON (d.published)

// Wait for the indexes
// Waits, five minutes at most, until new indexes can be used.
// returns: nothing
CALL db.awaitIndexes(300)

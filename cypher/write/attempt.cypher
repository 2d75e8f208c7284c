// May this user write here
// Run in a transaction that is rolled back, to learn that the database is read-only before anything else is changed.
// returns: nothing
CREATE (:Topic)

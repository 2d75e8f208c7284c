// Is the database there
// Asks for nothing, to learn whether this user may use this database.
// returns: up, always 1
RETURN 1 AS up

"""A view of the graph -> one table: measures ranked, rounded and laid out. Nothing is measured here."""

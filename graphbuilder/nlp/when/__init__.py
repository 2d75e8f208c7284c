"""When: time expressions of a parsed document, resolved to days. The door is `times.find_times`."""

"""Many sessions and their candidates from one CSV file, in two steps: what it would do, then doing it."""

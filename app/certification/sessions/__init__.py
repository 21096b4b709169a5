"""Sessions of a centre: list, creation, changes, deletion."""

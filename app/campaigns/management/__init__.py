"""A campaign as its team sets it up: list, creation, settings, sheet for the board."""

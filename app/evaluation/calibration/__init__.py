"""How hard and how telling each challenge is, measured from recorded answers."""

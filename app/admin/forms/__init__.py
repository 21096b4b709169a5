"""What the forms of the administration send."""

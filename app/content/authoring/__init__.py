"""Tools of those who write challenges: a new one, what changed, what there is, what is missing."""

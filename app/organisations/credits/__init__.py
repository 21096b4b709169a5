"""Lots of credits, and the learners they cover."""

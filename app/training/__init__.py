"""Tutorials: recommended after failures, saved, found useful; and what an answer should have been."""

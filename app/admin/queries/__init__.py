"""Reads for the pages of the administration."""

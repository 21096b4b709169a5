"""Reads for the pages that explain results: their number does not depend on how many people there are."""

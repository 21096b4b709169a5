"""The list of candidates as a sheet: downloaded filled in, sent back to replace it."""

"""The database: the only room that asks which engine runs."""

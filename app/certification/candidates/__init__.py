"""Candidates of a session: enrolled one by one, from the pupils of an organisation, or by a sheet."""

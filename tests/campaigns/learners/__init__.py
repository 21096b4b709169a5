"""The learners of an organisation."""

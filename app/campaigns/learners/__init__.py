"""The learners of an organisation, with what they took part in."""

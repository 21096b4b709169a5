"""The invigilator's page of a session: who is here, how each test goes, what she is asked."""

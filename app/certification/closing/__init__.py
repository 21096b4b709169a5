"""The end of a session by its centre: what went wrong, why tests stopped, and the finalisation."""

"""The content bank: YAML in Git -> checked frozen objects -> releases in the database -> an index in memory."""

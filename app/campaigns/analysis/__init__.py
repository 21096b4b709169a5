"""Understanding what was sent: by person, together, by question, and which topics to work on."""

"""Who takes part in what an organisation sends: pupils, students, participants."""

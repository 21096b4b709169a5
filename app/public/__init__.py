"""Where people arrive: home, dashboard, challenges to try without an account, help and legal pages."""

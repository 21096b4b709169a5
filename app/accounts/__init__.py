"""People: sign-up, sign-in, sessions, passwords, addresses, one's own data."""

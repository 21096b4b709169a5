"""Following a campaign."""

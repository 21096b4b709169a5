"""Following a campaign while learners take it: who began, who finished, who sent."""

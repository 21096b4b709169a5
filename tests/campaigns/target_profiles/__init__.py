"""Target profiles, stages and badges."""

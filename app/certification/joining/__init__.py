"""The learner's door to a session: is she certifiable, and which candidate is she."""

"""Understanding the results that were sent: one learner, a class, a topic, a question."""

"""Assessments: grading, knowledge, choosing the next challenge. Never learns who asked for one."""

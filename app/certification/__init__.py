"""Certification centres, their sessions, the candidates, what happens on the day, and what it gives."""

"""Entering Pix Certif: the door."""

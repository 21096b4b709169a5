"""Entering Pix Certif: the door, the centre one works for."""

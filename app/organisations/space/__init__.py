"""Entering Pix Orga: the door, the terms."""

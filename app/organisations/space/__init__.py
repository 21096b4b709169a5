"""Entering Pix Orga: terms, choosing an organisation, leaving it."""

"""Asking for a Pix Orga space, and turning a request into an organisation."""

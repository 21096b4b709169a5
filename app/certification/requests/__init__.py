"""Asking for a certification centre, and turning a request into one."""

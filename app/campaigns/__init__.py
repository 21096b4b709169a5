"""Campaigns: target profiles, participations, what is sent to whoever asked."""

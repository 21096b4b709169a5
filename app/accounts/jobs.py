"""What is to be done now and then."""

from __future__ import annotations

from app.accounts import email_tokens, sessions


async def tidy() -> None:
    """Once a day: forget ended sessions and old links of everyone."""
    await sessions.delete_ended()
    await email_tokens.delete_old()

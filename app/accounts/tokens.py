"""Secrets given to people, and the fingerprints kept of them: who reads the database can use none."""

from __future__ import annotations

import hashlib
import hmac
import secrets


def new_token() -> str:
    """144 random bits in 24 characters that fit an address or a cookie."""
    return secrets.token_urlsafe(18)


def new_code() -> str:
    """Six digits, to be copied by hand from a message."""
    return f"{secrets.randbelow(1_000_000):06d}"


def fingerprint(token: str) -> str:
    """What is stored of a token (which is random: no salt is needed)."""
    return hashlib.sha256(token.encode()).hexdigest()


def code_fingerprint(code: str, user_id: int, key: str) -> str:
    """What is stored of a short code: keyed, for a million guesses take no time."""
    return hmac.new(key.encode(), f"{user_id}:{code}".encode(), hashlib.sha256).hexdigest()

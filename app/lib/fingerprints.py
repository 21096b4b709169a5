"""The same form sent twice, told from another one. Pure."""

from __future__ import annotations

import hashlib


def fingerprint(token: str, *words: object) -> str | None:
    """The same for the same form sent again; another one as soon as a word of it changes. None without its token."""
    return hashlib.sha256(repr((token, words)).encode()).hexdigest()[:40] if token else None

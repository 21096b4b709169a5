"""The one clock. Controllers and verbs read it; rules receive the time they judge by."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)

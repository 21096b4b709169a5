"""Which version of the terms of use one must have accepted. Pure."""

from __future__ import annotations

from datetime import UTC, datetime

TERMS_CHANGED_AT = datetime(2026, 11, 1, tzinfo=UTC)
"""Raise this when the terms change: everyone who accepted an older text is asked again before going on."""


def must_accept_terms(accepted_at: datetime | None, changed_at: datetime = TERMS_CHANGED_AT) -> bool:
    """Whether the terms are to be asked again.

    Someone who never accepted any (an account made by a school) is not asked: the school answers for it.
    """
    return accepted_at is not None and accepted_at < changed_at

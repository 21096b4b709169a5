"""Which version of the terms of use one must have accepted."""

from __future__ import annotations

from datetime import UTC, datetime

TERMS_CHANGED_AT = datetime(2026, 11, 1, tzinfo=UTC)
"""Raise this when the terms change: everyone who accepted an older text is asked again before going on.

Someone who never accepted any (an account made by a school) is not asked: the school answers for it.
"""

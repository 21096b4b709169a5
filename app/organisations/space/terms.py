"""Which terms of Pix Orga one must have accepted."""

from __future__ import annotations

from datetime import datetime

from app.accounts.tables import SpaceTerms
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction

SPACE = "orga"
VERSION = "2026-11-01"
"""Date of the text: raise it when the terms change, and every member is asked again."""


async def has_accepted_terms(user: int) -> bool:
    return await SpaceTerms.exists().where(
        (SpaceTerms.user == user) & (SpaceTerms.space == SPACE) & (SpaceTerms.version == VERSION)
    )


async def accept_terms(user: int, now: datetime) -> None:
    """Note that someone accepts the terms of today; the first date stays."""
    try:
        async with write_transaction():
            await SpaceTerms.insert(SpaceTerms(user=user, space=SPACE, version=VERSION, accepted_at=now))
    except Exception as error:
        if not is_unique_violation(error):
            raise

"""Learners taken off an organisation's list, with what they took part in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from piccolo.columns import Column

from app.campaigns.tables import Participation
from app.organisations.learners import learners
from app.persistence.transactions import write_transaction


async def remove(organisation: int, ids: Sequence[int], by: int, now: datetime) -> None:
    """They leave the list and every campaign; they may join new ones, never those again (S18). Twice is once."""
    values: dict[Column | str, Any] = {
        Participation.deleted_at: now,
        Participation.deleted_by: by,
        Participation.external_id: "",
    }
    async with write_transaction():
        gone = await learners.remove(organisation, ids, by, now)
        if gone:
            await Participation.update(values).where(
                Participation.learner.is_in(gone) & Participation.deleted_at.is_null()
            )

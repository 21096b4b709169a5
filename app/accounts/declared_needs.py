"""The needs of an account: read them, declare them."""

from __future__ import annotations

from datetime import datetime

from app.accounts.needs import Needs, needs_from, written
from app.accounts.tables import LearnerNeeds
from app.persistence.transactions import write_transaction


async def needs_of(user_id: int) -> Needs:
    """What this person declared; nothing is the most common."""
    rows = await LearnerNeeds.select(LearnerNeeds.marks, LearnerNeeds.extra_time).where(LearnerNeeds.user == user_id)
    return needs_from(rows[0]["marks"].split(), rows[0]["extra_time"]) if rows else Needs()


async def declare(user_id: int, needs: Needs, now: datetime) -> None:
    """From now on, these are the needs of this person. Declaring none leaves no trace."""
    async with write_transaction():
        if not needs:
            await LearnerNeeds.delete().where(LearnerNeeds.user == user_id)
            return
        await LearnerNeeds.raw(
            'INSERT INTO learner_needs ("user", marks, extra_time, changed_at) VALUES ({}, {}, {}, {})'
            ' ON CONFLICT ("user") DO UPDATE SET marks = excluded.marks, extra_time = excluded.extra_time,'
            " changed_at = excluded.changed_at",
            user_id,
            written(needs.marks),
            needs.extra_time,
            now,
        )

"""Who takes the results of people away is noted."""

from __future__ import annotations

from app.accounts import audit
from app.certification.sessions.queries import TeamSession
from app.lib.clock import now
from app.persistence.transactions import write_transaction


async def note_taken(seen: TeamSession, what: str) -> None:
    """Somebody of its centre downloads what a session gave; `what`: `csv`, `certificates.zip`."""
    async with write_transaction():
        await audit.record(
            "results.exported",
            by=seen.member.user,
            kind="certification_session",
            subject=seen.id,
            at=now(),
            format=what,
        )

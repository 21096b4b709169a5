"""Who is here: without that, nobody starts."""

from __future__ import annotations

from datetime import datetime

from app.certification.invigilation.refusals import SessionFinalised
from app.certification.tables import Candidate, CertificationSession, CertificationTest
from app.persistence.transactions import write_transaction


async def confirm(session: int, candidate: int, by: int, now: datetime) -> None:
    """She is here and may start; nothing once she has begun. Raises SessionFinalised."""
    await _authorise(session, by, now, candidate)


async def confirm_all(session: int, by: int, now: datetime) -> None:
    """Everybody who has not begun is here. Raises SessionFinalised."""
    await _authorise(session, by, now)


async def cancel(session: int, candidate: int) -> None:
    """Confirmed by mistake: she may not start. Too late for who has."""
    await Candidate.update({Candidate.authorised_at: None, Candidate.authorised_by: None}).where(
        (Candidate.id == candidate) & (Candidate.session == session)
    )


async def refuse_finalised(session: int) -> None:
    """Raises SessionFinalised."""
    if await CertificationSession.exists().where(
        (CertificationSession.id == session) & CertificationSession.finalized_at.is_not_null()
    ):
        raise SessionFinalised


async def _authorise(session: int, by: int, now: datetime, candidate: int | None = None) -> None:
    async with write_transaction():
        await refuse_finalised(session)
        begun = await CertificationTest.raw(
            "SELECT t.candidate FROM certification_test t JOIN candidate k ON k.id = t.candidate WHERE k.session = {}",
            session,
        )
        which = (Candidate.session == session) & Candidate.authorised_at.is_null()
        if begun:
            which = which & Candidate.id.not_in([row["candidate"] for row in begun])
        if candidate is not None:
            which = which & (Candidate.id == candidate)
        await Candidate.update({Candidate.authorised_at: now, Candidate.authorised_by: by}).where(which)

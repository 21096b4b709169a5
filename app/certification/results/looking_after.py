"""Who of the service's staff looks after a finalised session: takes it, lets it go, gives it back to its centre.

`seen`: who looked after it on the page that was sent, 0 for nobody. When a colleague took it since, nothing changes
unawares.
"""

from __future__ import annotations

from datetime import datetime

from app.accounts import audit
from app.certification.results.holding import hold_unpublished
from app.certification.results.refusals import TakenByAnother
from app.certification.tables import CertificationSession
from app.persistence.transactions import write_transaction


async def take(session: int, officer: int, seen: int, at: datetime) -> None:
    """She looks after it, also instead of a colleague. Twice is harmless.

    Raises NotFound, ResultsPublished or TakenByAnother.
    """
    async with write_transaction():
        await hold_unpublished(session)
        now_hers = await _officer(session)
        if now_hers == officer:
            return
        if now_hers != seen:
            raise TakenByAnother
        await _set(session, officer)
        await _note("session.assigned", session, officer, at)


async def release(session: int, officer: int, at: datetime) -> None:
    """She no longer looks after it; somebody else's session stays hers. Raises NotFound or ResultsPublished."""
    async with write_transaction():
        await hold_unpublished(session)
        if await _officer(session) == officer:
            await _set(session, None)
            await _note("session.released", session, officer, at)


async def reopen(session: int, officer: int, at: datetime) -> None:
    """Its centre may report and finalise again. Tests stay ended, results stay in their history. Twice is harmless.

    Raises NotFound or ResultsPublished.
    """
    async with write_transaction():
        await hold_unpublished(session)
        rows = (
            await CertificationSession.update(
                {CertificationSession.finalized_at: None, CertificationSession.officer: None}
            )
            .where((CertificationSession.id == session) & CertificationSession.finalized_at.is_not_null())
            .returning(CertificationSession.id)
        )
        if rows:
            await _note("session.reopened", session, officer, at)


async def _officer(session: int) -> int:
    rows = await CertificationSession.select(CertificationSession.officer).where(CertificationSession.id == session)
    return int(rows[0]["officer"] or 0)


async def _set(session: int, officer: int | None) -> None:
    await CertificationSession.update({CertificationSession.officer: officer}).where(CertificationSession.id == session)


async def _note(action: str, session: int, officer: int, at: datetime) -> None:
    await audit.record(action, by=officer, kind="certification_session", subject=session, at=at)

"""The verbs of publication: publish the results of a session, take that back."""

from __future__ import annotations

from datetime import datetime

from app.certification.results.queries import finalized_session
from app.certification.results.refusals import NotPublishable
from app.certification.sessions.sessions import hold
from app.certification.tables import CertificationSession
from app.persistence.transactions import write_transaction


async def publish(session: int, officer: int, at: datetime) -> None:
    """Candidates and their centre see the results; twice, the first date counts. Raises NotFound or NotPublishable."""
    async with write_transaction():
        await hold(session)
        if not (await finalized_session(session)).publishable:
            raise NotPublishable
        await CertificationSession.update(
            {CertificationSession.published_at: at, CertificationSession.officer: officer}
        ).where((CertificationSession.id == session) & CertificationSession.published_at.is_null())


async def unpublish(session: int) -> None:
    """Nobody sees them any more; twice is harmless."""
    await CertificationSession.update({CertificationSession.published_at: None}).where(
        CertificationSession.id == session
    )

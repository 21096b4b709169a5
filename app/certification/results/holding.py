"""A finalised session that nobody else changes before the end of the transaction."""

from __future__ import annotations

from app.certification.results.refusals import ResultsPublished
from app.certification.sessions.sessions import hold
from app.certification.tables import CertificationSession


async def hold_unpublished(session: int) -> None:
    """Raises NotFound, or ResultsPublished when the candidates can read their results."""
    await hold(session)
    if await CertificationSession.exists().where(
        (CertificationSession.id == session) & CertificationSession.published_at.is_not_null()
    ):
        raise ResultsPublished

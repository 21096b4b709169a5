"""The verbs of publication: publish the results of a session and send them, take that back."""

from __future__ import annotations

from datetime import datetime

from app.accounts import audit
from app.certification.recipients.emails import post_results
from app.certification.recipients.queries import recipients_of
from app.certification.results.queries import finalized_session
from app.certification.results.refusals import NotPublishable
from app.certification.sessions.sessions import hold
from app.certification.tables import CertificationSession
from app.persistence.transactions import write_transaction


async def publish(session: int, by: int, at: datetime) -> None:
    """Candidates and their centre see the results, who ordered them receives them; twice, the first time counts.

    Who looks after the session stays who did. Raises NotFound or NotPublishable.
    """
    async with write_transaction():
        await hold(session)
        if not (await finalized_session(session)).publishable:
            raise NotPublishable
        rows = (
            await CertificationSession.update({CertificationSession.published_at: at})
            .where((CertificationSession.id == session) & CertificationSession.published_at.is_null())
            .returning(CertificationSession.id)
        )
        if not rows:
            return
        await audit.record("session.published", by=by, kind="certification_session", subject=session, at=at)
        recipients = await recipients_of(session)
        if recipients:
            await CertificationSession.update({CertificationSession.results_sent_at: at}).where(
                CertificationSession.id == session
            )
    post_results(recipients, at)


async def unpublish(session: int, by: int, at: datetime) -> None:
    """Nobody sees them any more, the links that were sent open nothing; twice is harmless."""
    async with write_transaction():
        rows = (
            await CertificationSession.update(
                {CertificationSession.published_at: None, CertificationSession.results_sent_at: None}
            )
            .where((CertificationSession.id == session) & CertificationSession.published_at.is_not_null())
            .returning(CertificationSession.id)
        )
        if rows:
            await audit.record("session.unpublished", by=by, kind="certification_session", subject=session, at=at)

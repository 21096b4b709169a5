"""What a centre has typed of the end of a session, kept until it finalises: it says nothing before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.certification.results.queries import TakenTest, tests_of
from app.certification.sessions.sessions import hold
from app.certification.tables import CertificationSession, CertificationTest
from app.persistence.transactions import write_transaction


@dataclass(frozen=True)
class Draft:
    """`reasons`: by test, candidate or technical; None for a question that has no answer yet."""

    reasons: Mapping[int, str] = field(default_factory=dict)
    has_incident: bool | None = None
    has_joining_issue: bool | None = None
    comment: str = ""


async def keep(session: int, draft: Draft) -> None:
    """The page will show it again, instead of the one before. Once the session is finalised, nothing changes."""
    async with write_transaction():
        if (await hold(session)).finalized_at is None:
            await write(session, await tests_of(session), draft)


async def write(session: int, tests: Sequence[TakenTest], draft: Draft) -> None:
    """Inside the transaction that holds the session. A finished test has no reason, whatever was typed before."""
    by_reason: dict[str | None, list[int]] = {}
    for one in tests:
        by_reason.setdefault(None if one.finished else draft.reasons.get(one.id), []).append(one.id)
    for reason, ids in by_reason.items():
        await CertificationTest.update({CertificationTest.abort_reason: reason}).where(CertificationTest.id.is_in(ids))
    await CertificationSession.update(
        {
            CertificationSession.has_incident: draft.has_incident,
            CertificationSession.has_joining_issue: draft.has_joining_issue,
            CertificationSession.global_comment: draft.comment,
        }
    ).where(CertificationSession.id == session)

"""The verbs of a session that ends: report what went wrong, finalise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.accounts import audit
from app.certification.closing import drafts
from app.certification.closing.refusals import AlreadyFinalized, NobodyStarted, ReasonMissing
from app.certification.results.automatic import settle_alerts
from app.certification.results.queries import tests_of
from app.certification.results.reports import ABOUT_TESTS
from app.certification.results.scoring_tests import score
from app.certification.sessions.sessions import hold
from app.certification.tables import CertificationSession, IssueReport
from app.certification.taking import sittings
from app.persistence.transactions import write_transaction


@dataclass(frozen=True)
class Said:
    """What the centre says of a session. `reasons`: by test, candidate or technical."""

    reasons: Mapping[int, str]
    has_incident: bool
    has_joining_issue: bool
    comment: str = ""


async def finalise(session: int, method: str, said: Said, by: int, at: datetime) -> bool:
    """It ends for its centre: tests that still run are ended, and each is scored. False when it was finalised already.

    Raises NobodyStarted, or ReasonMissing with the tests that lack one.
    """
    async with write_transaction():
        if (await hold(session)).finalized_at is not None:
            return False
        tests = await tests_of(session)
        if not tests:
            raise NobodyStarted
        missing = tuple(one.id for one in tests if not one.finished and one.id not in said.reasons)
        if missing:
            raise ReasonMissing(missing)
        kept = drafts.Draft(said.reasons, said.has_incident, said.has_joining_issue, said.comment)
        await drafts.write(session, tests, kept)
        for one in tests:
            await sittings.end(one.id, "candidate" if one.finished else "finalisation", at, by=by)
        if method == "adaptive":
            await settle_alerts([one.id for one in tests], at)
        await CertificationSession.update({CertificationSession.finalized_at: at}).where(
            CertificationSession.id == session
        )
        await audit.record("session.finalised", by=by, kind="certification_session", subject=session, at=at)
    for one in await tests_of(session):
        await score(session, one, method, at)
    return True


async def report(session: int, test: int, code: str, question: int | None, text: str, by: int, at: datetime) -> None:
    """Something went wrong in a test. Said twice in the same words, it is said once. Raises AlreadyFinalized."""
    async with write_transaction():
        if (await hold(session)).finalized_at is not None:
            raise AlreadyFinalized
        same = (IssueReport.test == test) & (IssueReport.code == code) & (IssueReport.text == text)
        same &= IssueReport.question.is_null() if question is None else IssueReport.question == question
        if not await IssueReport.exists().where(same):
            await IssueReport.insert(
                IssueReport(test=test, code=code, question=question, text=text, created_by=by, created_at=at)
            )


async def withdraw(session: int, test: int, report: int) -> None:
    """A report of a test was a mistake; withdrawn twice, it is gone all the same. What the service reports stays.

    Raises AlreadyFinalized.
    """
    async with write_transaction():
        if (await hold(session)).finalized_at is not None:
            raise AlreadyFinalized
        own = IssueReport.code.not_in(list(ABOUT_TESTS))
        await IssueReport.delete().where((IssueReport.id == report) & (IssueReport.test == test) & own)

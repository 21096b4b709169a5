"""The verbs of a report of the centre: an officer read it; or it must be read again."""

from __future__ import annotations

from datetime import datetime

from app.accounts import audit
from app.certification.results.holding import hold_unpublished
from app.certification.results.queries import FinalizedSession, TakenTest
from app.certification.tables import IssueReport
from app.persistence.transactions import write_transaction


async def resolve(
    session: FinalizedSession, test: TakenTest, report: int, text: str, officer: int, at: datetime
) -> None:
    """What was done about it; twice, the first time counts. Raises ResultsPublished."""
    async with write_transaction():
        await hold_unpublished(session.id)
        rows = (
            await IssueReport.update({IssueReport.resolved_at: at, IssueReport.resolution: text})
            .where((IssueReport.id == report) & (IssueReport.test == test.id) & IssueReport.resolved_at.is_null())
            .returning(IssueReport.code)
        )
        if rows:
            await _note("report.resolved", session, test, rows[0]["code"], officer, at)


async def reopen(session: FinalizedSession, test: TakenTest, report: int, officer: int, at: datetime) -> None:
    """It waits for somebody again; twice is harmless. Raises ResultsPublished."""
    async with write_transaction():
        await hold_unpublished(session.id)
        rows = (
            await IssueReport.update({IssueReport.resolved_at: None, IssueReport.resolution: ""})
            .where((IssueReport.id == report) & (IssueReport.test == test.id) & IssueReport.resolved_at.is_not_null())
            .returning(IssueReport.code)
        )
        if rows:
            await _note("report.reopened", session, test, rows[0]["code"], officer, at)


async def _note(action: str, session: FinalizedSession, test: TakenTest, code: str, officer: int, at: datetime) -> None:
    await audit.record(action, by=officer, kind="certification", subject=test.id, at=at, session=session.id, code=code)

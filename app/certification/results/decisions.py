"""What an officer decides of a test: each decision is a result more, under her name.

`seen`: the result that she had before her eyes. When another one came since, or when the same form comes twice,
nothing is added.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from app.certification.results.outcomes import Comments, encode
from app.certification.results.queries import FinalizedSession, TakenTest
from app.certification.results.refusals import ResultsPublished
from app.certification.results.scoring_tests import score
from app.certification.sessions.sessions import hold
from app.certification.tables import CertificationResult, CertificationSession, IssueReport
from app.persistence.transactions import write_transaction

Decision = Literal["cancel", "reject"]
JURY = "by_jury"
"""Resolution of a report that an officer read."""


async def decide(
    session: FinalizedSession, test: TakenTest, decision: Decision, seen: int, officer: int, at: datetime
) -> None:
    """Cancels it, or rejects it for fraud; what it was worth stays in its history. Raises ResultsPublished."""
    status, key = ("cancelled", "jury_cancelled") if decision == "cancel" else ("rejected", "fraud")
    said = test.outcome.comments.candidate if test.outcome else ""
    await _add(session, test, seen, officer, at, Comments((key,), said), status=status)


async def comment(session: FinalizedSession, test: TakenTest, text: str, seen: int, officer: int, at: datetime) -> None:
    """Tells the candidate something; the result stays what it is. Raises ResultsPublished."""
    if test.outcome is not None and test.outcome.comments.candidate != text:
        await _add(session, test, seen, officer, at, Comments(test.outcome.comments.keys, text))


async def score_again(session: FinalizedSession, test: TakenTest, seen: int, officer: int, at: datetime) -> None:
    """By the rules, as on the first day: it also lifts a cancellation or a rejection. Raises ResultsPublished."""
    if session.published_at is not None:
        raise ResultsPublished
    if await _latest(test.id) == seen:
        await score(test, session.method, at, officer=officer)


async def resolve(session: FinalizedSession, test: TakenTest, report: int, at: datetime) -> None:
    """A report was read; twice, the first time counts. Raises ResultsPublished."""
    async with write_transaction():
        await _hold(session.id)
        await IssueReport.update({IssueReport.resolved_at: at, IssueReport.resolution: JURY}).where(
            (IssueReport.id == report) & (IssueReport.test == test.id) & IssueReport.resolved_at.is_null()
        )


async def _add(
    session: FinalizedSession,
    test: TakenTest,
    seen: int,
    officer: int,
    at: datetime,
    comments: Comments,
    **changes: str,
) -> None:
    async with write_transaction():
        await _hold(session.id)
        rows = await CertificationResult.raw(
            "SELECT status, score, level, standard_error, competences, comment_keys, capacities, id"
            " FROM certification_result WHERE test = {} ORDER BY id DESC LIMIT 1",
            test.id,
        )
        if not rows or rows[0].pop("id") != seen:
            return
        columns = {**rows[0], "comment_keys": encode(comments), **changes}
        await CertificationResult.insert(CertificationResult(test=test.id, jury=officer, created_at=at, **columns))


async def _hold(session: int) -> None:
    await hold(session)
    if await CertificationSession.exists().where(
        (CertificationSession.id == session) & CertificationSession.published_at.is_not_null()
    ):
        raise ResultsPublished


async def _latest(test: int) -> int:
    rows = await CertificationResult.raw(
        "SELECT id FROM certification_result WHERE test = {} ORDER BY id DESC LIMIT 1", test
    )
    return int(rows[0]["id"]) if rows else 0

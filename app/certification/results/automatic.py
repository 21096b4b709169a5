"""Reports about questions, resolved by the rules: at finalisation, before the test is scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from app.certification.results.queries import TakenTest
from app.certification.results.reports import ABOUT_QUESTIONS
from app.certification.scoring.reports import Concern, Effect, ReportedQuestion, resolution_of
from app.certification.tables import IssueReport
from app.content.index import PlayableChallenge
from app.evaluation.runs import Run
from app.persistence.transactions import write_transaction

ON_THE_DAY = "on_the_day"
"""Resolution of a report in an adaptive test: the question was replaced when the invigilator validated the alert."""


async def settle_alerts(tests: Sequence[int], at: datetime) -> None:
    """In adaptive tests nothing is changed afterwards. Inside the caller's transaction."""
    if tests:
        await IssueReport.update({IssueReport.resolved_at: at, IssueReport.resolution: ON_THE_DAY}).where(
            IssueReport.test.is_in(list(tests))
            & IssueReport.code.is_in(list(ABOUT_QUESTIONS))
            & IssueReport.resolved_at.is_null()
        )


async def resolve_reports(test: TakenTest, run: Run, at: datetime) -> Mapping[str, Effect]:
    """What the reports on a test on the profile change, by challenge; each is resolved, with its explanation."""
    effects: dict[str, Effect] = {}
    async with write_transaction():
        for report in test.reports:
            place = (report.question or 0) - 1
            given = run.given[place] if 0 <= place < len(run.given) else None
            question = None
            if given is not None and given.challenge in run.index.challenges:
                question = ReportedQuestion(concerns_of(run.index.challenges[given.challenge]), given.result)
            found = resolution_of(report.code, question)
            if found is None:
                continue
            if given is not None and found.effect != "none":
                effects[given.challenge] = found.effect
            await IssueReport.update({IssueReport.resolved_at: at, IssueReport.resolution: found.explanation}).where(
                (IssueReport.id == report.id) & IssueReport.resolved_at.is_null()
            )
    return effects


def concerns_of(challenge: PlayableChallenge) -> frozenset[Concern]:
    """What a question has that may go wrong."""
    body = challenge.body
    found: dict[Concern, bool] = {
        "picture": body.illustration is not None,
        "environment": body.environment is not None,
        "file": bool(body.attachments),
        "timer": body.timer is not None,
        "focus": body.focused,
    }
    return frozenset(name for name, has in found.items() if has)

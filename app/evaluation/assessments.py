"""The verbs of an assessment: open it, leave a checkpoint, start a timer. Each is safe to repeat."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from app.content.releases import current_index
from app.evaluation import runs
from app.evaluation.placement import Ask
from app.evaluation.runs import Run
from app.evaluation.scope import Scope
from app.evaluation.scope import encode as encode_scope
from app.evaluation.scope import fingerprint as scope_fingerprint
from app.evaluation.tables import Assessment, AssessmentScope
from app.persistence.statements import Statement
from app.persistence.transactions import write_transaction


async def start(user: int, scope: Scope, engine: str, locale: str, now: datetime) -> int:
    """Opens an assessment and asks its first challenge; its id. Nothing to ask: it is completed at once."""
    async with write_transaction():
        assessment = await _insert(user, await _scope_id(scope), engine, locale, now)
        run = await runs.load(assessment, user)
        choice = run.choose()
        if isinstance(choice, Ask):
            await Assessment.update({Assessment.challenge: choice.challenge_id, Assessment.asked_at: now}).where(
                Assessment.id == assessment
            )
        else:
            await Assessment.update({Assessment.state: "completed", Assessment.completed_at: now}).where(
                Assessment.id == assessment
            )
    return assessment


async def see_checkpoint(assessment: int, user: int, answers: int) -> Run:
    """Leaves the checkpoint that came after `answers` answers; leaving it twice changes nothing."""
    run = await runs.load(assessment, user)
    seen = min(answers, len(run.given))
    if seen > run.checkpoint_seen:
        async with write_transaction():
            await Assessment.update({Assessment.checkpoint_seen: seen}).where(
                (Assessment.id == assessment) & (Assessment.checkpoint_seen < seen)
            )
        run = replace(run, checkpoint_seen=seen)
    return run


async def start_timer(assessment: int, user: int, challenge: str, now: datetime) -> Run:
    """The learner is ready: time runs from now. A second call does not give more time."""
    run = await runs.load(assessment, user)
    if run.challenge == challenge and run.timer_started_at is None and run.state == "started":
        async with write_transaction():
            started = await _START_TIMER(now, assessment, challenge)
        run = replace(run, timer_started_at=now) if started else await runs.load(assessment, user)
    return run


_START_TIMER = Statement(
    "UPDATE assessment SET timer_started_at = {} WHERE id = {} AND challenge = {} AND timer_started_at IS NULL"
    " RETURNING id"
)


async def lose_focus(assessment: int, user: int, challenge: str, now: datetime) -> Run:
    """The learner left the page of a focused challenge; the first time only counts."""
    run = await runs.load(assessment, user)
    asked = run.asked()
    if asked and asked.id == challenge and asked.body.focused and run.focus_lost_at is None:
        async with write_transaction():
            await Assessment.update({Assessment.focus_lost_at: now}).where(
                (Assessment.id == assessment) & (Assessment.challenge == challenge)
            )
        run = replace(run, focus_lost_at=now)
    return run


async def abort(assessment: int) -> None:
    """Closes an assessment that another one replaces. Inside the caller's transaction."""
    await Assessment.update({Assessment.state: "aborted"}).where(
        (Assessment.id == assessment) & (Assessment.state == "started")
    )


async def _scope_id(scope: Scope) -> int:
    body = encode_scope(scope)
    name = scope_fingerprint(body)
    rows = await AssessmentScope.raw("SELECT id FROM assessment_scope WHERE fingerprint = {}", name)
    if not rows:
        rows = await AssessmentScope.raw(
            "INSERT INTO assessment_scope (fingerprint, body) VALUES ({}, {}) RETURNING id", name, body
        )
    return int(rows[0]["id"])


async def _insert(user: int, scope: int, engine: str, locale: str, now: datetime) -> int:
    rows = await Assessment.insert(
        Assessment(
            user=user,
            scope=scope,
            release=current_index().release,
            engine=engine,
            locale=locale,
            started_at=now,
        )
    ).returning(Assessment.id)
    return int(rows[0]["id"])

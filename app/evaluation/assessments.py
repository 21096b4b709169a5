"""The verbs of an assessment: open it, leave a checkpoint, start a timer. Each is safe to repeat."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from app.content.releases import current_index
from app.evaluation import runs
from app.evaluation.neighbours import beside_others
from app.evaluation.placement import Ask, Finished
from app.evaluation.runs import Run
from app.evaluation.scope import Scope
from app.evaluation.scope import encode as encode_scope
from app.evaluation.scope import fingerprint as scope_fingerprint
from app.evaluation.tables import Assessment, AssessmentScope
from app.persistence.statements import Statement
from app.persistence.transactions import write_transaction


async def start(
    user: int, scope: Scope, engine: str, locale: str, now: datetime, nearby: frozenset[str] = frozenset()
) -> int:
    """Opens an assessment and asks its first challenge; its id. Nothing to ask: it is completed at once.

    `nearby`: what others were given lately, see `neighbours.py`.
    """
    async with write_transaction():
        assessment = await _insert(user, await _scope_id(scope), engine, locale, now)
        run = replace(await runs.load(assessment, user), nearby=nearby)
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
    if run.challenge == challenge and run.timer_started_at is None and run.state == "started" and not run.hold:
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


async def hold(assessment: int, why: str) -> bool:
    """Nothing can be answered until `release`; False when the assessment does not run, or is already on hold."""
    rows = await (
        Assessment.update({Assessment.hold: why})
        .where((Assessment.id == assessment) & (Assessment.state == "started") & (Assessment.hold == ""))
        .returning(Assessment.id)
    )
    return bool(rows)


async def release(assessment: int, why: str) -> bool:
    """The test goes on; False when it was not on hold for that reason."""
    rows = await (
        Assessment.update({Assessment.hold: ""})
        .where((Assessment.id == assessment) & (Assessment.hold == why))
        .returning(Assessment.id)
    )
    return bool(rows)


async def end(assessment: int, now: datetime) -> bool:
    """Somebody ends it before its last question; its answers count. False when it does not run any more."""
    rows = await (
        Assessment.update({Assessment.state: "ended", Assessment.completed_at: now, Assessment.hold: ""})
        .where((Assessment.id == assessment) & (Assessment.state == "started"))
        .returning(Assessment.id)
    )
    return bool(rows)


async def drop_question(assessment: int, user: int, now: datetime) -> Run:
    """The challenge asked now is not asked any more, nor any other of its skill; another one is. No answer is kept."""
    async with write_transaction():
        run = await beside_others(await runs.load(assessment, user), now)
        asked = run.asked()
        if run.state != "started" or asked is None:
            return run
        after = replace(run, excluded=run.excluded | {asked.skill.id}, hold="", challenge="")
        choice = after.choose()
        over = isinstance(choice, Finished)
        await Assessment.update(
            {
                Assessment.excluded: " ".join(sorted(after.excluded)),
                Assessment.hold: "",
                Assessment.challenge: choice.challenge_id if isinstance(choice, Ask) else "",
                Assessment.asked_at: now,
                Assessment.timer_started_at: None,
                Assessment.focus_lost_at: None,
                Assessment.state: "completed" if over else "started",
                Assessment.completed_at: now if over else None,
            }
        ).where((Assessment.id == assessment) & (Assessment.challenge == asked.id))
    return await runs.load(assessment, user)


async def _scope_id(scope: Scope) -> int:
    body = encode_scope(scope)
    name = scope_fingerprint(body)
    known = "SELECT id FROM assessment_scope WHERE fingerprint = {}"
    rows = await AssessmentScope.raw(known, name)
    if not rows:
        rows = await AssessmentScope.raw(
            "INSERT INTO assessment_scope (fingerprint, body) VALUES ({}, {}) ON CONFLICT DO NOTHING RETURNING id",
            name,
            body,
        )
    if not rows:  # somebody else's start, at the same time, came first
        rows = await AssessmentScope.raw(known, name)
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

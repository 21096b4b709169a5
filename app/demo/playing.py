"""Plays a simulated learner through an assessment, question after question, as the pages do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from app.demo.simulated_learner import Ability, respond
from app.evaluation import answers, assessments, environments, runs
from app.evaluation.answers import Submission, new_token
from app.evaluation.steps import Asking, Checkpoint, step_of

MOST_STEPS = 400


@dataclass(frozen=True)
class Played:
    """How far it went, and when it stopped."""

    answers: int
    finished: bool
    at: datetime


async def play(
    assessment: int, user: int, ability: Ability, random: Random, began: datetime, *, most: int | None = None
) -> Played:
    """Answers until the end, or until `most` answers were given."""
    at = began
    run = await runs.load(assessment, user)
    for _ in range(MOST_STEPS):
        current = step_of(run)
        if most is not None and len(run.given) >= most:
            break
        if isinstance(current, Checkpoint):
            run = await assessments.see_checkpoint(assessment, user, len(run.given))
        elif isinstance(current, Asking):
            if current.challenge.body.timer:
                await assessments.start_timer(assessment, user, current.challenge.id, at)
            at += timedelta(seconds=random.randint(8, 70))
            given = respond(ability, current.challenge, random)
            if current.challenge.body.kind == "environment" and not given.skipped:
                await environments.leave(assessment, current.challenge.id, given.values[""][0], at)
            submission = Submission(current.challenge.id, new_token(), given.values, given.skipped)
            outcome = await answers.answer(assessment, user, submission, at)
            run = outcome.run
        else:
            break
    return Played(len(run.given), run.state == "completed", at)

"""The result of a test that ended, by the rules of its session: a row more, never a row changed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.certification.profile_held import profile_held
from app.certification.results.automatic import resolve_reports
from app.certification.results.histories import latest
from app.certification.results.outcomes import Comments, encode
from app.certification.results.queries import TakenTest
from app.certification.results.standing import recomputed
from app.certification.scoring.adaptive import score_adaptive_test, taken
from app.certification.scoring.configurations import configuration_of
from app.certification.scoring.profile_picking import PickedChallenge
from app.certification.scoring.profile_scoring import ProfileAnswer, ProfileHeld, score_profile_test
from app.certification.scoring.results import Ending, Scored
from app.certification.sessions.sessions import hold
from app.certification.tables import CertificationResult
from app.evaluation import runs
from app.evaluation.certifying.choice import history
from app.evaluation.levels import score_of
from app.evaluation.runs import Run
from app.persistence.transactions import write_transaction
from app.settings import settings

Capacities = Collection[tuple[float, float]]
"""The capacity and its standard error, before any answer and after each."""
NO_ASSESSMENT = "its assessment is gone"
DECIMALS = 4

log = logging.getLogger("pix.certification")


@dataclass(frozen=True)
class Computed:
    """What the rules say of a test, not stored yet."""

    scored: Scored
    capacities: Capacities


async def score(session: int, test: TakenTest, method: str, at: datetime) -> None:
    """Adds the result of a test that ended. What cannot be computed is an « error », for an officer to look at."""
    computed = await compute(test, method, at)
    async with write_transaction():
        await hold(session)  # what an officer decides at the same time is read, not buried
        before = await latest(test.id)
        await keep(test.id, computed, before.comments if before else Comments(), at)


async def compute(test: TakenTest, method: str, at: datetime, questions: Mapping[str, str] | None = None) -> Computed:
    """What the rules say now. `questions`: what an officer decides of them; by default, what one did before."""
    if questions is None:
        questions = test.outcome.comments.questions if test.outcome else {}
    try:
        return await _computed(test, method, at, questions)
    except Exception:  # a test without any result would be lost: it becomes somebody's work
        log.exception("the test %s cannot be scored", test.id)
        return Computed(Scored("error", fault="defect"), ())


async def keep(test: int, computed: Computed, before: Comments, at: datetime, *, officer: int | None = None) -> None:
    """A result more, after what was decided and written `before`. Inside the caller's transaction."""
    scored, (status, comments) = computed.scored, recomputed(computed.scored, before)
    await CertificationResult.insert(
        CertificationResult(
            test=test,
            status=status,
            score=scored.score,
            level=scored.level,
            standard_error=scored.score_error,
            competences=encode(scored.competences),
            comment_keys=encode(comments),
            jury=officer,
            created_at=at,
            capacities=encode(computed.capacities),
        )
    )


def ending_of(test: TakenTest) -> Ending:
    """By itself, or because of the candidate or of a technical problem."""
    if test.finished:
        return "completed"
    return "technical" if test.abort_reason == "technical" else "candidate"


async def _computed(test: TakenTest, method: str, at: datetime, questions: Mapping[str, str]) -> Computed:
    if test.assessment is None or test.user is None:
        return Computed(Scored("error", fault=NO_ASSESSMENT), ())
    run = await runs.load(test.assessment, test.user)
    score_it = await _profile(test, run, at, questions) if method == "profile" else _adaptive(test, run)
    return Computed(*await asyncio.to_thread(score_it))  # some hundredths of a second: other pages go on


def _adaptive(test: TakenTest, run: Run) -> Callable[[], tuple[Scored, Capacities]]:
    configuration = configuration_of(test.joined_at, test.started_at)
    played = taken(configuration, run.prepared, run.situation, run.index.competences.values(), ending_of(test))

    def score_it() -> tuple[Scored, Capacities]:
        steps = history(configuration, played.answers)
        return score_adaptive_test(played), [
            (round(one.capacity, DECIMALS), round(one.standard_error, DECIMALS)) for one in steps
        ]

    return score_it


async def _profile(
    test: TakenTest, run: Run, at: datetime, questions: Mapping[str, str]
) -> Callable[[], tuple[Scored, Capacities]]:
    """After the reports of the centre have had their effect, and what an officer decided of questions."""
    effects = {**await resolve_reports(test, run, at), **questions}
    challenges = run.index.challenges
    picked = [
        PickedChallenge(challenges[one].skill.competence, challenges[one].skill.id, one) for one in run.scope.challenges
    ]
    held = await _held(test, run, {one.competence for one in picked})
    answers = [
        ProfileAnswer(
            one.challenge,
            one.result == "ok" or effects.get(one.challenge) == "accepted",
            neutralised=effects.get(one.challenge) == "neutralised",
        )
        for one in run.given
    ]
    level = settings().max_reachable_level
    return lambda: (score_profile_test(picked, answers, held, level, ending_of(test)), ())


async def _held(test: TakenTest, run: Run, competences: Collection[str]) -> Mapping[str, ProfileHeld]:
    """What was held in those competences on joining: what came later does not count."""
    known = await profile_held(test.candidate, run.user, test.joined_at or test.started_at)
    found = {}
    for code in sorted(competences):
        one = score_of(run.index.competences[code], known, settings().max_reachable_level)
        found[code] = ProfileHeld(one.level, one.pix)
    return found

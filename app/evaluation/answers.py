"""Answering: what is sent is graded, stored once, and decides what is asked next.

One transaction, safe to repeat: a second sending finds the first one's result.
"""

from __future__ import annotations

import math
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec
from msgspec.structs import replace

from app.content.index import PlayableChallenge
from app.evaluation import runs
from app.evaluation.engines import engine_named
from app.evaluation.knowledge import TopicKnowledge, encode
from app.evaluation.levels import level_gained
from app.evaluation.neighbours import beside_others
from app.evaluation.placement import Ask
from app.evaluation.refusals import AnswerNotSaved
from app.evaluation.results import Result, empty_is_allowed, examine
from app.evaluation.runs import Given, Run
from app.evaluation.tables import Answer
from app.persistence.statements import Statement
from app.persistence.transactions import write_transaction
from app.settings import settings

GRACE = timedelta(seconds=5)
"""Forgiven to a timed answer, for the time it spends on a slow line."""
TRIES = 4


class Submission(msgspec.Struct, frozen=True):
    """An answer as it was sent."""

    challenge: str
    client_token: str
    values: Mapping[str, Sequence[str]]
    skipped: bool = False


@dataclass(frozen=True)
class Stored:
    """The answer is in the database (now, or since a former sending of the same one)."""

    run: Run
    repeated: bool = False


@dataclass(frozen=True)
class Refused:
    """The answer cannot be sent as it is: messages (French msgids) by field. Nothing was stored."""

    run: Run
    challenge: PlayableChallenge
    errors: Mapping[str, str]


@dataclass(frozen=True)
class NotAsked:
    """Another challenge is asked now (a second tab went on), or its timer was not started. Nothing was stored."""

    run: Run


@dataclass(frozen=True)
class AnsweredElsewhere:
    """The challenge has its answer already, from another tab or device; this one was not stored."""

    run: Run


Outcome = Stored | Refused | NotAsked | AnsweredElsewhere


class _Raced(Exception):
    """Somebody wrote first: read again and decide again."""


async def answer(assessment: int, user: int, submission: Submission, now: datetime) -> Outcome:
    """Grades and stores an answer, and asks the next challenge. Raises NotFound, AnswerNotSaved."""
    for _ in range(TRIES):
        run = await beside_others(await runs.load(assessment, user), now)
        submission = _with_state(run, submission)
        decided = decide(run, submission, now)
        if isinstance(decided, Stored) and not await _is_the_same_sending(run, submission):
            return AnsweredElsewhere(run)
        if not isinstance(decided, Decision):
            return decided
        try:
            return Stored(await _store(run, decided, now))
        except _Raced:
            continue
    raise AnswerNotSaved


@dataclass(frozen=True)
class Decision:
    """Everything an answer changes, decided before anything is written."""

    challenge: PlayableChallenge
    submission: Submission
    result: Result
    seconds: int
    learnt: Mapping[str, TopicKnowledge]
    """By topic, the elements that change."""
    after: Run


def decide(run: Run, submission: Submission, now: datetime) -> Decision | Outcome:
    """What becomes of an answer: nothing is written yet."""
    if submission.challenge in run.answered:
        return Stored(run, repeated=True)
    challenge = run.asked()
    if run.state != "started" or run.hold or challenge is None or submission.challenge != challenge.id:
        return NotAsked(run)
    body = challenge.body
    if body.timer and run.timer_started_at is None and not submission.skipped:
        return NotAsked(run)
    late = is_late(run, challenge, now)
    empty = not any(text.strip() for values in submission.values.values() for text in values)
    unfinished_is_allowed = empty_is_allowed(skipped=submission.skipped, late=late)
    if not unfinished_is_allowed and (errors := body.refusal(submission.values)):
        return Refused(run, challenge, errors)
    ok = None if submission.skipped or empty else body.grade(submission.values).ok
    result = examine(
        ok,
        skipped=submission.skipped,
        late=late,
        focus_lost=run.focus_lost_at is not None,
        focused_challenge=body.focused,
        certification=run.scope.focus_counts,
    )
    return _decision(run, challenge, submission, result, now)


def is_late(run: Run, challenge: PlayableChallenge, now: datetime) -> bool:
    """Whether the time of a timed challenge, the user's extra time and a little grace included, is over."""
    seconds = run.seconds_for(challenge)
    if seconds is None or run.timer_started_at is None:
        return False
    return now > run.timer_started_at + timedelta(seconds=seconds) + GRACE


def _with_state(run: Run, submission: Submission) -> Submission:
    """The answer to a task in an environment is what the environment has become: the server's state, not the form's."""
    asked = run.asked()
    if asked is None or asked.body.kind != "environment" or run.environment is None:
        return submission
    return replace(submission, values={"": (run.environment.state,)})


async def _is_the_same_sending(run: Run, submission: Submission) -> bool:
    """Whether the stored answer came from the same showing of the form: a double click, a sending again."""
    rows = await Answer.raw(
        "SELECT client_token FROM answer WHERE assessment = {} AND challenge = {}", run.id, submission.challenge
    )
    return bool(rows) and rows[0]["client_token"] == submission.client_token


def new_token() -> str:
    """The mark of one showing of a form: an answer sent twice carries it twice."""
    return secrets.token_hex(8)


def _decision(
    run: Run, challenge: PlayableChallenge, submission: Submission, result: Result, now: datetime
) -> Decision:
    after = following(run, challenge, result, now)
    learnt = {topic: elements for topic, elements in after.known.items() if elements is not run.known.get(topic)}
    seconds = math.ceil((now - run.asked_at).total_seconds()) if run.asked_at else 0
    return Decision(challenge, submission, result, seconds, learnt, after)


def following(run: Run, challenge: PlayableChallenge, result: Result, now: datetime) -> Run:
    """The run once this challenge has this result: what is known then, and what is asked next."""
    given = replace(
        run,
        given=(*run.given, Given(0, challenge.id, result)),
        timer_started_at=None,
        focus_lost_at=None,
        asked_at=now,
        environment=None,
    )
    engine = engine_named(run.engine)
    learnt = replace(given, known={**run.known, **engine.learn(run.prepared, given.situation, now)})
    choice = learnt.choose()
    if isinstance(choice, Ask):
        after = replace(learnt, challenge=choice.challenge_id)
    else:
        concluded = engine.conclude(run.prepared, learnt.situation, now) if run.scope.method == "adaptive" else {}
        after = replace(learnt, known={**learnt.known, **concluded}, challenge="", state="completed")
    return replace(after, notice=_notice(run, after, challenge, result))


def _notice(before: Run, after: Run, challenge: PlayableChallenge, result: Result) -> str:
    """The level a right answer makes one reach, to be told on the next page."""
    if not before.scope.level_ups or result != "ok":
        return ""
    competence = before.index.competences[challenge.skill.competence]
    reached = level_gained(competence, before.known, after.known, settings().max_reachable_level)
    return f"{competence.code} {reached}" if reached else ""


_GO_ON = Statement(
    "UPDATE assessment SET answers = {}, challenge = {}, asked_at = {}, timer_started_at = NULL,"
    " focus_lost_at = NULL, notice = {}, answered_at = {}, state = {}, completed_at = {}"
    " WHERE id = {} AND answers = {} AND challenge = {} AND state = 'started' AND hold = '' RETURNING id"
)
_KEEP_ANSWER = Statement(
    "INSERT INTO answer (assessment, position, challenge, body, skill, value, result, seconds, client_token,"
    " answered_at) VALUES ({}, {}, {}, {}, {}, {}, {}, {}, {}, {}) RETURNING id"
)
_LEARN = Statement(
    'INSERT INTO knowledge ("user", topic, elements) VALUES ({}, {}, {}) ON CONFLICT DO NOTHING RETURNING id'
)
_LEARN_MORE = Statement(
    'UPDATE knowledge SET elements = {} WHERE "user" = {} AND topic = {} AND elements = {} RETURNING id'
)


async def _store(run: Run, decision: Decision, now: datetime) -> Run:
    after, challenge = decision.after, decision.challenge
    async with write_transaction():
        moved = await _GO_ON(
            len(after.given),
            after.challenge,
            now,
            after.notice,
            now,
            after.state,
            now if after.state == "completed" else None,
            run.id,
            len(run.given),
            run.challenge,
        )
        if not moved:
            raise _Raced
        rows = await _KEEP_ANSWER(
            run.id,
            len(after.given),
            challenge.id,
            challenge.fingerprint,
            challenge.skill.id,
            "" if decision.submission.skipped else msgspec.json.encode(decision.submission.values).decode(),
            decision.result,
            decision.seconds,
            decision.submission.client_token,
            now,
        )
        for topic, elements in sorted(decision.learnt.items()):
            await _store_knowledge(run, topic, elements)
    given = (*run.given, after.given[-1]._replace(id=rows[0]["id"]))
    runs.remember(run.id, given)
    return replace(after, given=given)


async def _store_knowledge(run: Run, topic: str, elements: TopicKnowledge) -> None:
    text, before = encode(elements), run.stored.get(topic)
    if before is None:
        rows = await _LEARN(run.user, topic, text)
    else:
        rows = await _LEARN_MORE(text, run.user, topic, before)
    if not rows:
        raise _Raced

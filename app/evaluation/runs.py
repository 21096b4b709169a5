"""An assessment as it stands: its row, its answers and what is known, read in three queries whatever the history.

Two when this process saw the last answer: answers are only ever added, and their number says whether all are here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import cached_property
from math import ceil
from typing import NamedTuple

import msgspec

from app.accounts.needs import NO_NEEDS, Needs, needs_from
from app.content.index import ContentIndex, PlayableChallenge
from app.content.releases import current_index, index_of
from app.evaluation import preparing
from app.evaluation import scope as scopes
from app.evaluation.belief.evidence import Answered, carried
from app.evaluation.belief.responses import curve_of
from app.evaluation.engines import engine_named
from app.evaluation.environments import Kept, kept
from app.evaluation.knowledge import NOTHING_KNOWN, TopicKnowledge, counting, decode
from app.evaluation.placement import (
    Ask,
    Finished,
    PreparedScope,
    Situation,
    completion,
    list_completion,
    next_in_list,
    progress,
)
from app.evaluation.results import Result
from app.evaluation.scope import Scope
from app.evaluation.tables import Answer, AssessmentScope
from app.lib.recent import Recent
from app.lib.refusals import NotFound
from app.persistence.statements import Statement


class Given(NamedTuple):
    """One answer already given."""

    id: int
    challenge: str
    result: Result


class Run(msgspec.Struct, frozen=True, dict=True, eq=False):
    """One assessment, everything that decides what comes next. Immutable: an answer makes another one."""

    id: int
    user: int
    release: int
    engine: str
    state: str
    checkpoint_seen: int
    challenge: str
    asked_at: datetime | None
    timer_started_at: datetime | None
    focus_lost_at: datetime | None
    notice: str
    started_at: datetime
    scope: Scope
    prepared: PreparedScope
    index: ContentIndex
    given: tuple[Given, ...]
    known: Mapping[str, TopicKnowledge]
    """Latest elements of the user, by topic: all of them, from everywhere."""
    stored: Mapping[str, str]
    """The same as the database holds them, to notice a change made meanwhile."""
    environment: Kept | None = None
    """Where the environment of the challenge asked stands, when it has one."""
    hold: str = ""
    excluded: frozenset[str] = frozenset()
    """Skills not to be asked any more."""
    nearby: frozenset[str] = frozenset()
    """Challenges that others nearby were given lately, once that was looked for: see `neighbours.py`."""
    needs: Needs = NO_NEEDS
    """What the user declares now: a change counts from the next question on, the one asked stays."""

    @cached_property
    def answered(self) -> frozenset[str]:
        return frozenset(one.challenge for one in self.given)

    @cached_property
    def counted(self) -> Mapping[str, TopicKnowledge]:
        """The elements that count here: old failures are forgotten (evaluation 3.6)."""
        days = self.scope.retry_days
        delay = None if days is None else timedelta(days=days)
        return {
            topic: counting(
                self.known.get(topic, NOTHING_KNOWN),
                assessment=self.id,
                created_at=self.started_at,
                forget_failures_after=delay,
            )
            for topic in self.prepared.levels
        }

    def asked(self) -> PlayableChallenge | None:
        """The challenge asked now."""
        return self.index.challenges.get(self.challenge)

    def seconds_for(self, challenge: PlayableChallenge) -> int | None:
        """The time this user has for a timed challenge, with the extra time of the account; None: no limit."""
        timer = challenge.body.timer
        if timer is None:
            return None
        return ceil(timer * (100 + self.scope.extra_percent) / 100) if self.scope.exam else self.needs.seconds(timer)

    @cached_property
    def situation(self) -> Situation:
        """The same, as an engine is told of it."""
        last = self.index.challenges.get(self.given[-1].challenge) if self.given else None
        return Situation(
            known=self.counted,
            answered=self.answered,
            last_timed=bool(last and last.body.timer),
            seed=self.id,
            given=tuple(self._answers()),
            latest=self.known,
            carried=carried(self.known, self.counted, assessment=self.id, started_at=self.started_at),
            excluded=self.excluded,
            nearby=self.nearby,
        )

    def _answers(self) -> Iterator[Answered]:
        for one in self.given:
            if playable := self.index.challenges.get(one.challenge):
                skill, question = playable.skill, preparing.question_of(playable)
                curve = curve_of(skill.level, question.luck, question.measured)
                yield Answered(skill.topic, skill.level, curve, one.result == "ok", question.kind)

    def choose(self) -> Ask | Finished:
        """What comes after the answers given: the same each time it is asked."""
        if self.scope.method == "fixed":
            return next_in_list(self.scope.challenges, self.answered)
        return engine_named(self.engine).next(self.prepared, self.situation)

    def progress(self) -> float:
        """How far the assessment is, 0 to 1."""
        if self.state == "completed":
            return 1.0
        if self.scope.method == "fixed":
            return list_completion(self.scope.challenges, self.answered)
        return progress(engine_named(self.engine), completion(self.prepared, self.counted))


_ASSESSMENT = Statement(
    "SELECT a.id, a.scope, a.release, a.engine, a.locale, a.state, a.answers, a.checkpoint_seen, a.challenge,"
    " a.asked_at, a.timer_started_at, a.focus_lost_at, a.hold, a.excluded, a.notice, a.started_at,"
    ' n.marks, n.extra_time FROM assessment a LEFT JOIN learner_needs n ON n."user" = a."user"'
    ' WHERE a.id = {} AND a."user" = {}'
)
_KNOWLEDGE = Statement('SELECT topic, elements FROM knowledge WHERE "user" = {}')


async def load(assessment: int, user: int) -> Run:
    """The run of this user. Raises NotFound for someone else's as for none."""
    if assessment > LARGEST_ID:
        raise NotFound
    rows = await _ASSESSMENT(assessment, user)
    if not rows:
        raise NotFound
    row = rows[0]
    needs = NO_NEEDS if row["marks"] is None else needs_from(row["marks"].split(), row["extra_time"])
    scope = await scope_of(row["scope"])
    index = (await _index(row["release"])).in_language(row["locale"])
    knowledge = await _KNOWLEDGE(user)
    stored = {one["topic"]: one["elements"] for one in knowledge}
    playable = index.challenges.get(row["challenge"])
    world = playable.body.environment if playable else None
    return Run(
        id=row["id"],
        user=user,
        release=row["release"],
        engine=row["engine"],
        state=row["state"],
        checkpoint_seen=row["checkpoint_seen"],
        challenge=row["challenge"],
        asked_at=row["asked_at"],
        timer_started_at=row["timer_started_at"],
        focus_lost_at=row["focus_lost_at"],
        hold=row["hold"],
        excluded=frozenset(row["excluded"].split()),
        notice=row["notice"],
        started_at=row["started_at"],
        scope=scope,
        prepared=preparing.prepared(row["scope"], scope, index, needs.marks.union(scope.spared)),
        index=index,
        given=await _answers(assessment, row["answers"]),
        known={topic: decode(text) for topic, text in stored.items()},
        stored=stored,
        environment=await kept(assessment, row["challenge"], world) if world else None,
        needs=needs,
    )


async def scope_of(scope: int) -> Scope:
    """A stored scope; scopes never change, so the memory keeps them."""
    found = _scopes.get(scope)
    if found is None:
        rows = await AssessmentScope.raw("SELECT body FROM assessment_scope WHERE id = {}", scope)
        found = _scopes[scope] = scopes.decode(rows[0]["body"])
    return found


def remember(assessment: int, given: tuple[Given, ...]) -> None:
    """Keeps the answers of an assessment, once they are stored."""
    _given[assessment] = given


def forget() -> None:
    """Empties the memory, when the database is another one."""
    _given.clear()
    _scopes.clear()
    preparing.forget()


LARGEST_ID = 2**31 - 1
"""Of a serial column."""
KEPT = 2048
_given: Recent[int, tuple[Given, ...]] = Recent(KEPT)
_scopes: Recent[int, Scope] = Recent(KEPT)


async def _answers(assessment: int, count: int) -> tuple[Given, ...]:
    found = _given.get(assessment, ())
    if len(found) != count:
        rows = await Answer.raw(
            "SELECT id, challenge, result FROM answer WHERE assessment = {} ORDER BY position", assessment
        )
        found = tuple(Given(one["id"], one["challenge"], one["result"]) for one in rows)
        remember(assessment, found)
    return found


async def _index(release: int) -> ContentIndex:
    index = current_index()
    return index if index.release == release else await index_of(release)

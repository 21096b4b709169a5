"""The participations of a campaign, a hundred at a time: ten thousand of them weigh no more than a hundred."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from app.campaigns.analysis.rewards import Rewards, rewards_of
from app.campaigns.arrangement import Arrangement
from app.campaigns.exports.lines import (
    AssessmentLine,
    Person,
    ProfileLine,
    QuestionsLine,
    SentProfile,
    SentResults,
)
from app.campaigns.followup.progression import progressions
from app.campaigns.opening import PARIS
from app.campaigns.outcomes import VALIDATED
from app.campaigns.participations import read_snapshot
from app.campaigns.results import profile_of
from app.campaigns.tables import Participation
from app.campaigns.target_profiles.queries import badges_of, stages_of
from app.campaigns.team_campaigns import TeamCampaign
from app.content.index import ContentIndex
from app.evaluation.tables import Answer
from app.organisations.learners.tables import Learner

CHUNK = 100
"""Participations read at once."""

Row = Mapping[str, Any]

_OF_ASSESSMENT = "p.outcomes, p.started_at, a.completed_at"
_OF_PROFILES = "p.snapshot, p.pix, p.certifiable"
_OF_ANSWERS = "p.assessment"


async def knows_groups(organisation: int) -> bool:
    """Whether some learner of the organisation is in a class or a group."""
    rows = await Learner.raw(
        "SELECT 1 FROM learner WHERE organisation = {} AND group_name <> '' AND deleted_at IS NULL LIMIT 1",
        organisation,
    )
    return bool(rows)


async def rewards(campaign: TeamCampaign, index: ContentIndex) -> Rewards:
    """The stages and the badges of what it aims at."""
    skills = campaign.goal.skills if campaign.goal else ()
    return rewards_of(await stages_of(campaign.target), await badges_of(campaign.target), skills, index)


async def assessment_lines(
    campaign: TeamCampaign, arrangement: Arrangement, given: Rewards
) -> AsyncIterator[Sequence[AssessmentLine]]:
    """Every participation, all the sendings of a person; neither those deleted nor the trials of the team."""
    reading = _Reading(arrangement, given)
    async for rows in _chunks(campaign.id, _OF_ASSESSMENT):
        going = [row["id"] for row in rows if row["shared_at"] is None and row["completed_at"] is None]
        done = await progressions(campaign.goal, going) if going else {}
        yield await asyncio.to_thread(reading.lines, rows, done)


async def profile_lines(
    campaign: TeamCampaign, index: ContentIndex, max_level: int
) -> AsyncIterator[Sequence[ProfileLine]]:
    """The same, for profiles."""
    async for rows in _chunks(campaign.id, _OF_PROFILES):
        yield await asyncio.to_thread(_profile_lines, rows, index, max_level)


async def question_lines(campaign: TeamCampaign) -> AsyncIterator[Sequence[QuestionsLine]]:
    """The same, with the result of each answer, for who sent her results."""
    async for rows in _chunks(campaign.id, _OF_ANSWERS, shared=True):
        given: dict[int, dict[str, Any]] = {}
        for answer in await _answers("assessment, challenge, result", rows):
            given.setdefault(answer["assessment"], {})[answer["challenge"]] = answer["result"]
        yield [QuestionsLine(_person(row), _local(row["shared_at"]), given.get(row["assessment"], {})) for row in rows]


async def challenges_asked(campaign: TeamCampaign) -> set[str]:
    """Every challenge that was answered in what was sent."""
    found: set[str] = set()
    async for rows in _chunks(campaign.id, _OF_ANSWERS, shared=True):
        found.update(answer["challenge"] for answer in await _answers("DISTINCT challenge", rows))
    return found


async def _chunks(campaign: int, columns: str, *, shared: bool = False) -> AsyncIterator[list[dict[str, Any]]]:
    """By rising id, each read where the former ended; the other requests of this process pass in between."""
    last = 0
    only = " AND p.shared_at IS NOT NULL" if shared else ""
    while True:
        rows = await Participation.raw(
            f"SELECT p.id, p.external_id, p.shared_at, l.first_name, l.last_name, l.group_name, {columns}"
            " FROM participation p LEFT JOIN learner l ON l.id = p.learner"
            " LEFT JOIN assessment a ON a.id = p.assessment"
            f" WHERE p.campaign = {{}} AND p.id > {{}} AND p.deleted_at IS NULL AND NOT p.trial{only}"
            " ORDER BY p.id LIMIT {}",
            campaign,
            last,
            CHUNK,
        )
        if rows:
            yield rows
        if len(rows) < CHUNK:
            return
        last = rows[-1]["id"]
        await asyncio.sleep(0)


async def _answers(columns: str, rows: Sequence[Row]) -> list[dict[str, Any]]:
    assessments = [row["assessment"] for row in rows if row["assessment"] is not None]
    if not assessments:
        return []
    marks = ", ".join(["{}"] * len(assessments))
    found: list[dict[str, Any]] = await Answer.raw(
        f"SELECT {columns} FROM answer WHERE assessment IN ({marks})", *assessments
    )
    return found


class _Reading:
    """Rows as lines; the stage of each number of skills is found once for all."""

    def __init__(self, arrangement: Arrangement, given: Rewards) -> None:
        self._arrangement = arrangement
        self._given = given
        reached = [given.stage_reached(count) for count in range(arrangement.total + 1)]
        self._stars = [one.stars if one else None for one in reached]

    def lines(self, rows: Sequence[Row], done: Mapping[int, float]) -> list[AssessmentLine]:
        return [self._line(row, done.get(row["id"], 1.0)) for row in rows]

    def _line(self, row: Row, progression: float) -> AssessmentLine:
        sent = None if row["shared_at"] is None else self._sent(row)
        done = Decimal(str(round(progression, 3))).normalize()
        return AssessmentLine(_person(row), done, _local(row["started_at"]), sent)

    def _sent(self, row: Row) -> SentResults:
        outcomes = row["outcomes"]
        validated = outcomes.count(VALIDATED)
        return SentResults(
            _local(row["shared_at"]),
            validated,
            self._arrangement.arranged(outcomes),
            self._stars[validated],
            frozenset(one.id for one in self._given.badges_earned(outcomes)),
        )


def _profile_lines(rows: Sequence[Row], index: ContentIndex, max_level: int) -> list[ProfileLine]:
    return [_profile_line(row, index, max_level) for row in rows]


def _profile_line(row: Row, index: ContentIndex, max_level: int) -> ProfileLine:
    if row["shared_at"] is None:
        return ProfileLine(_person(row), None)
    scores = profile_of(read_snapshot(row["snapshot"]), index, max_level).scores
    sent = SentProfile(_local(row["shared_at"]), row["pix"], bool(row["certifiable"]), scores)
    return ProfileLine(_person(row), sent)


def _person(row: Row) -> Person:
    return Person(row["last_name"] or "", row["first_name"] or "", row["group_name"] or "", row["external_id"])


def _local(moment: datetime) -> datetime:
    return moment.astimezone(PARIS)

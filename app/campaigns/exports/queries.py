"""The participations of a campaign, a hundred at a time: ten thousand of them weigh no more than a hundred."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

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


async def assessment_lines(campaign: TeamCampaign, arrangement: Arrangement) -> AsyncIterator[Sequence[AssessmentLine]]:
    """Every participation, all the sendings of a person; neither those deleted nor the trials of the team."""
    async for rows in _chunks(campaign.id, _OF_ASSESSMENT):
        going = [row["id"] for row in rows if row["shared_at"] is None and row["completed_at"] is None]
        done = await progressions(campaign.goal, going) if going else {}
        yield [_assessment_line(row, done.get(row["id"], 1.0), arrangement) for row in rows]


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


def _assessment_line(row: Row, progression: float, arrangement: Arrangement) -> AssessmentLine:
    sent = None
    if row["shared_at"] is not None:
        outcomes = row["outcomes"]
        sent = SentResults(_local(row["shared_at"]), outcomes.count(VALIDATED), arrangement.arranged(outcomes))
    done = Decimal(str(round(progression, 3))).normalize()
    return AssessmentLine(_person(row), done, _local(row["started_at"]), sent)


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

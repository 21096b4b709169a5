"""One person in a campaign: how far she is, and what she sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from app.campaigns.followup.progression import progressions
from app.campaigns.followup.queries import STATE
from app.campaigns.mastery import percent_of
from app.campaigns.queries import State
from app.campaigns.tables import Participation
from app.campaigns.team_campaigns import TeamCampaign
from app.content.index import PlayableChallenge, Skill
from app.content.past_challenges import as_they_were, skill_called
from app.content.releases import current_index
from app.evaluation.results import Result
from app.evaluation.tables import Answer
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id

_values = msgspec.json.Decoder(dict[str, list[str]])


@dataclass(frozen=True)
class Attempt:
    """One of the times she took the campaign."""

    id: int
    number: int
    state: State
    started_at: datetime
    shared_at: datetime | None


@dataclass(frozen=True)
class Individual:
    """A participation, as the team may see it: nothing of the results before they are sent."""

    id: int
    first_name: str
    last_name: str
    external_id: str
    group: str
    trial: bool
    state: State
    started_at: datetime
    shared_at: datetime | None
    percent_done: int
    """99 at most while the test goes on."""
    assessment: int | None
    outcomes: str
    validated: int
    percent: int | None
    """Mastery sent, of an assessment."""
    snapshot: str
    pix: int
    certifiable: bool
    attempts: tuple[Attempt, ...]
    """All of hers that were not deleted, this one too, the first at the head."""

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True)
class GivenAnswer:
    """An answer of what was sent, with the question as it was then."""

    id: int
    position: int
    challenge: PlayableChallenge | None
    """None for one that was never stored: from before bodies were kept."""
    name: str
    skill: Skill
    result: Result
    values: Mapping[str, Sequence[str]]


async def individual(campaign: TeamCampaign, participation: int) -> Individual:
    """Raises NotFound: of another campaign, deleted, or somebody else's trial."""
    row = await _row(campaign, participation)
    attempts = await _attempts(row)
    done = 1.0
    if row["state"] == "started":
        done = (await progressions(campaign.goal, [row["id"]]))[row["id"]]
    sent = row["shared_at"] is not None
    skills = len(campaign.goal.skills) if campaign.goal else 0
    return Individual(
        id=row["id"],
        first_name=row["first_name"] or "",
        last_name=row["last_name"] or "",
        external_id=row["external_id"],
        group=row["group_name"] or "",
        trial=bool(row["trial"]),
        state=row["state"],
        started_at=row["started_at"],
        shared_at=row["shared_at"],
        percent_done=min(99, int(100 * done)) if row["state"] == "started" else 100,
        assessment=row["assessment"],
        outcomes=row["outcomes"] if sent else "",
        validated=row["validated"] if sent else 0,
        percent=percent_of(row["validated"], skills) if sent and skills else None,
        snapshot=row["snapshot"] if sent else "",
        pix=row["pix"] if sent else 0,
        certifiable=bool(row["certifiable"]) and sent,
        attempts=tuple(attempts),
    )


async def answers_sent(one: Individual) -> list[GivenAnswer]:
    """What she answered, in the order of the questions; nothing as long as nothing is sent."""
    if one.shared_at is None or one.assessment is None:
        return []
    rows = await Answer.raw(
        "SELECT id, position, challenge, body, skill, result, value FROM answer WHERE assessment = {}"
        " ORDER BY position",
        one.assessment,
    )
    return await _given(rows)


async def answer_sent(one: Individual, answer: int) -> GivenAnswer:
    """One of them. Raises NotFound for another's, and as long as nothing is sent."""
    if one.shared_at is None or one.assessment is None or not is_row_id(answer):
        raise NotFound
    rows = await Answer.raw(
        "SELECT id, position, challenge, body, skill, result, value FROM answer WHERE assessment = {} AND id = {}",
        one.assessment,
        answer,
    )
    if not rows:
        raise NotFound
    return (await _given(rows))[0]


async def _row(campaign: TeamCampaign, participation: int) -> dict[str, Any]:
    if not is_row_id(participation):
        raise NotFound
    rows: list[dict[str, Any]] = await Participation.raw(
        "SELECT p.*, COALESCE(l.first_name, u.first_name) AS first_name, COALESCE(l.last_name, u.last_name)"
        f" AS last_name, l.group_name, {STATE} AS state FROM participation p LEFT JOIN learner l ON l.id = p.learner"
        ' LEFT JOIN pix_user u ON u.id = p."user" LEFT JOIN assessment a ON a.id = p.assessment'
        ' WHERE p.id = {} AND p.campaign = {} AND p.deleted_at IS NULL AND (NOT p.trial OR p."user" = {})',
        participation,
        campaign.id,
        campaign.member.user,
    )
    if not rows:
        raise NotFound
    return rows[0]


async def _attempts(row: Mapping[str, Any]) -> list[Attempt]:
    """A trial has no learner: it stands alone."""
    rows = await Participation.raw(
        f"SELECT p.id, p.attempt, p.started_at, p.shared_at, {STATE} AS state FROM participation p"
        " LEFT JOIN assessment a ON a.id = p.assessment WHERE p.campaign = {} AND p.deleted_at IS NULL"
        " AND (p.id = {} OR (p.learner = {} AND NOT p.trial)) ORDER BY p.attempt, p.id",
        row["campaign"],
        row["id"],
        row["learner"] or 0,
    )
    return [Attempt(one["id"], one["attempt"], one["state"], one["started_at"], one["shared_at"]) for one in rows]


async def _given(rows: Sequence[Mapping[str, Any]]) -> list[GivenAnswer]:
    index = current_index()
    bodies = await as_they_were({row["body"]: row["challenge"] for row in rows})
    return [
        GivenAnswer(
            row["id"],
            row["position"],
            bodies.get(row["body"]),
            row["challenge"],
            skill_called(row["skill"], index),
            row["result"],
            _values.decode(row["value"]) if row["value"] else {},
        )
        for row in rows
    ]

"""Reads for the learner's pages of a campaign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from app.campaigns import goals
from app.campaigns.goals import Goal
from app.campaigns.opening import why_closed
from app.campaigns.tables import Campaign, Participation
from app.lib.refusals import NotFound

State = Literal["started", "to_share", "shared"]


@dataclass(frozen=True)
class CampaignFacts:
    """A campaign as a learner meets it."""

    id: int
    code: str
    kind: str
    title: str
    landing_text: str
    target: str
    target_name: str
    goal: Goal | None
    external_id_label: str
    multiple_sendings: bool
    opens_on: date | None
    closes_on: date | None
    archived_at: datetime | None
    organisation_id: int
    organisation: str
    owner: str

    @property
    def heading(self) -> str:
        """What the learner's pages are headed by: the title, else what is tested."""
        if self.title:
            return self.title
        return self.target_name or self.organisation


@dataclass(frozen=True)
class ParticipationFacts:
    """The latest attempt of a learner in a campaign."""

    id: int
    attempt: int
    assessment: int | None
    external_id: str
    shared_at: datetime | None
    deleted: bool
    snapshot: str
    finished: bool
    aborted: bool
    """Its assessment was closed by the reset of a competence: another one takes its place."""
    trial: bool
    """A member of the team tries the campaign."""
    outcomes: str
    """One letter for each skill aimed at (`outcomes.py`), as it was sent; empty before."""

    @property
    def state(self) -> State:
        if self.shared_at is not None:
            return "shared"
        return "to_share" if self.finished else "started"


@dataclass(frozen=True)
class Journey:
    """A line of « Mes parcours ». `percent` is the mastery sent, when it was."""

    code: str
    title: str
    organisation: str
    state: State
    started_at: datetime
    shared_at: datetime | None
    closed: bool
    percent: int | None
    url: str
    trial: bool


@dataclass(frozen=True)
class Unfinished:
    """The journey to resume, for the banner."""

    title: str
    url: str


async def campaign_by_code(code: str) -> CampaignFacts:
    """Raises NotFound for an unknown or deleted code."""
    rows = await Campaign.raw(
        "SELECT c.*, o.name AS organisation_name, u.first_name, u.last_name FROM campaign c"
        " JOIN organisation o ON o.id = c.organisation JOIN pix_user u ON u.id = c.owner"
        " WHERE c.code = {} AND c.deleted_at IS NULL",
        code,
    )
    if not rows:
        raise NotFound
    row = rows[0]
    return CampaignFacts(
        id=row["id"],
        code=row["code"],
        kind=row["kind"],
        title=row["title"],
        landing_text=row["landing_text"],
        target=row["target"],
        target_name=row["target_name"],
        goal=goals.decode(row["goal"]) if row["goal"] else None,
        external_id_label=row["external_id_label"],
        multiple_sendings=bool(row["multiple_sendings"]),
        opens_on=row["opens_on"],
        closes_on=row["closes_on"],
        archived_at=row["archived_at"],
        organisation_id=row["organisation"],
        organisation=row["organisation_name"],
        owner=f"{row['first_name']} {row['last_name']}",
    )


async def code_exists(code: str) -> bool:
    return await Campaign.exists().where((Campaign.code == code) & Campaign.deleted_at.is_null())


async def latest_participation(campaign: int, user: int) -> ParticipationFacts | None:
    """The last attempt, deleted ones included: a deleted participation cannot be started again."""
    rows = await Participation.raw(
        "SELECT p.id, p.attempt, p.assessment, p.external_id, p.shared_at, p.deleted_at, p.snapshot, p.trial,"
        " p.outcomes, a.completed_at, a.state AS assessment_state"
        " FROM participation p LEFT JOIN assessment a ON a.id = p.assessment"
        ' WHERE p.campaign = {} AND p."user" = {} ORDER BY p.attempt DESC LIMIT 1',
        campaign,
        user,
    )
    return _participation(rows[0]) if rows else None


async def journeys(user: int, now: datetime) -> list[Journey]:
    """The campaigns someone takes part in: to finish first, then to send, then sent, newest first."""
    rows = await _journey_rows(user)
    found = [_journey(row, now) for row in rows]
    return sorted(found, key=lambda one: ("started", "to_share", "shared").index(one.state))


async def unfinished(user: int, now: datetime) -> Unfinished | None:
    """The journey begun last that is neither finished, nor sent, nor closed."""
    for row in await _journey_rows(user):
        journey = _journey(row, now)
        if journey.state != "shared" and not journey.closed:
            return Unfinished(journey.title, journey.url)
    return None


async def _journey_rows(user: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = await Participation.raw(
        "SELECT c.code, c.title, c.target_name, c.archived_at, c.opens_on, c.closes_on, c.goal, o.name AS organisation,"
        " p.started_at, p.shared_at, p.validated, p.assessment, p.trial, a.completed_at, a.state AS assessment_state"
        " FROM participation p JOIN campaign c ON c.id = p.campaign JOIN organisation o ON o.id = c.organisation"
        " LEFT JOIN assessment a ON a.id = p.assessment"
        ' WHERE p."user" = {} AND p.deleted_at IS NULL AND p.replaced_at IS NULL AND c.deleted_at IS NULL'
        " ORDER BY p.started_at DESC, p.id DESC",
        user,
    )
    return rows


def _journey(row: Mapping[str, Any], now: datetime) -> Journey:
    finished = row["completed_at"] is not None or row["assessment"] is None
    state: State = "shared" if row["shared_at"] else "to_share" if finished else "started"
    goal = goals.decode(row["goal"]) if row["goal"] else None
    title = row["title"] or row["target_name"] or row["organisation"]
    return Journey(
        code=row["code"],
        title=title,
        organisation=row["organisation"],
        state=state,
        started_at=row["started_at"],
        shared_at=row["shared_at"],
        closed=_closed(row, now),
        percent=round(100 * row["validated"] / len(goal.skills))
        if state == "shared" and goal and goal.skills
        else None,
        url=_url(row, state),
        trial=bool(row["trial"]),
    )


def _closed(row: Mapping[str, Any], now: datetime) -> bool:
    opens_on, closes_on = (None, None) if row["trial"] else (row["opens_on"], row["closes_on"])
    return why_closed(row["archived_at"], opens_on, closes_on, now) is not None


def _url(row: Mapping[str, Any], state: State) -> str:
    if state != "started":
        return f"/campagnes/{row['code']}/resultats"
    if row["assessment_state"] == "aborted":
        return f"/campagnes/{row['code']}/depart"
    return f"/evaluations/{row['assessment']}"


def _participation(row: Mapping[str, Any]) -> ParticipationFacts:
    return ParticipationFacts(
        id=row["id"],
        attempt=row["attempt"],
        assessment=row["assessment"],
        external_id=row["external_id"],
        shared_at=row["shared_at"],
        deleted=row["deleted_at"] is not None,
        snapshot=row["snapshot"],
        finished=row["completed_at"] is not None or row["assessment"] is None,
        aborted=row["assessment_state"] == "aborted",
        trial=bool(row["trial"]),
        outcomes=row["outcomes"],
    )

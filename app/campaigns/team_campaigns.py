"""A campaign as the team of its organisation sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.campaigns import goals
from app.campaigns.goals import Goal
from app.campaigns.tables import Campaign
from app.lib.refusals import NotFound
from app.organisations.members import Member, member_of


@dataclass(frozen=True)
class TeamCampaign:
    """What the pages of one campaign share: its settings, its two figures, and who is looking."""

    id: int
    member: Member
    code: str
    kind: str
    """assessment or profiles."""
    name: str
    title: str
    landing_text: str
    target: str
    target_name: str
    goal: Goal | None
    external_id_label: str
    multiple_sendings: bool
    opens_on: date | None
    closes_on: date | None
    created_at: datetime
    archived_at: datetime | None
    owner: int
    owner_name: str
    participants: int
    """Participations that are neither replaced by another attempt, nor deleted, nor trials (orga 1.7)."""
    received: int
    """People who sent their results at least once."""

    @property
    def may_edit(self) -> bool:
        """Its owner and the administrators of the organisation."""
        return self.member.is_administrator or self.member.user == self.owner

    @property
    def asks_profiles(self) -> bool:
        return self.kind == "profiles"


async def team_campaign(user: int, campaign: int) -> TeamCampaign:
    """The campaign, if `user` works for its organisation. Raises NotFound for anything else.

    A link of another organisation of the same person works: the page shows that organisation.
    """
    rows = await Campaign.raw(
        "SELECT c.*, u.first_name, u.last_name,"
        " (SELECT COUNT(*) FROM participation p WHERE p.campaign = c.id AND p.replaced_at IS NULL"
        "  AND p.deleted_at IS NULL AND NOT p.trial) AS participants,"
        " (SELECT COUNT(DISTINCT p.learner) FROM participation p WHERE p.campaign = c.id"
        "  AND p.shared_at IS NOT NULL AND p.deleted_at IS NULL AND NOT p.trial) AS received"
        " FROM campaign c JOIN pix_user u ON u.id = c.owner WHERE c.id = {} AND c.deleted_at IS NULL",
        campaign,
    )
    if not rows:
        raise NotFound
    member = await member_of(user, rows[0]["organisation"])
    if member is None:
        raise NotFound
    return _team_campaign(rows[0], member)


def _team_campaign(row: Mapping[str, Any], member: Member) -> TeamCampaign:
    return TeamCampaign(
        id=row["id"],
        member=member,
        code=row["code"],
        kind=row["kind"],
        name=row["name"],
        title=row["title"],
        landing_text=row["landing_text"],
        target=row["target"],
        target_name=row["target_name"],
        goal=goals.decode(row["goal"]) if row["goal"] else None,
        external_id_label=row["external_id_label"],
        multiple_sendings=bool(row["multiple_sendings"]),
        opens_on=row["opens_on"],
        closes_on=row["closes_on"],
        created_at=row["created_at"],
        archived_at=row["archived_at"],
        owner=row["owner"],
        owner_name=f"{row['first_name']} {row['last_name']}",
        participants=row["participants"],
        received=row["received"],
    )

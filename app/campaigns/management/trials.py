"""A member tries a campaign as a learner would: begun, played, sent, then forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from app.campaigns import participations
from app.campaigns.participations import Learner
from app.campaigns.queries import campaign_by_code, latest_participation
from app.campaigns.tables import Participation
from app.campaigns.team_campaigns import TeamCampaign
from app.evaluation.knowledge_reset import unlearn
from app.persistence.transactions import write_transaction


@dataclass(frozen=True)
class Trial:
    """Where a member's trial is. `own`: she takes part for real, so that nothing is left to try."""

    state: Literal["none", "started", "to_share", "shared", "own"]
    shared_at: datetime | None = None


async def trial_of(campaign: TeamCampaign) -> Trial:
    """Where the trial of the member who looks at the campaign is."""
    found = await latest_participation(campaign.id, campaign.member.user)
    if found is None:
        return Trial("none")
    return Trial(found.state, found.shared_at) if found.trial else Trial("own")


async def begin(campaign: TeamCampaign, learner: Learner, now: datetime) -> None:
    """Begins the trial; one that is there goes on. Raises CampaignArchived."""
    if (await trial_of(campaign)).state == "none":
        await participations.begin(await campaign_by_code(campaign.code), learner, "", now, trial=True)


async def erase(campaign: TeamCampaign) -> None:
    """The trial never was: its participation goes, and so does what it taught about the member."""
    user = campaign.member.user
    async with write_transaction():
        rows = (
            await Participation.delete()
            .where(
                (Participation.campaign == campaign.id) & (Participation.user == user) & Participation.trial.eq(True)
            )
            .returning(Participation.assessment)
        )
        for row in rows:
            if row["assessment"] is not None:
                await unlearn(user, row["assessment"])

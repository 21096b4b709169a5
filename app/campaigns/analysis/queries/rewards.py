"""The stages and badges that a campaign gives."""

from __future__ import annotations

from app.campaigns.analysis.rewards import Rewards, rewards_of
from app.campaigns.target_profiles.queries import badges_of, stages_of
from app.campaigns.team_campaigns import TeamCampaign
from app.content.releases import current_index


async def rewards(campaign: TeamCampaign) -> Rewards:
    """Two queries; nothing for profiles."""
    if campaign.goal is None:
        return rewards_of((), (), (), current_index())
    stages, badges = await stages_of(campaign.target), await badges_of(campaign.target)
    return rewards_of(stages, badges, campaign.goal.skills, current_index())

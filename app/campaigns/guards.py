"""Who may see and change a campaign in Pix Orga.

path = "/orga/campagnes/{campaign:int}"
dependencies = {"seen": Provide(campaign_seen)}      # any member of its organisation
dependencies = {"edited": Provide(campaign_edited)}  # its owner, and the administrators
"""

from __future__ import annotations

from typing import Any

from litestar import Request

from app.campaigns.refusals import NotYourCampaign
from app.campaigns.team_campaigns import TeamCampaign, team_campaign
from app.lib.refusals import NotFound
from app.organisations.guards import member

LARGEST_ID = 2**31 - 1


async def campaign_seen(request: Request[Any, Any, Any]) -> TeamCampaign:
    """The campaign of the address, through its team: a stranger gets the same 404 as for no campaign at all."""
    found = await member(request)
    number = int(request.path_params["campaign"])
    if not 0 < number <= LARGEST_ID:
        raise NotFound
    return await team_campaign(found.user, number)


async def campaign_edited(request: Request[Any, Any, Any]) -> TeamCampaign:
    """The same, for who may change it. Raises NotYourCampaign."""
    campaign = await campaign_seen(request)
    if not campaign.may_edit:
        raise NotYourCampaign
    return campaign

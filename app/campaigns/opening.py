"""Whether a campaign can be started or sent. Pure."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.campaigns.refusals import CampaignArchived, CampaignClosed, CampaignNotOpen
from app.lib.refusals import Refusal

PARIS = ZoneInfo("Europe/Paris")


def why_closed(
    archived_at: datetime | None, opens_on: date | None, closes_on: date | None, now: datetime
) -> type[Refusal] | None:
    """Why one can neither start nor send at that moment; None when one can. Both days are included, in Paris time."""
    if archived_at is not None:
        return CampaignArchived
    today = now.astimezone(PARIS).date()
    if opens_on is not None and today < opens_on:
        return CampaignNotOpen
    if closes_on is not None and today > closes_on:
        return CampaignClosed
    return None

"""The verbs of a campaign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from app.accounts.identity import unaccented
from app.campaigns import goals
from app.campaigns.tables import Campaign
from app.campaigns.target_profiles.targets import Target, target_for
from app.lib.codes import draw_campaign_code
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction

Kind = Literal["assessment", "profiles"]
DRAWS = 20


@dataclass(frozen=True)
class NewCampaign:
    """A campaign to create; `target` is a competence or a target profile, empty for profiles."""

    organisation: int
    owner: int
    name: str
    kind: Kind = "assessment"
    target: str = ""
    title: str = ""
    landing_text: str = ""
    external_id_label: str = ""
    multiple_sendings: bool = False
    opens_on: date | None = None
    closes_on: date | None = None


async def create(new: NewCampaign, now: datetime, *, code: str | None = None) -> int:
    """A new campaign with its own code; its id. Raises UnknownTarget."""
    target = await target_for(new.organisation, new.target) if new.kind == "assessment" else None
    for _ in range(DRAWS):
        drawn = code or draw_campaign_code()
        try:
            async with write_transaction():
                rows = await Campaign.insert(_row(new, drawn, target, now))
        except Exception as error:
            if code is None and is_unique_violation(error):
                continue
            raise
        return int(rows[0]["id"])
    raise RuntimeError("no free campaign code was drawn")


async def archive(campaign: int, by: int, now: datetime) -> None:
    """Nobody starts or sends any more; the results remain."""
    async with write_transaction():
        await Campaign.update({Campaign.archived_at: now, Campaign.archived_by: by}).where(
            (Campaign.id == campaign) & Campaign.archived_at.is_null()
        )


def _row(new: NewCampaign, code: str, target: Target | None, now: datetime) -> Campaign:
    return Campaign(
        organisation=new.organisation,
        owner=new.owner,
        code=code,
        kind=new.kind,
        name=new.name,
        search_name=unaccented(new.name),
        title=new.title,
        landing_text=new.landing_text,
        target=target.key if target else "",
        target_name=target.name if target else "",
        goal=goals.encode(target.goal) if target else "",
        external_id_label=new.external_id_label,
        multiple_sendings=new.multiple_sendings,
        opens_on=new.opens_on,
        closes_on=new.closes_on,
        created_at=now,
    )

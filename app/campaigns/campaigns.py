"""The verbs of a campaign. Each is noted in the log, and safe to repeat."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from piccolo.columns import Column

from app.accounts.audit import record
from app.accounts.identity import unaccented
from app.campaigns import goals
from app.campaigns.refusals import SomeoneTakesPart
from app.campaigns.tables import Campaign, Participation
from app.campaigns.target_profiles.targets import Target, target_for
from app.lib.codes import draw_campaign_code
from app.lib.refusals import NotFound
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
    created_by: int | None = None
    """Who sends the form, when it is not the owner."""
    sending: str | None = None
    """Fingerprint of the form: the same one sent again creates nothing more."""


@dataclass(frozen=True)
class Edited:
    """What may change at any time; what it tests, its code and its identifier never do."""

    name: str
    owner: int
    title: str
    landing_text: str
    multiple_sendings: bool
    opens_on: date | None
    closes_on: date | None


async def create(new: NewCampaign, now: datetime, *, code: str | None = None) -> int:
    """A new campaign with its own code; its id. Raises UnknownTarget."""
    target = await target_for(new.organisation, new.target) if new.kind == "assessment" else None
    for _ in range(DRAWS):
        if new.sending and (already := await _made_by(new.organisation, new.sending)):
            return already
        drawn = code or draw_campaign_code()
        try:
            async with write_transaction():
                campaign = int((await Campaign.insert(_row(new, drawn, target, now)))[0]["id"])
                by = new.created_by or new.owner
                await _note("created", campaign, by, now, new.organisation, name=new.name)
        except Exception as error:
            if code is None and is_unique_violation(error):
                continue
            raise
        return campaign
    raise RuntimeError("no free campaign code was drawn")


async def edit(campaign: int, edited: Edited, by: int, now: datetime) -> tuple[str, ...]:
    """Changes the settings; which ones did. Raises SomeoneTakesPart when it is too late for several sendings."""
    wanted: dict[str, Any] = {name: getattr(edited, name) for name in Edited.__dataclass_fields__}
    async with write_transaction():
        row = await Campaign.select().where((Campaign.id == campaign) & Campaign.deleted_at.is_null()).first()
        if row is None:
            raise NotFound
        changed: dict[Column | str, Any] = {name: value for name, value in wanted.items() if row[name] != value}
        if not changed:
            return ()
        if "multiple_sendings" in changed and await _someone_takes_part(campaign):
            raise SomeoneTakesPart
        if "name" in changed:
            changed["search_name"] = unaccented(edited.name)
        await Campaign.update(changed).where(Campaign.id == campaign)
        fields = tuple(name for name in wanted if name in changed)
        await _note("edited", campaign, by, now, row["organisation"], fields=", ".join(fields))
    return fields


async def archive(campaign: int, by: int, now: datetime) -> None:
    """Nobody starts or sends any more; the results remain."""
    async with write_transaction():
        rows = (
            await Campaign.update({Campaign.archived_at: now, Campaign.archived_by: by})
            .where((Campaign.id == campaign) & Campaign.archived_at.is_null())
            .returning(Campaign.organisation)
        )
        for row in rows:
            await _note("archived", campaign, by, now, row["organisation"])


async def archive_all(organisation: int, by: int, now: datetime) -> None:
    """Every campaign of an organisation that closes."""
    async with write_transaction():
        rows = (
            await Campaign.update({Campaign.archived_at: now, Campaign.archived_by: by})
            .where(
                (Campaign.organisation == organisation) & Campaign.archived_at.is_null() & Campaign.deleted_at.is_null()
            )
            .returning(Campaign.id)
        )
        for row in rows:
            await _note("archived", row["id"], by, now, organisation)


async def unarchive(campaign: int, by: int, now: datetime) -> None:
    """One may start and send again, if its dates allow it."""
    async with write_transaction():
        rows = (
            await Campaign.update({Campaign.archived_at: None, Campaign.archived_by: None})
            .where((Campaign.id == campaign) & Campaign.archived_at.is_not_null())
            .returning(Campaign.organisation)
        )
        for row in rows:
            await _note("unarchived", campaign, by, now, row["organisation"])


async def delete(campaigns: Collection[int], by: int, now: datetime) -> None:
    """The campaigns and their participations are seen no more, nowhere; their codes are not given again."""
    if not campaigns:
        return
    async with write_transaction():
        rows = (
            await Campaign.update({Campaign.deleted_at: now, Campaign.sending: None})
            .where(Campaign.id.is_in(sorted(campaigns)) & Campaign.deleted_at.is_null())
            .returning(Campaign.id, Campaign.organisation, Campaign.name)
        )
        for row in rows:
            await Participation.update({Participation.deleted_at: now, Participation.deleted_by: by}).where(
                (Participation.campaign == row["id"]) & Participation.deleted_at.is_null()
            )
            await _note("deleted", row["id"], by, now, row["organisation"], name=row["name"])


async def _made_by(organisation: int, sending: str) -> int | None:
    rows = await Campaign.select(Campaign.id).where(
        (Campaign.organisation == organisation) & (Campaign.sending == sending)
    )
    return int(rows[0]["id"]) if rows else None


async def _someone_takes_part(campaign: int) -> bool:
    rows = await Participation.raw(
        "SELECT 1 AS taken FROM participation WHERE campaign = {} AND deleted_at IS NULL AND NOT trial LIMIT 1",
        campaign,
    )
    return bool(rows)


async def _note(what: str, campaign: int, by: int, now: datetime, organisation: int, **details: str) -> None:
    await record(
        f"campaign.{what}",
        by=by,
        kind="campaign",
        subject=campaign,
        at=now,
        organisation=organisation,
        **details,
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
        sending=new.sending,
    )

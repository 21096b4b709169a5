"""The verbs of an organisation and its team."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from app.accounts.identity import unaccented
from app.organisations.tables import Membership, Organisation
from app.persistence.transactions import write_transaction

Kind = Literal["SCO", "SUP", "PRO"]
Role = Literal["administrator", "member"]


async def create(
    name: str,
    kind: Kind,
    now: datetime,
    *,
    external_id: str | None = None,
    province: str = "",
    manages_learners: bool = False,
    uses_credits: bool = False,
) -> int:
    """A new organisation; its id."""
    async with write_transaction():
        rows = await Organisation.insert(
            Organisation(
                name=name,
                search_name=unaccented(name),
                kind=kind,
                external_id=external_id,
                province=province,
                manages_learners=manages_learners,
                uses_credits=uses_credits,
                created_at=now,
            )
        )
    return int(rows[0]["id"])


async def add_member(organisation: int, user: int, role: Role, now: datetime) -> None:
    """Someone joins the team; joining twice keeps the first role."""
    async with write_transaction():
        known = await Membership.exists().where((Membership.organisation == organisation) & (Membership.user == user))
        if not known:
            await Membership.insert(Membership(organisation=organisation, user=user, role=role, created_at=now))

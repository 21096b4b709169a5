"""The verbs of a certification centre and its team."""

from __future__ import annotations

from datetime import datetime

from app.accounts.identity import unaccented
from app.certification.tables import CentreMembership, CertificationCentre
from app.organisations.organisations import Kind, Role
from app.persistence.transactions import write_transaction


async def create(
    name: str, kind: Kind, now: datetime, *, external_id: str | None = None, organisation: int | None = None
) -> int:
    """A new centre; its id. `organisation`: the Orga space whose pupils it may enrol."""
    async with write_transaction():
        rows = await CertificationCentre.insert(
            CertificationCentre(
                name=name,
                search_name=unaccented(name),
                kind=kind,
                external_id=external_id,
                organisation=organisation,
                created_at=now,
            )
        )
    return int(rows[0]["id"])


async def add_member(centre: int, user: int, role: Role, now: datetime) -> None:
    """Someone joins the team; joining twice keeps the first role."""
    async with write_transaction():
        known = await CentreMembership.exists().where(
            (CentreMembership.centre == centre) & (CentreMembership.user == user)
        )
        if not known:
            row = CentreMembership(centre=centre, user=user, role=role, created_at=now)
            await CentreMembership.insert(row)

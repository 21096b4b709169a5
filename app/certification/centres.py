"""The verbs of a certification centre and its team."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from app.accounts import audit
from app.accounts.identity import unaccented
from app.certification.certif import CERTIF
from app.certification.requests.refusals import OrganisationUnknown
from app.certification.tables import CentreInvitation, CentreMembership, CertificationCentre
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations.organisations import Kind, Role
from app.organisations.tables import Organisation
from app.organisations.team.log import record_invitation
from app.persistence.transactions import write_transaction

KIND = "certification_centre"
"""What a centre is called in the log."""


async def create(
    name: str, kind: Kind, now: datetime, *, external_id: str | None = None, organisation: int | None = None
) -> int:
    """A new centre; its id. `organisation`: the Orga space whose pupils it may enrol."""
    async with write_transaction():
        row = CertificationCentre(**_columns(name, kind, external_id, organisation), created_at=now)
        rows = await CertificationCentre.insert(row)
    return int(rows[0]["id"])


async def edit(
    centre: int, name: str, kind: Kind, external_id: str | None, organisation: int | None, by: int, at: datetime
) -> tuple[str, ...]:
    """Says it otherwise; which fields changed. Raises NotFound or OrganisationUnknown."""
    wanted = _columns(name, kind, external_id, organisation)
    async with write_transaction():
        known = await CertificationCentre.select().where(CertificationCentre.id == centre).first()
        if known is None:
            raise NotFound
        if organisation not in (None, known["organisation"]) and not await is_open_organisation(organisation):
            raise OrganisationUnknown
        changed = tuple(sorted(one for one in wanted if one != "search_name" and wanted[one] != known[one]))
        if changed:
            await CertificationCentre.update(wanted).where(CertificationCentre.id == centre)
            await audit.record("centre.edited", by=by, kind=KIND, subject=centre, at=at, fields=", ".join(changed))
    return changed


async def archive(centre: int, by: int, at: datetime) -> None:
    """Its team enters no more, its invitations that wait are cancelled; its sessions stay. Twice is harmless.

    Raises NotFound.
    """
    async with write_transaction():
        rows = (
            await CertificationCentre.update({CertificationCentre.archived_at: at})
            .where((CertificationCentre.id == centre) & CertificationCentre.archived_at.is_null())
            .returning(CertificationCentre.id)
        )
        if not rows:
            await _must_exist(centre)
            return
        waiting = (
            await CentreInvitation.update({CentreInvitation.cancelled_at: at})
            .where(
                (CentreInvitation.centre == centre)
                & CentreInvitation.accepted_at.is_null()
                & CentreInvitation.cancelled_at.is_null()
            )
            .returning(CentreInvitation.id, CentreInvitation.email)
        )
        for one in waiting:
            await record_invitation(CERTIF, "invitation.cancelled", centre, one["id"], by, at, email=one["email"])
        await _note("centre.archived", centre, by, at)


async def unarchive(centre: int, by: int, at: datetime) -> None:
    """Its team enters again; invitations stay cancelled. Twice is harmless. Raises NotFound."""
    async with write_transaction():
        rows = (
            await CertificationCentre.update({CertificationCentre.archived_at: None})
            .where((CertificationCentre.id == centre) & CertificationCentre.archived_at.is_not_null())
            .returning(CertificationCentre.id)
        )
        if rows:
            await _note("centre.unarchived", centre, by, at)
        else:
            await _must_exist(centre)


async def add_member(centre: int, user: int, role: Role, now: datetime) -> None:
    """Someone joins the team; joining twice keeps the first role."""
    async with write_transaction():
        known = await CentreMembership.exists().where(
            (CentreMembership.centre == centre) & (CentreMembership.user == user)
        )
        if not known:
            row = CentreMembership(centre=centre, user=user, role=role, created_at=now)
            await CentreMembership.insert(row)


async def is_open_organisation(organisation: int | None) -> bool:
    """Whether a centre may be tied to it."""
    if organisation is None or not is_row_id(organisation):
        return False
    return bool(
        await Organisation.exists().where((Organisation.id == organisation) & Organisation.archived_at.is_null())
    )


def _columns(name: str, kind: Kind, external_id: str | None, organisation: int | None) -> dict[Any, Any]:
    return {
        "name": name,
        "search_name": unaccented(name),
        "kind": kind,
        "external_id": external_id,
        "organisation": organisation,
    }


async def _must_exist(centre: int) -> None:
    if not await CertificationCentre.exists().where(CertificationCentre.id == centre):
        raise NotFound


async def _note(action: str, centre: int, by: int, at: datetime) -> None:
    await audit.record(action, by=by, kind=KIND, subject=centre, at=at)

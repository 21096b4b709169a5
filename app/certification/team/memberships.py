"""The verbs of a centre's team: change a role, remove someone, leave."""

from __future__ import annotations

from datetime import datetime

from app.accounts import audit
from app.certification.tables import CentreMembership, CertificationCentre
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations.organisations import Role
from app.organisations.team.refusals import LastAdministrator
from app.organisations.team.roles import Colleague, is_last_administrator
from app.persistence.transactions import write_transaction


async def change_role(centre: int, membership: int, role: Role, by: int, at: datetime) -> None:
    """Give a role to someone of the team; the one she has already changes nothing.

    Raises NotFound, or LastAdministrator.
    """
    async with write_transaction():
        team = await _hold(centre)
        her = next((one for one in team if one.id == membership), None)
        if her is None:
            raise NotFound
        if her.role == role:
            return
        if is_last_administrator(membership, team):
            raise LastAdministrator
        await CentreMembership.update({CentreMembership.role: role}).where(CentreMembership.id == membership)
        await audit.record("member.role_changed", by=by, kind="centre_membership", subject=membership, at=at, role=role)


async def remove(centre: int, membership: int, by: int, at: datetime) -> None:
    """She is no longer of the team, at once; her sessions stay. Removing her again is harmless.

    Raises NotFound for who never was of it, or LastAdministrator.
    """
    async with write_transaction():
        her = next((one for one in await _hold(centre) if one.id == membership), None)
        if her is not None:
            await _end(centre, her, by, at)
        elif not is_row_id(membership) or not await CentreMembership.exists().where(
            (CentreMembership.id == membership) & (CentreMembership.centre == centre)
        ):
            raise NotFound


async def leave(centre: int, user: int, at: datetime) -> None:
    """Go; one's sessions stay. Nothing happens to who is not of the team. Raises LastAdministrator."""
    async with write_transaction():
        her = next((one for one in await _hold(centre) if one.user == user), None)
        if her is not None:
            await _end(centre, her, user, at)


async def end_everywhere(user: int, by: int, at: datetime) -> None:
    """She is of no team any more, even where she was the only administrator: her account is about to be erased."""
    async with write_transaction():
        rows = (
            await CentreMembership.update({CentreMembership.disabled_at: at})
            .where((CentreMembership.user == user) & CentreMembership.disabled_at.is_null())
            .returning(CentreMembership.id)
        )
        for row in rows:
            await audit.record("member.removed", by=by, kind="centre_membership", subject=row["id"], at=at)


async def colleagues(centre: int) -> list[Colleague]:
    """The team, as its rules know it."""
    rows = await CentreMembership.select(CentreMembership.id, CentreMembership.user, CentreMembership.role).where(
        (CentreMembership.centre == centre) & CentreMembership.disabled_at.is_null()
    )
    return [Colleague(row["id"], row["user"], row["role"]) for row in rows]


async def _hold(centre: int) -> list[Colleague]:
    """The team, for this transaction alone: who changes the same team at the same time waits for its end.

    Two administrators who demote each other touch two rows, so that neither would see the other's change on
    PostgreSQL; writing a row that both need puts one after the other.
    """
    await CertificationCentre.update({CertificationCentre.name: CertificationCentre.name}).where(
        CertificationCentre.id == centre
    )
    return await colleagues(centre)


async def _end(centre: int, her: Colleague, by: int, at: datetime) -> None:
    if is_last_administrator(her.id, await colleagues(centre)):
        raise LastAdministrator
    await CentreMembership.update({CentreMembership.disabled_at: at}).where(CentreMembership.id == her.id)
    action = "member.left" if her.user == by else "member.removed"
    await audit.record(action, by=by, kind="centre_membership", subject=her.id, at=at)

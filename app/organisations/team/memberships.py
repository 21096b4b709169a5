"""The verbs of a team: change a role, remove someone, leave."""

from __future__ import annotations

from datetime import datetime

from app.accounts import audit
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations.organisations import Role
from app.organisations.tables import Membership, Organisation
from app.organisations.team.refusals import LastAdministrator
from app.organisations.team.roles import Colleague, is_last_administrator
from app.persistence.transactions import write_transaction


async def change_role(organisation: int, membership: int, role: Role, by: int, at: datetime) -> None:
    """Give a role to someone of the team; the one she has already changes nothing.

    Raises NotFound, or LastAdministrator.
    """
    async with write_transaction():
        team = await _hold(organisation)
        her = next((one for one in team if one.id == membership), None)
        if her is None:
            raise NotFound
        if her.role == role:
            return
        if is_last_administrator(membership, team):
            raise LastAdministrator
        await Membership.update({Membership.role: role}).where(Membership.id == membership)
        await audit.record(
            "member.role_changed", by=by, kind="user", subject=her.user, at=at, organisation=organisation, role=role
        )


async def remove(organisation: int, membership: int, by: int, at: datetime) -> None:
    """She is no longer of the team, at once; her campaigns stay. Removing her again is harmless.

    Raises NotFound for who never was of it, or LastAdministrator.
    """
    async with write_transaction():
        her = next((one for one in await _hold(organisation) if one.id == membership), None)
        if her is not None:
            await _end(organisation, her, by, at)
        elif not is_row_id(membership) or not await Membership.exists().where(
            (Membership.id == membership) & (Membership.organisation == organisation)
        ):
            raise NotFound


async def leave(organisation: int, user: int, at: datetime) -> None:
    """Go; one's campaigns stay. Nothing happens to who is not of the team. Raises LastAdministrator."""
    async with write_transaction():
        her = next((one for one in await _hold(organisation) if one.user == user), None)
        if her is not None:
            await _end(organisation, her, user, at)


async def end_everywhere(user: int, by: int, at: datetime) -> None:
    """She is of no team any more, even where she was the only administrator: her account is about to be erased."""
    async with write_transaction():
        rows = (
            await Membership.update({Membership.disabled_at: at})
            .where((Membership.user == user) & Membership.disabled_at.is_null())
            .returning(Membership.organisation)
        )
        for row in rows:
            await audit.record(
                "member.removed", by=by, kind="user", subject=user, at=at, organisation=row["organisation"]
            )


async def colleagues(organisation: int) -> list[Colleague]:
    """The team, as its rules know it."""
    rows = await Membership.select(Membership.id, Membership.user, Membership.role).where(
        (Membership.organisation == organisation) & Membership.disabled_at.is_null()
    )
    return [Colleague(row["id"], row["user"], row["role"]) for row in rows]


async def _hold(organisation: int) -> list[Colleague]:
    """The team, for this transaction alone: who changes the same team at the same time waits for its end.

    Two administrators who demote each other touch two rows, so that neither would see the other's change on
    PostgreSQL; writing a row that both need puts one after the other.
    """
    await Organisation.update({Organisation.name: Organisation.name}).where(Organisation.id == organisation)
    return await colleagues(organisation)


async def _end(organisation: int, her: Colleague, by: int, at: datetime) -> None:
    if is_last_administrator(her.id, await colleagues(organisation)):
        raise LastAdministrator
    await Membership.update({Membership.disabled_at: at}).where(Membership.id == her.id)
    action = "member.left" if her.user == by else "member.removed"
    await audit.record(action, by=by, kind="user", subject=her.user, at=at, organisation=organisation)

"""The verbs of a team: change a role, remove someone, leave; and choosing for which one works."""

from __future__ import annotations

from datetime import datetime

from piccolo.columns.combination import And

from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations.organisations import Role
from app.organisations.spaces import Space
from app.organisations.team.log import record_member
from app.organisations.team.refusals import LastAdministrator
from app.organisations.team.roles import Colleague, is_last_administrator
from app.persistence.transactions import write_transaction


async def change_role(space: Space, workplace: int, membership: int, role: Role, by: int, at: datetime) -> None:
    """Give a role to someone of the team; the one she has already changes nothing.

    Raises NotFound, or LastAdministrator.
    """
    table = space.memberships
    async with write_transaction():
        team = await _hold(space, workplace)
        her = next((one for one in team if one.id == membership), None)
        if her is None:
            raise NotFound
        if her.role == role:
            return
        if is_last_administrator(membership, team):
            raise LastAdministrator
        await table.update({table.role: role}).where(table.id == membership)
        await record_member(space, "member.role_changed", workplace, her, by, at, role=role)


async def remove(space: Space, workplace: int, membership: int, by: int, at: datetime) -> None:
    """She is no longer of the team, at once; what she made stays. Removing her again is harmless.

    Raises NotFound for who never was of it, or LastAdministrator.
    """
    table = space.memberships
    async with write_transaction():
        her = next((one for one in await _hold(space, workplace) if one.id == membership), None)
        if her is not None:
            await _end(space, workplace, her, by, at)
        elif not is_row_id(membership) or not await table.exists().where(
            (table.id == membership) & (space.workplace_of(table) == workplace)
        ):
            raise NotFound


async def leave(space: Space, workplace: int, user: int, at: datetime) -> None:
    """Go; what one made stays. Nothing happens to who is not of the team. Raises LastAdministrator."""
    async with write_transaction():
        her = next((one for one in await _hold(space, workplace) if one.user == user), None)
        if her is not None:
            await _end(space, workplace, her, user, at)


async def end_everywhere(space: Space, user: int, by: int, at: datetime) -> None:
    """She is of no team any more, even where she was the only administrator: her account is about to be erased."""
    table = space.memberships
    async with write_transaction():
        rows = (
            await table.update({table.disabled_at: at})
            .where((table.user == user) & table.disabled_at.is_null())
            .returning(table.id, table.role, space.workplace_of(table))
        )
        for row in rows:
            her = Colleague(row["id"], user, row["role"])
            await record_member(space, "member.removed", row[space.noun], her, by, at)


async def choose(space: Space, user: int, workplace: int, at: datetime) -> None:
    """Work there from now on; nothing happens to who is not of its team."""
    table = space.memberships
    async with write_transaction():
        await table.update({table.used_at: at}).where((table.user == user) & members_of(space, workplace))


async def colleagues(space: Space, workplace: int) -> list[Colleague]:
    """The team, as its rules know it."""
    table = space.memberships
    rows = await table.select(table.id, table.user, table.role).where(members_of(space, workplace))
    return [Colleague(row["id"], row["user"], row["role"]) for row in rows]


async def workplaces_of(space: Space, user: int) -> set[int]:
    """Those of whose teams she is, and that are open."""
    members, workplaces = space.memberships._meta.tablename, space.workplaces._meta.tablename
    rows = await space.memberships.raw(
        f"SELECT w.id FROM {members} m JOIN {workplaces} w ON w.id = m.{space.noun}"
        ' WHERE m."user" = {} AND m.disabled_at IS NULL AND w.archived_at IS NULL',
        user,
    )
    return {row["id"] for row in rows}


def members_of(space: Space, workplace: int) -> And:
    """Who works there now."""
    table = space.memberships
    return (space.workplace_of(table) == workplace) & table.disabled_at.is_null()


async def _hold(space: Space, workplace: int) -> list[Colleague]:
    """The team, for this transaction alone: who changes the same team at the same time waits for its end.

    Two administrators who demote each other touch two rows, so that neither would see the other's change on
    PostgreSQL; writing a row that both need puts one after the other.
    """
    table = space.workplaces
    await table.update({table.name: table.name}).where(table.id == workplace)
    return await colleagues(space, workplace)


async def _end(space: Space, workplace: int, her: Colleague, by: int, at: datetime) -> None:
    if is_last_administrator(her.id, await colleagues(space, workplace)):
        raise LastAdministrator
    table = space.memberships
    await table.update({table.disabled_at: at}).where(table.id == her.id)
    action = "member.left" if her.user == by else "member.removed"
    await record_member(space, action, workplace, her, by, at)

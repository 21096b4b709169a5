"""Reads for the pages of a team, and for whoever is invited to one."""

from __future__ import annotations

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from app.accounts.identity import normal_email, unaccented
from app.accounts.tables import User
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations.spaces import Space
from app.organisations.team.invitations import waiting_at
from app.organisations.team.memberships import members_of

State = Literal["waiting", "accepted", "cancelled", "closed"]


@dataclass(frozen=True)
class TeamMate:
    """Someone of the team, as the others see her."""

    id: int
    """Of the membership: what addresses are made of."""
    user: int
    first_name: str
    last_name: str
    login: str
    """Her e-mail address, or the identifiant of an account without one."""
    role: str
    since: datetime

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def is_administrator(self) -> bool:
        return self.role == "administrator"


@dataclass(frozen=True)
class Pending:
    """An invitation that waits."""

    id: int
    email: str
    role: str
    sent_at: datetime


@dataclass(frozen=True)
class Opened:
    """What the link of an invitation leads to."""

    id: int
    code: str
    email: str
    role: str
    workplace: int
    workplace_name: str
    state: State


@dataclass(frozen=True)
class Waiting:
    """An invitation to somebody's own address."""

    workplace_name: str
    role: str
    path: str


@dataclass(frozen=True)
class Invited:
    """What waits for someone without a team; shown only to who has proven that the address is hers."""

    email: str | None
    confirmed: bool
    invitations: Sequence[Waiting]


async def team(space: Space, workplace: int) -> list[TeamMate]:
    """Who works there, by last name then first name; a team is small enough to be sorted here."""
    mates = [_mate(row) for row in await _mates(space, f"m.{space.noun} = {{}}", workplace)]
    return sorted(mates, key=lambda one: (unaccented(one.last_name), unaccented(one.first_name), one.id))


async def team_mate(space: Space, workplace: int, membership: int) -> TeamMate:
    """Raises NotFound, also for who has left."""
    if not is_row_id(membership):
        raise NotFound
    rows = await _mates(space, f"m.{space.noun} = {{}} AND m.id = {{}}", workplace, membership)
    if not rows:
        raise NotFound
    return _mate(rows[0])


async def pending(space: Space, workplace: int) -> list[Pending]:
    """The invitations that wait, by address."""
    table = space.invitations
    rows = (
        await table.select(table.id, table.email, table.role, table.sent_at)
        .where(waiting_at(space, workplace))
        .order_by(table.email)
    )
    return [Pending(**row) for row in rows]


async def pending_count(space: Space, workplace: int) -> int:
    return int(await space.invitations.count().where(waiting_at(space, workplace)))


async def member_count(space: Space, workplace: int) -> int:
    return int(await space.memberships.count().where(members_of(space, workplace)))


async def already_there(space: Space, workplace: int, emails: Sequence[str]) -> set[str]:
    """Which of these addresses are those of members."""
    if not emails:
        return set()
    rows = await space.memberships.raw(
        f'SELECT u.email_normalised FROM {space.memberships._meta.tablename} m JOIN pix_user u ON u.id = m."user"'
        f" WHERE m.{space.noun} = {{}} AND m.disabled_at IS NULL AND u.email_normalised IN ("
        + ", ".join(["{}"] * len(emails))
        + ")",
        workplace,
        *map(normal_email, emails),
    )
    return {row["email_normalised"] for row in rows}


async def opened(space: Space, invitation: int, code: str) -> Opened | None:
    """What this link leads to; None when the number or the code is wrong."""
    rows = await space.invitations.raw(
        "SELECT i.id, i.code, i.email, i.role, i.accepted_at, i.cancelled_at, w.id AS workplace,"
        f" w.name AS workplace_name, w.archived_at FROM {_invitations(space)} WHERE i.id = {{}}",
        invitation if is_row_id(invitation) else 0,
    )
    if not rows or not hmac.compare_digest(rows[0]["code"].encode(), code.encode()):
        return None
    kept = ("id", "code", "email", "role", "workplace", "workplace_name")
    return Opened(**{name: rows[0][name] for name in kept}, state=_state(rows[0]))


async def invited(space: Space, user: int) -> Invited:
    """The invitations that wait for the confirmed address of this account, the latest first."""
    people = await User.select(User.email, User.email_normalised, User.email_confirmed_at).where(User.id == user)
    if not people or people[0]["email"] is None:
        return Invited(None, False, [])
    if people[0]["email_confirmed_at"] is None:
        return Invited(people[0]["email"], False, [])
    rows = await space.invitations.raw(
        f"SELECT i.id, i.code, i.role, w.name FROM {_invitations(space)}"
        " WHERE i.email = {} AND i.accepted_at IS NULL AND i.cancelled_at IS NULL AND w.archived_at IS NULL"
        " ORDER BY i.sent_at DESC, i.id DESC",
        people[0]["email_normalised"],
    )
    waiting = [Waiting(row["name"], row["role"], space.join_path(row["id"], row["code"])) for row in rows]
    return Invited(people[0]["email"], True, waiting)


async def _mates(space: Space, condition: str, *values: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = await space.memberships.raw(
        'SELECT m.id, m."user", m.role, m.created_at AS since, u.first_name, u.last_name, u.email, u.username'
        f' FROM {space.memberships._meta.tablename} m JOIN pix_user u ON u.id = m."user"'
        f" WHERE {condition} AND m.disabled_at IS NULL",
        *values,
    )
    return rows


def _invitations(space: Space) -> str:
    """Invitations `i` and their workplaces `w`."""
    invitations, workplaces = space.invitations._meta.tablename, space.workplaces._meta.tablename
    return f"{invitations} i JOIN {workplaces} w ON w.id = i.{space.noun}"


def _mate(row: Mapping[str, Any]) -> TeamMate:
    kept = ("id", "user", "first_name", "last_name", "role", "since")
    return TeamMate(**{name: row[name] for name in kept}, login=row["email"] or row["username"] or "")


def _state(row: Mapping[str, Any]) -> State:
    if row["accepted_at"] is not None:
        return "accepted"
    if row["cancelled_at"] is not None:
        return "cancelled"
    return "closed" if row["archived_at"] is not None else "waiting"

"""Reads for the pages of a centre's team, and for whoever is invited to one."""

from __future__ import annotations

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from piccolo.columns.combination import And

from app.accounts.identity import normal_email, unaccented
from app.accounts.tables import User
from app.certification.tables import CentreInvitation, CentreMembership
from app.certification.team.invitations import join_path
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations.team.queries import Pending, State, TeamMate


@dataclass(frozen=True)
class Opened:
    """What the link of an invitation leads to."""

    id: int
    code: str
    email: str
    role: str
    centre: int
    centre_name: str
    state: State


@dataclass(frozen=True)
class Waiting:
    """An invitation to somebody's own address."""

    centre_name: str
    role: str
    path: str


@dataclass(frozen=True)
class Invited:
    """What waits for someone without a team; shown only to who has proven that the address is hers."""

    email: str | None
    confirmed: bool
    invitations: Sequence[Waiting]


async def team(centre: int) -> list[TeamMate]:
    """Who works there, by last name then first name; a team is small enough to be sorted here."""
    mates = [_mate(row) for row in await _mates("m.centre = {}", centre)]
    return sorted(mates, key=lambda one: (unaccented(one.last_name), unaccented(one.first_name), one.id))


async def team_mate(centre: int, membership: int) -> TeamMate:
    """Raises NotFound, also for who has left."""
    if not is_row_id(membership):
        raise NotFound
    rows = await _mates("m.centre = {} AND m.id = {}", centre, membership)
    if not rows:
        raise NotFound
    return _mate(rows[0])


async def pending(centre: int) -> list[Pending]:
    """The invitations that wait, by address."""
    rows = (
        await CentreInvitation.select(
            CentreInvitation.id, CentreInvitation.email, CentreInvitation.role, CentreInvitation.sent_at
        )
        .where(_waiting(centre))
        .order_by(CentreInvitation.email)
    )
    return [Pending(**row) for row in rows]


async def pending_count(centre: int) -> int:
    return int(await CentreInvitation.count().where(_waiting(centre)))


async def member_count(centre: int) -> int:
    return int(
        await CentreMembership.count().where(
            (CentreMembership.centre == centre) & CentreMembership.disabled_at.is_null()
        )
    )


async def already_there(centre: int, emails: Sequence[str]) -> set[str]:
    """Which of these addresses are those of members."""
    if not emails:
        return set()
    rows = await CentreMembership.raw(
        'SELECT u.email_normalised FROM centre_membership m JOIN pix_user u ON u.id = m."user"'
        " WHERE m.centre = {} AND m.disabled_at IS NULL AND u.email_normalised IN ("
        + ", ".join(["{}"] * len(emails))
        + ")",
        centre,
        *map(normal_email, emails),
    )
    return {row["email_normalised"] for row in rows}


async def opened(invitation: int, code: str) -> Opened | None:
    """What this link leads to; None when the number or the code is wrong."""
    rows = await CentreInvitation.raw(
        "SELECT i.id, i.code, i.email, i.role, i.accepted_at, i.cancelled_at, i.centre, c.archived_at,"
        " c.name AS centre_name"
        " FROM centre_invitation i JOIN certification_centre c ON c.id = i.centre WHERE i.id = {}",
        invitation if is_row_id(invitation) else 0,
    )
    if not rows or not hmac.compare_digest(rows[0]["code"].encode(), code.encode()):
        return None
    kept = ("id", "code", "email", "role", "centre", "centre_name")
    return Opened(**{name: rows[0][name] for name in kept}, state=_state(rows[0]))


async def invited(user: int) -> Invited:
    """The invitations that wait for the confirmed address of this account, the latest first."""
    people = await User.select(User.email, User.email_normalised, User.email_confirmed_at).where(User.id == user)
    if not people or people[0]["email"] is None:
        return Invited(None, False, [])
    if people[0]["email_confirmed_at"] is None:
        return Invited(people[0]["email"], False, [])
    rows = await CentreInvitation.raw(
        "SELECT i.id, i.code, i.role, c.name FROM centre_invitation i JOIN certification_centre c ON c.id = i.centre"
        " WHERE i.email = {} AND i.accepted_at IS NULL AND i.cancelled_at IS NULL AND c.archived_at IS NULL"
        " ORDER BY i.sent_at DESC, i.id DESC",
        people[0]["email_normalised"],
    )
    waiting = [Waiting(row["name"], row["role"], join_path(row["id"], row["code"])) for row in rows]
    return Invited(people[0]["email"], True, waiting)


async def _mates(condition: str, *values: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = await CentreMembership.raw(
        'SELECT m.id, m."user", m.role, m.created_at AS since, u.first_name, u.last_name, u.email, u.username'
        ' FROM centre_membership m JOIN pix_user u ON u.id = m."user"'
        f" WHERE {condition} AND m.disabled_at IS NULL",
        *values,
    )
    return rows


def _waiting(centre: int) -> And:
    return (
        (CentreInvitation.centre == centre)
        & CentreInvitation.accepted_at.is_null()
        & CentreInvitation.cancelled_at.is_null()
    )


def _mate(row: Mapping[str, Any]) -> TeamMate:
    kept = ("id", "user", "first_name", "last_name", "role", "since")
    return TeamMate(**{name: row[name] for name in kept}, login=row["email"] or row["username"] or "")


def _state(row: Mapping[str, Any]) -> State:
    if row["accepted_at"] is not None:
        return "accepted"
    if row["cancelled_at"] is not None:
        return "cancelled"
    return "closed" if row["archived_at"] is not None else "waiting"

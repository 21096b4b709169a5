"""The verbs of an invitation: send, send again, cancel, accept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from piccolo.columns.combination import And

from app.accounts.identity import normal_email
from app.lib.codes import DIGITS, LETTERS, SECURE
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations.organisations import Role
from app.organisations.spaces import Space
from app.organisations.team.log import record_invitation, record_member
from app.organisations.team.memberships import workplaces_of
from app.organisations.team.refusals import AlreadyMember, InvitationCancelled, InvitationUsed
from app.organisations.team.roles import Colleague
from app.persistence.transactions import write_transaction

CODE_LENGTH = 10
SENT_TWICE = timedelta(minutes=1)
"""The same invitation sent again sooner is a double click: one message is enough."""


@dataclass(frozen=True)
class Sent:
    """An invitation of which a message is to be posted now."""

    id: int
    email: str
    role: Role
    code: str
    path: str
    """Where its link leads."""


async def invite(
    space: Space, workplace: int, emails: Sequence[str], role: Role, by: int | None, at: datetime
) -> list[Sent]:
    """Invite these addresses; the invitations to post a message for, in the order of their creation.

    An address has one invitation. One that waits is sent again, with the same code; one that was accepted or
    cancelled opens again, with another: the former link stays dead. What was sent a moment ago is not sent twice.
    """
    if not emails:
        return []
    values: list[object] = []
    for email in emails:
        values += [workplace, normal_email(email), role, draw_code(), by, at, at]
    table = space.invitations._meta.tablename
    async with write_transaction():
        rows = await space.invitations.raw(
            f"INSERT INTO {table} ({space.noun}, email, role, code, invited_by, created_at, sent_at) VALUES "
            + ", ".join(["({}, {}, {}, {}, {}, {}, {})"] * len(emails))
            + f" ON CONFLICT ({space.noun}, email) DO UPDATE SET role = excluded.role,"
            " invited_by = excluded.invited_by, sent_at = excluded.sent_at,"
            f" code = CASE WHEN {table}.accepted_at IS NULL AND {table}.cancelled_at IS NULL"
            f" THEN {table}.code ELSE excluded.code END,"
            " accepted_at = NULL, accepted_by = NULL, cancelled_at = NULL"
            f" WHERE {table}.accepted_at IS NOT NULL OR {table}.cancelled_at IS NOT NULL"
            f" OR {table}.role <> excluded.role OR {table}.sent_at < {{}}"
            " RETURNING id, email, role, code",
            *values,
            at - SENT_TWICE,
        )
        sent = sorted((_sent(space, row) for row in rows), key=lambda one: one.id)
        for one in sent:
            await _record_sent(space, workplace, one, by, at)
    return sent


async def resend(space: Space, workplace: int, invitation: int, by: int, at: datetime) -> Sent | None:
    """Send it again: same code, new date. None when it was sent a moment ago.

    Raises NotFound, InvitationUsed or InvitationCancelled.
    """
    if not is_row_id(invitation):
        raise NotFound
    table = space.invitations
    async with write_transaction():
        rows = (
            await table.update({table.sent_at: at})
            .where(_waiting(space, workplace, invitation) & (table.sent_at < at - SENT_TWICE))
            .returning(table.id, table.email, table.role, table.code)
        )
        if not rows:
            await _refuse_unless_waiting(space, workplace, invitation)
            return None
        sent = _sent(space, rows[0])
        await _record_sent(space, workplace, sent, by, at)
    return sent


async def cancel(space: Space, workplace: int, invitation: int, by: int, at: datetime) -> str:
    """Its link is dead; the address. Cancelling again is harmless. Raises NotFound or InvitationUsed."""
    if not is_row_id(invitation):
        raise NotFound
    table = space.invitations
    async with write_transaction():
        rows = (
            await table.update({table.cancelled_at: at})
            .where(_waiting(space, workplace, invitation))
            .returning(table.email)
        )
        if rows:
            email = str(rows[0]["email"])
            await record_invitation(space, "invitation.cancelled", workplace, invitation, by, at, email=email)
            return email
        known = await _state(space, workplace, invitation)
        if known["accepted_at"] is not None:
            raise InvitationUsed
    return str(known["email"])


async def accept(space: Space, invitation: int, code: str, user: int, at: datetime) -> int:
    """`user` joins the team, in the role of the invitation; the workplace. Accepting one's own again is harmless.

    Raises NotFound, InvitationUsed, InvitationCancelled or AlreadyMember.
    """
    if not is_row_id(invitation):
        raise NotFound
    table, workplaces = space.invitations, space.workplaces
    async with write_transaction():
        rows = (
            await table.update({table.accepted_at: at, table.accepted_by: user})
            .where(
                (table.id == invitation)
                & (table.code == code)
                & table.accepted_at.is_null()
                & table.cancelled_at.is_null()
            )
            .returning(space.workplace_of(table), table.role)
        )
        if not rows:
            return await _accepted_before(space, invitation, code, user)
        workplace, role = int(rows[0][space.noun]), rows[0]["role"]
        if await workplaces.exists().where((workplaces.id == workplace) & workplaces.archived_at.is_not_null()):
            raise InvitationCancelled  # nobody enters what is closed
        her = Colleague(await _join(space, workplace, user, role, at), user, role)
        await record_member(space, "member.joined", workplace, her, user, at, role=role)
    return workplace


def waiting_at(space: Space, workplace: int) -> And:
    """The invitations to join that team which are neither accepted nor cancelled."""
    table = space.invitations
    return (space.workplace_of(table) == workplace) & table.accepted_at.is_null() & table.cancelled_at.is_null()


def draw_code() -> str:
    """Ten capitals and digits, none taken for another: 46 bits."""
    return "".join(SECURE.choice(LETTERS + DIGITS) for _ in range(CODE_LENGTH))


def _sent(space: Space, row: Mapping[str, Any]) -> Sent:
    return Sent(**row, path=space.join_path(row["id"], row["code"]))


async def _join(space: Space, workplace: int, user: int, role: str, at: datetime) -> int:
    """The membership. Raises AlreadyMember: the invitation stays for the one it was sent to.

    Who had left is back, as invited.
    """
    table = space.memberships._meta.tablename
    rows = await space.memberships.raw(
        f'INSERT INTO {table} ({space.noun}, "user", role, created_at, used_at) VALUES ({{}}, {{}}, {{}}, {{}}, {{}})'
        f' ON CONFLICT ({space.noun}, "user") DO UPDATE SET role = excluded.role, created_at = excluded.created_at,'
        f" used_at = excluded.used_at, disabled_at = NULL WHERE {table}.disabled_at IS NOT NULL RETURNING id",
        workplace,
        user,
        role,
        at,
        at,
    )
    if not rows:
        raise AlreadyMember
    return int(rows[0]["id"])


async def _accepted_before(space: Space, invitation: int, code: str, user: int) -> int:
    table = space.invitations
    rows = await table.select(
        space.workplace_of(table), table.accepted_at, table.accepted_by, table.cancelled_at
    ).where((table.id == invitation) & (table.code == code))
    if not rows:
        raise NotFound
    workplace = int(rows[0][space.noun])
    if rows[0]["accepted_by"] == user and workplace in await workplaces_of(space, user):
        return workplace
    raise InvitationUsed if rows[0]["accepted_at"] is not None else InvitationCancelled


async def _refuse_unless_waiting(space: Space, workplace: int, invitation: int) -> None:
    known = await _state(space, workplace, invitation)
    if known["accepted_at"] is not None:
        raise InvitationUsed
    if known["cancelled_at"] is not None:
        raise InvitationCancelled


async def _state(space: Space, workplace: int, invitation: int) -> dict[str, object]:
    table = space.invitations
    rows: list[dict[str, object]] = await table.select(table.email, table.accepted_at, table.cancelled_at).where(
        (table.id == invitation) & (space.workplace_of(table) == workplace)
    )
    if not rows:
        raise NotFound
    return rows[0]


def _waiting(space: Space, workplace: int, invitation: int) -> And:
    return (space.invitations.id == invitation) & waiting_at(space, workplace)


async def _record_sent(space: Space, workplace: int, sent: Sent, by: int | None, at: datetime) -> None:
    await record_invitation(space, "member.invited", workplace, sent.id, by, at, email=sent.email, role=sent.role)

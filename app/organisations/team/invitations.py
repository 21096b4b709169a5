"""The verbs of an invitation: send, send again, cancel, accept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from piccolo.columns.combination import And

from app.accounts import audit
from app.accounts.identity import normal_email
from app.lib.codes import DIGITS, LETTERS, SECURE
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations.members import member_of
from app.organisations.organisations import Role
from app.organisations.tables import Membership, Organisation
from app.organisations.team.refusals import AlreadyMember, InvitationCancelled, InvitationUsed
from app.organisations.team.tables import Invitation
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

    @property
    def path(self) -> str:
        """Where its link leads."""
        return join_path(self.id, self.code)


async def invite(organisation: int, emails: Sequence[str], role: Role, by: int | None, at: datetime) -> list[Sent]:
    """Invite these addresses; the invitations to post a message for, in the order of their creation.

    An address has one invitation. One that waits is sent again, with the same code; one that was accepted or
    cancelled opens again, with another: the former link stays dead. What was sent a moment ago is not sent twice.
    """
    if not emails:
        return []
    values: list[object] = []
    for email in emails:
        values += [organisation, normal_email(email), role, draw_code(), by, at, at]
    async with write_transaction():
        rows = await Invitation.raw(
            "INSERT INTO invitation (organisation, email, role, code, invited_by, created_at, sent_at) VALUES "
            + ", ".join(["({}, {}, {}, {}, {}, {}, {})"] * len(emails))
            + " ON CONFLICT (organisation, email) DO UPDATE SET role = excluded.role, invited_by = excluded.invited_by,"
            " sent_at = excluded.sent_at, code = CASE WHEN invitation.accepted_at IS NULL"
            " AND invitation.cancelled_at IS NULL THEN invitation.code ELSE excluded.code END,"
            " accepted_at = NULL, accepted_by = NULL, cancelled_at = NULL"
            " WHERE invitation.accepted_at IS NOT NULL OR invitation.cancelled_at IS NOT NULL"
            " OR invitation.role <> excluded.role OR invitation.sent_at < {}"
            " RETURNING id, email, role, code",
            *values,
            at - SENT_TWICE,
        )
        sent = sorted((Sent(**row) for row in rows), key=lambda one: one.id)
        for one in sent:
            await _record("member.invited", one.id, organisation, by, at, email=one.email, role=one.role)
    return sent


async def resend(organisation: int, invitation: int, by: int, at: datetime) -> Sent | None:
    """Send it again: same code, new date. None when it was sent a moment ago.

    Raises NotFound, InvitationUsed or InvitationCancelled.
    """
    if not is_row_id(invitation):
        raise NotFound
    async with write_transaction():
        rows = (
            await Invitation.update({Invitation.sent_at: at})
            .where(_waiting(organisation, invitation) & (Invitation.sent_at < at - SENT_TWICE))
            .returning(Invitation.id, Invitation.email, Invitation.role, Invitation.code)
        )
        if not rows:
            await _refuse_unless_waiting(organisation, invitation)
            return None
        sent = Sent(**rows[0])
        await _record("member.invited", sent.id, organisation, by, at, email=sent.email, role=sent.role)
    return sent


async def cancel(organisation: int, invitation: int, by: int, at: datetime) -> str:
    """Its link is dead; the address. Cancelling again is harmless. Raises NotFound or InvitationUsed."""
    if not is_row_id(invitation):
        raise NotFound
    async with write_transaction():
        rows = (
            await Invitation.update({Invitation.cancelled_at: at})
            .where(_waiting(organisation, invitation))
            .returning(Invitation.email)
        )
        if rows:
            await _record("invitation.cancelled", invitation, organisation, by, at, email=rows[0]["email"])
            return str(rows[0]["email"])
        known = await _state(organisation, invitation)
        if known["accepted_at"] is not None:
            raise InvitationUsed
    return str(known["email"])


async def accept(invitation: int, code: str, user: int, at: datetime) -> int:
    """`user` joins the team, in the role of the invitation; the organisation. Accepting one's own again is harmless.

    Raises NotFound, InvitationUsed, InvitationCancelled or AlreadyMember.
    """
    if not is_row_id(invitation):
        raise NotFound
    async with write_transaction():
        rows = (
            await Invitation.update({Invitation.accepted_at: at, Invitation.accepted_by: user})
            .where(
                (Invitation.id == invitation)
                & (Invitation.code == code)
                & Invitation.accepted_at.is_null()
                & Invitation.cancelled_at.is_null()
            )
            .returning(Invitation.organisation, Invitation.role)
        )
        if not rows:
            return await _accepted_before(invitation, code, user)
        organisation, role = int(rows[0]["organisation"]), rows[0]["role"]
        if await Organisation.exists().where(
            (Organisation.id == organisation) & Organisation.archived_at.is_not_null()
        ):
            raise InvitationCancelled  # nobody enters a space that is closed
        await _join(organisation, user, role, at)
        await audit.record(
            "member.joined", by=user, kind="user", subject=user, at=at, organisation=organisation, role=role
        )
    return organisation


def join_path(invitation: int, code: str) -> str:
    """The address of the join page."""
    return f"/rejoindre?invitation={invitation}&code={code}"


def draw_code() -> str:
    """Ten capitals and digits, none taken for another: 46 bits."""
    return "".join(SECURE.choice(LETTERS + DIGITS) for _ in range(CODE_LENGTH))


async def _join(organisation: int, user: int, role: str, at: datetime) -> None:
    """Raises AlreadyMember: the invitation stays for the one it was sent to. Who had left is back, as invited."""
    rows = await Membership.raw(
        'INSERT INTO membership (organisation, "user", role, created_at, used_at) VALUES ({}, {}, {}, {}, {})'
        ' ON CONFLICT (organisation, "user") DO UPDATE SET role = excluded.role, created_at = excluded.created_at,'
        " used_at = excluded.used_at, disabled_at = NULL WHERE membership.disabled_at IS NOT NULL RETURNING id",
        organisation,
        user,
        role,
        at,
        at,
    )
    if not rows:
        raise AlreadyMember


async def _accepted_before(invitation: int, code: str, user: int) -> int:
    rows = await Invitation.select(
        Invitation.organisation, Invitation.accepted_at, Invitation.accepted_by, Invitation.cancelled_at
    ).where((Invitation.id == invitation) & (Invitation.code == code))
    if not rows:
        raise NotFound
    organisation = int(rows[0]["organisation"])
    if rows[0]["accepted_by"] == user and await member_of(user, organisation) is not None:
        return organisation
    raise InvitationUsed if rows[0]["accepted_at"] is not None else InvitationCancelled


async def _refuse_unless_waiting(organisation: int, invitation: int) -> None:
    known = await _state(organisation, invitation)
    if known["accepted_at"] is not None:
        raise InvitationUsed
    if known["cancelled_at"] is not None:
        raise InvitationCancelled


async def _state(organisation: int, invitation: int) -> dict[str, object]:
    rows: list[dict[str, object]] = await Invitation.select(
        Invitation.email, Invitation.accepted_at, Invitation.cancelled_at
    ).where((Invitation.id == invitation) & (Invitation.organisation == organisation))
    if not rows:
        raise NotFound
    return rows[0]


def _waiting(organisation: int, invitation: int) -> And:
    return (
        (Invitation.id == invitation)
        & (Invitation.organisation == organisation)
        & Invitation.accepted_at.is_null()
        & Invitation.cancelled_at.is_null()
    )


async def _record(
    action: str, invitation: int, organisation: int, by: int | None, at: datetime, **details: audit.Detail
) -> None:
    await audit.record(
        action, by=by, kind="invitation", subject=invitation, at=at, organisation=organisation, **details
    )

"""The verbs of an invitation: send, send again, cancel, accept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from piccolo.columns.combination import And

from app.accounts import audit
from app.accounts.identity import normal_email
from app.certification.members import member_of
from app.certification.tables import CentreInvitation, CentreMembership, CertificationCentre
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations.organisations import Role
from app.organisations.team.invitations import draw_code
from app.organisations.team.refusals import AlreadyMember, InvitationCancelled, InvitationUsed
from app.persistence.transactions import write_transaction

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


async def invite(centre: int, emails: Sequence[str], role: Role, by: int | None, at: datetime) -> list[Sent]:
    """Invite these addresses; the invitations to post a message for, in the order of their creation.

    An address has one invitation. One that waits is sent again, with the same code; one that was accepted or
    cancelled opens again, with another: the former link stays dead. What was sent a moment ago is not sent twice.
    """
    if not emails:
        return []
    values: list[object] = []
    for email in emails:
        values += [centre, normal_email(email), role, draw_code(), by, at, at]
    async with write_transaction():
        rows = await CentreInvitation.raw(
            "INSERT INTO centre_invitation (centre, email, role, code, invited_by, created_at, sent_at) VALUES "
            + ", ".join(["({}, {}, {}, {}, {}, {}, {})"] * len(emails))
            + " ON CONFLICT (centre, email) DO UPDATE SET role = excluded.role, invited_by = excluded.invited_by,"
            " sent_at = excluded.sent_at, code = CASE WHEN centre_invitation.accepted_at IS NULL"
            " AND centre_invitation.cancelled_at IS NULL THEN centre_invitation.code ELSE excluded.code END,"
            " accepted_at = NULL, accepted_by = NULL, cancelled_at = NULL"
            " WHERE centre_invitation.accepted_at IS NOT NULL OR centre_invitation.cancelled_at IS NOT NULL"
            " OR centre_invitation.role <> excluded.role OR centre_invitation.sent_at < {}"
            " RETURNING id, email, role, code",
            *values,
            at - SENT_TWICE,
        )
        sent = sorted((Sent(**row) for row in rows), key=lambda one: one.id)
        for one in sent:
            await _record("member.invited", one.id, by, at, email=one.email, role=one.role)
    return sent


async def resend(centre: int, invitation: int, by: int, at: datetime) -> Sent | None:
    """Send it again: same code, new date. None when it was sent a moment ago.

    Raises NotFound, InvitationUsed or InvitationCancelled.
    """
    if not is_row_id(invitation):
        raise NotFound
    async with write_transaction():
        rows = (
            await CentreInvitation.update({CentreInvitation.sent_at: at})
            .where(_waiting(centre, invitation) & (CentreInvitation.sent_at < at - SENT_TWICE))
            .returning(CentreInvitation.id, CentreInvitation.email, CentreInvitation.role, CentreInvitation.code)
        )
        if not rows:
            await _refuse_unless_waiting(centre, invitation)
            return None
        sent = Sent(**rows[0])
        await _record("member.invited", sent.id, by, at, email=sent.email, role=sent.role)
    return sent


async def cancel(centre: int, invitation: int, by: int, at: datetime) -> str:
    """Its link is dead; the address. Cancelling again is harmless. Raises NotFound or InvitationUsed."""
    if not is_row_id(invitation):
        raise NotFound
    async with write_transaction():
        rows = (
            await CentreInvitation.update({CentreInvitation.cancelled_at: at})
            .where(_waiting(centre, invitation))
            .returning(CentreInvitation.email)
        )
        if rows:
            await _record("invitation.cancelled", invitation, by, at, email=rows[0]["email"])
            return str(rows[0]["email"])
        known = await _state(centre, invitation)
        if known["accepted_at"] is not None:
            raise InvitationUsed
    return str(known["email"])


async def accept(invitation: int, code: str, user: int, at: datetime) -> int:
    """`user` joins the team, in the role of the invitation; the centre. Accepting one's own again is harmless.

    Raises NotFound, InvitationUsed, InvitationCancelled or AlreadyMember.
    """
    if not is_row_id(invitation):
        raise NotFound
    async with write_transaction():
        rows = (
            await CentreInvitation.update({CentreInvitation.accepted_at: at, CentreInvitation.accepted_by: user})
            .where(
                (CentreInvitation.id == invitation)
                & (CentreInvitation.code == code)
                & CentreInvitation.accepted_at.is_null()
                & CentreInvitation.cancelled_at.is_null()
            )
            .returning(CentreInvitation.centre, CentreInvitation.role)
        )
        if not rows:
            return await _accepted_before(invitation, code, user)
        centre, role = int(rows[0]["centre"]), rows[0]["role"]
        if await CertificationCentre.exists().where(
            (CertificationCentre.id == centre) & CertificationCentre.archived_at.is_not_null()
        ):
            raise InvitationCancelled  # nobody enters a centre that is closed
        membership = await _join(centre, user, role, at)
        await audit.record("member.joined", by=user, kind="centre_membership", subject=membership, at=at, role=role)
    return centre


def join_path(invitation: int, code: str) -> str:
    """The address of the join page."""
    return f"/certif/rejoindre?invitation={invitation}&code={code}"


async def _join(centre: int, user: int, role: str, at: datetime) -> int:
    """The membership. Raises AlreadyMember: the invitation stays for the one it was sent to.

    Who had left is back, as invited.
    """
    rows = await CentreMembership.raw(
        'INSERT INTO centre_membership (centre, "user", role, created_at, used_at) VALUES ({}, {}, {}, {}, {})'
        ' ON CONFLICT (centre, "user") DO UPDATE SET role = excluded.role, created_at = excluded.created_at,'
        " used_at = excluded.used_at, disabled_at = NULL WHERE centre_membership.disabled_at IS NOT NULL RETURNING id",
        centre,
        user,
        role,
        at,
        at,
    )
    if not rows:
        raise AlreadyMember
    return int(rows[0]["id"])


async def _accepted_before(invitation: int, code: str, user: int) -> int:
    rows = await CentreInvitation.select(
        CentreInvitation.centre,
        CentreInvitation.accepted_at,
        CentreInvitation.accepted_by,
        CentreInvitation.cancelled_at,
    ).where((CentreInvitation.id == invitation) & (CentreInvitation.code == code))
    if not rows:
        raise NotFound
    centre = int(rows[0]["centre"])
    if rows[0]["accepted_by"] == user and await member_of(user, centre) is not None:
        return centre
    raise InvitationUsed if rows[0]["accepted_at"] is not None else InvitationCancelled


async def _refuse_unless_waiting(centre: int, invitation: int) -> None:
    known = await _state(centre, invitation)
    if known["accepted_at"] is not None:
        raise InvitationUsed
    if known["cancelled_at"] is not None:
        raise InvitationCancelled


async def _state(centre: int, invitation: int) -> dict[str, object]:
    rows: list[dict[str, object]] = await CentreInvitation.select(
        CentreInvitation.email, CentreInvitation.accepted_at, CentreInvitation.cancelled_at
    ).where((CentreInvitation.id == invitation) & (CentreInvitation.centre == centre))
    if not rows:
        raise NotFound
    return rows[0]


def _waiting(centre: int, invitation: int) -> And:
    return (
        (CentreInvitation.id == invitation)
        & (CentreInvitation.centre == centre)
        & CentreInvitation.accepted_at.is_null()
        & CentreInvitation.cancelled_at.is_null()
    )


async def _record(action: str, invitation: int, by: int | None, at: datetime, **details: str) -> None:
    await audit.record(action, by=by, kind="centre_invitation", subject=invitation, at=at, organisation=None, **details)

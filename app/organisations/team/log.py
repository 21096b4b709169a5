"""What happens in a team, in the audit log.

The log says in which organisation something was done, and to which person. It has no column for a centre: there the
membership or the invitation is named, which leads to it.
"""

from __future__ import annotations

from datetime import datetime

from app.accounts import audit
from app.organisations.spaces import Space
from app.organisations.team.roles import Colleague


async def record_member(
    space: Space, action: str, workplace: int, her: Colleague, by: int, at: datetime, **details: audit.Detail
) -> None:
    """Something was done to somebody of a team."""
    if space.has_organisations:
        await audit.record(action, by=by, kind="user", subject=her.user, at=at, organisation=workplace, **details)
    else:
        kind = space.memberships._meta.tablename
        await audit.record(action, by=by, kind=kind, subject=her.id, at=at, organisation=None, **details)


async def record_invitation(
    space: Space, action: str, workplace: int, invitation: int, by: int | None, at: datetime, **details: audit.Detail
) -> None:
    """Something was done to an invitation."""
    organisation = workplace if space.has_organisations else None
    kind = space.invitations._meta.tablename
    await audit.record(action, by=by, kind=kind, subject=invitation, at=at, organisation=organisation, **details)

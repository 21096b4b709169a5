"""People who work for organisations, and their mailboxes."""

from __future__ import annotations

from app.lib.clock import now
from app.organisations import organisations
from app.organisations.tables import Membership
from tests.accounts.conftest import Mailbox, mailbox
from tests.cast import Cast

__all__ = ["Mailbox", "mailbox"]  # a fixture


async def membership_of(cast: Cast, organisation: int, name: str) -> int:
    """The number of somebody's membership: what the addresses of the team are made of."""
    row = await _membership(cast, organisation, name)
    assert row is not None
    return int(str(row["id"]))


async def role_of(cast: Cast, organisation: int, name: str) -> str | None:
    """Somebody's role in a team; None for who is not of it."""
    row = await _membership(cast, organisation, name)
    return None if row is None or row["disabled_at"] is not None else str(row["role"])


async def joins(cast: Cast, organisation: int, name: str, role: organisations.Role = "member") -> int:
    """Somebody is of the team; her number as a person."""
    person = await cast.person(name)
    await organisations.add_member(organisation, person, role, now())
    return person


async def _membership(cast: Cast, organisation: int, name: str) -> dict[str, object] | None:
    user = await cast.person(name)
    found: dict[str, object] | None = (
        await Membership.select().where((Membership.organisation == organisation) & (Membership.user == user)).first()
    )
    return found

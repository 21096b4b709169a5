"""What the service's staff does to somebody's account: correct it, unblock it, appoint. Each is noted in the log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.accounts import audit, email_tokens, people
from app.accounts.identity import normal_email, search_text
from app.accounts.refusals import AddressTaken, UsernameTaken
from app.accounts.tables import User
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction


@dataclass(frozen=True)
class Identity:
    """Who somebody is and how she signs in; an empty address or identifiant is none."""

    first_name: str
    last_name: str
    email: str
    username: str
    language: str


@dataclass(frozen=True)
class Edited:
    """What an edition changed; `former_email`: an address that is no longer hers, to be told so."""

    fields: tuple[str, ...]
    former_email: str | None = None


async def edit(user: int, identity: Identity, by: int, at: datetime) -> Edited:
    """Corrects an account. A new address is to be confirmed again, and links sent to the former one are dead.

    Raises NotFound (also for an erased account), AddressTaken or UsernameTaken.
    """
    try:
        async with write_transaction():
            before = await _person(user)
            wanted = _columns(identity)
            fields = tuple(name for name in _EDITED if (before[name] or "") != (wanted[name] or ""))
            if not fields:
                return Edited(())
            if "email" in fields:
                wanted["email_confirmed_at"] = None
                await email_tokens.kill_all(user)
            await User.update(wanted).where(User.id == user)
            await audit.record("user.edited", by=by, kind="user", subject=user, at=at, fields=", ".join(fields))
    except Exception as failure:
        if not is_unique_violation(failure):
            raise
        owner = await people.find_by_email(identity.email) if identity.email else None
        raise (AddressTaken if owner is not None and owner.id != user else UsernameTaken)() from failure
    return Edited(fields, before["email"] if "email" in fields else None)


async def unblock(user: int, by: int, at: datetime) -> None:
    """She may try her password again. Raises NotFound."""
    async with write_transaction():
        before = await _person(user)
        if before["failed_sign_ins"] or before["blocked_until"] or before["blocked_at"]:
            await people.unblock(user)
            await audit.record("user.unblocked", by=by, kind="user", subject=user, at=at)


async def appoint(user: int, role: str | None, by: int, at: datetime) -> None:
    """She is of the staff in that role, or no longer (None): signed out everywhere. Raises NotFound."""
    async with write_transaction():
        before = await _person(user)
        if before["staff_role"] != role:
            await people.promote(user, role)
            await audit.record("staff.appointed", by=by, kind="user", subject=user, at=at, role=role)


_EDITED = ("first_name", "last_name", "email", "username", "language")


def _columns(identity: Identity) -> dict[Any, Any]:
    email, username = identity.email or None, identity.username or None
    return {
        "first_name": identity.first_name,
        "last_name": identity.last_name,
        "email": email,
        "email_normalised": normal_email(email) if email else None,
        "username": username,
        "language": identity.language,
        "search_name": search_text(identity.first_name, identity.last_name, email, username),
    }


async def _person(user: int) -> dict[str, Any]:
    found: dict[str, Any] | None = (
        await User.select().where((User.id == user) & User.anonymised_at.is_null()).first() if is_row_id(user) else None
    )
    if found is None:
        raise NotFound
    return found

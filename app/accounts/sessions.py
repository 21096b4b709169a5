"""The browsers where people are signed in: open, recognise, close."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from app.accounts.session_life import OWN_MACHINE, TOUCH_EVERY, idle_limit, life_of
from app.accounts.tables import User, UserSession
from app.accounts.terms import TERMS_CHANGED_AT
from app.accounts.tokens import fingerprint, new_token
from app.lib.clock import now
from app.persistence.statements import Statement
from app.persistence.transactions import write_transaction

_RECOGNISE = Statement("""
SELECT s.id AS session, s.seen_at < {} AS to_touch, u.id AS id, u.first_name AS first_name,
       u.last_name AS last_name, u.language AS language, u.staff_role AS staff_role,
       u.terms_accepted_at < {} AS terms_changed
FROM user_session s JOIN pix_user u ON u.id = s."user"
WHERE s.token_hash = {} AND s.ends_at > {} AND s.idle_ends_at > {}
""")


class Recognised(msgspec.Struct, frozen=True):
    """The facts about a signed-in person that every page needs."""

    session: int
    to_touch: bool
    id: int
    first_name: str
    last_name: str
    language: str
    staff_role: str | None
    terms_changed: bool


@dataclass(frozen=True)
class Opened:
    """What the browser is to keep: the token and for how many seconds; None: until the browser is closed."""

    token: str
    max_age: int | None


async def open_session(user_id: int, *, replaces: str | None = None) -> Opened:
    """Sign someone in on this browser; the session it had before ends."""
    at = now()
    rows = await User.select(User.email).where(User.id == user_id)
    life = life_of(has_email=rows[0]["email"] is not None)
    token, ends_at = new_token(), at + life.absolute
    session = UserSession(
        token_hash=fingerprint(token),
        user=user_id,
        created_at=at,
        seen_at=at,
        idle_minutes=int(life.idle / timedelta(minutes=1)),
        idle_ends_at=idle_limit(at, life.idle, ends_at),
        ends_at=ends_at,
    )
    async with write_transaction():
        await User.update({User.last_signed_in_at: at}).where(User.id == user_id)
        await _delete_ended(user_id, at)
        if replaces is not None:
            await UserSession.delete().where(UserSession.id == int(replaces))
        await UserSession.insert(session)
    return Opened(token, int(life.absolute.total_seconds()) if life is OWN_MACHINE else None)


async def recognise(token: str, at: datetime) -> Recognised | None:
    """Whose browser sends this token; None when the session is unknown or over. One query, on every page."""
    rows = await _RECOGNISE(at - TOUCH_EVERY, TERMS_CHANGED_AT, fingerprint(token), at, at)
    return Recognised(**rows[0]) if rows else None


async def touch(session: int, at: datetime) -> None:
    """Someone is there: push the idle limit, never past the end."""
    rows = await UserSession.select(UserSession.idle_minutes, UserSession.ends_at).where(UserSession.id == session)
    if not rows:
        return
    idle = timedelta(minutes=rows[0]["idle_minutes"])
    async with write_transaction():
        await UserSession.update(
            {UserSession.seen_at: at, UserSession.idle_ends_at: idle_limit(at, idle, rows[0]["ends_at"])}
        ).where(UserSession.id == session)


async def close_session(session_id: str) -> None:
    async with write_transaction():
        await UserSession.delete().where(UserSession.id == int(session_id))


async def close_everywhere(user_id: int, *, except_session: str | None = None) -> None:
    """Sign someone out of every browser (but one)."""
    kept = int(except_session) if except_session is not None else 0
    async with write_transaction():
        await UserSession.delete().where((UserSession.user == user_id) & (UserSession.id != kept))


async def delete_ended() -> None:
    """Forget the sessions that are over, of everyone: for the daily housekeeping."""
    at = now()
    async with write_transaction():
        await UserSession.delete().where((UserSession.ends_at <= at) | (UserSession.idle_ends_at <= at))


async def _delete_ended(user_id: int, at: datetime) -> None:
    over = (UserSession.ends_at <= at) | (UserSession.idle_ends_at <= at)
    await UserSession.delete().where((UserSession.user == user_id) & over)

"""Reads for the account page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.accounts.tables import User, UserSession
from app.lib.clock import now


@dataclass(frozen=True)
class Account:
    """What someone sees of the own account."""

    first_name: str
    last_name: str
    email: str | None
    email_confirmed: bool
    username: str | None
    has_password: bool
    language: str
    created_at: datetime
    open_sessions: int


async def account(user_id: int) -> Account:
    """The account of someone signed in."""
    (row,) = await User.select(
        User.first_name,
        User.last_name,
        User.email,
        User.email_confirmed_at,
        User.username,
        User.password_hash,
        User.language,
        User.created_at,
    ).where(User.id == user_id)
    at = now()
    open_sessions = await UserSession.count().where(
        (UserSession.user == user_id) & (UserSession.ends_at > at) & (UserSession.idle_ends_at > at)
    )
    return Account(
        first_name=row["first_name"],
        last_name=row["last_name"],
        email=row["email"],
        email_confirmed=row["email_confirmed_at"] is not None,
        username=row["username"],
        has_password=row["password_hash"] is not None,
        language=row["language"],
        created_at=row["created_at"],
        open_sessions=open_sessions,
    )

"""Forgotten, temporary and changed passwords."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from app.accounts import email_tokens
from app.accounts.email_tokens import Sent
from app.accounts.hashing import hash_password
from app.accounts.people import find_by_email
from app.accounts.refusals import LinkUnknown, TooManyMessages
from app.accounts.sign_ins import is_current_password
from app.accounts.tables import User, UserSession
from app.accounts.tokens import fingerprint, new_token
from app.lib.clock import now
from app.persistence.transactions import write_transaction

SAME_FORM = timedelta(minutes=10)
"""A form sent again within this time, with the same password, is a double click and not a second use."""


@dataclass(frozen=True)
class AskedReset:
    """A link to send."""

    email: str
    language: str
    token: str


async def ask_reset(email: str) -> AskedReset | None:
    """Someone forgot the password: the link to send; None when the address is nobody's or has had enough."""
    person = await find_by_email(email)
    if person is None or person.email is None:
        return None
    try:
        token = await issue_reset(person.id, person.email)
    except TooManyMessages:
        return None
    return AskedReset(person.email, person.language, token)


async def issue_reset(user_id: int, email: str = "") -> str:
    """A link to choose a new password, good once and for 24 hours; older ones die."""
    token = new_token()
    await email_tokens.issue("password", user_id=user_id, email=email, secret_hash=fingerprint(token))
    return token


async def live_reset(token: str) -> Sent:
    """The link, if it can still be used. Raises `LinkUnknown`."""
    sent = await email_tokens.find_link("password", token)
    if sent is None or not sent.is_live(now()):
        raise LinkUnknown
    return sent


async def reset(token: str, password: str) -> int | None:
    """Choose a new password with a link and return whose; None when the same form had already done it.

    Every session ends, every other link dies, and the address the link was sent to is proven. A block for
    good stays. Raises `LinkUnknown`.
    """
    sent = await email_tokens.find_link("password", token)
    if sent is None:
        raise LinkUnknown
    if not sent.is_live(now()):
        await _same_form_again(sent, password)
        return None
    password_hash = await hash_password(password)
    async with write_transaction():
        if not await email_tokens.use(sent):
            raise LinkUnknown
        await _store(sent.user_id, password_hash)
        await email_tokens.kill_all(sent.user_id)
        await UserSession.delete().where(UserSession.user == sent.user_id)
        await User.update({User.email_confirmed_at: now()}).where(
            (User.id == sent.user_id) & (User.email == sent.email) & User.email_confirmed_at.is_null()
        )
    return sent.user_id


async def change(user_id: int, password: str) -> None:
    """Store a new password chosen by someone who just gave the old one; every browser is signed out."""
    password_hash = await hash_password(password)
    async with write_transaction():
        await _store(user_id, password_hash)
        await email_tokens.kill_all(user_id)
        await UserSession.delete().where(UserSession.user == user_id)


async def _same_form_again(sent: Sent, password: str) -> None:
    recent = sent.used_at is not None and now() - sent.used_at < SAME_FORM
    if not recent or not await is_current_password(sent.user_id, password):
        raise LinkUnknown


async def _store(user_id: int, password_hash: str) -> None:
    await User.update(
        {
            User.password_hash: password_hash,
            User.password_is_temporary: False,
            User.failed_sign_ins: 0,
            User.blocked_until: None,
        }
    ).where(User.id == user_id)

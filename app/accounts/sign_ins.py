"""Checking a password, and what repeated mistakes lead to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.accounts.hashing import Verdict, verify_password
from app.accounts.identity import normal_email, normal_username
from app.accounts.lockout import block_after, minutes_left
from app.accounts.tables import User
from app.lib.clock import now
from app.persistence.transactions import write_transaction


@dataclass(frozen=True)
class Right:
    """It is them. `temporary`: the password was made for one sign-in, a new one must be chosen first."""

    user_id: int
    temporary: bool


@dataclass(frozen=True)
class Wrong:
    """Nobody, or not the password: never said which."""


@dataclass(frozen=True)
class Blocked:
    """Too many wrong passwords: `minutes` to wait, or None when only support can lift it."""

    minutes: int | None


Outcome = Right | Wrong | Blocked


async def check_login(login: str, password: str) -> Outcome:
    """Check what was typed on the sign-in page; the same time is spent whether or not the person exists."""
    rows = await _account((User.email_normalised == normal_email(login)) | (User.username == normal_username(login)))
    return await _check(rows[0] if rows else None, password)


async def check_own_password(user_id: int, password: str) -> Outcome:
    """Check the password of someone already signed in, before a serious change; mistakes count the same."""
    rows = await _account(User.id == user_id)
    return await _check(rows[0] if rows else None, password)


async def is_current_password(user_id: int, password: str) -> bool:
    """Whether this is already the password: a form sent twice is recognised so. Counts nothing."""
    rows = await _account(User.id == user_id)
    return (await verify_password(password, rows[0]["password_hash"] if rows else None)).right


async def _account(where: Any) -> list[dict[str, Any]]:
    return await User.select(
        User.id, User.password_hash, User.password_is_temporary, User.blocked_until, User.blocked_at
    ).where(where & User.anonymised_at.is_null())


async def _check(account: dict[str, Any] | None, password: str) -> Outcome:
    if account is not None and (block := _block(account["blocked_until"], account["blocked_at"], now())):
        return block
    verdict = await verify_password(password, account["password_hash"] if account else None)
    if account is None:
        return Wrong()
    if not verdict.right:
        return await _count_failure(account["id"])
    return await _success(account, verdict)


def _block(until: datetime | None, for_good: datetime | None, at: datetime) -> Blocked | None:
    if for_good is not None:
        return Blocked(minutes=None)
    if until is not None and until > at:
        return Blocked(minutes=minutes_left(until, at))
    return None


async def _count_failure(user_id: int) -> Outcome:
    at = now()
    async with write_transaction():
        rows = (
            await User.update({User.failed_sign_ins: User.failed_sign_ins + 1})
            .where(User.id == user_id)
            .returning(User.failed_sign_ins)
        )
        block = block_after(rows[0]["failed_sign_ins"], at) if rows else None
        if block is None:
            return Wrong()
        for_good = at if block.until is None else None
        await User.update({User.blocked_until: block.until, User.blocked_at: for_good}).where(User.id == user_id)
    return Blocked(minutes=None if block.until is None else minutes_left(block.until, at))


async def _success(account: dict[str, Any], verdict: Verdict) -> Outcome:
    """Start the count again, unless guesses sent at the same time have blocked the account meanwhile."""
    at = now()
    change: dict[Any, Any] = {User.failed_sign_ins: 0, User.blocked_until: None}
    if verdict.new_hash is not None:
        change[User.password_hash] = verdict.new_hash
    async with write_transaction():
        rows = (
            await User.update(change)
            .where(
                (User.id == account["id"])
                & (User.password_hash == account["password_hash"])
                & User.blocked_at.is_null()
                & (User.blocked_until.is_null() | (User.blocked_until <= at))
            )
            .returning(User.id)
        )
    if not rows:
        return Wrong()
    return Right(user_id=account["id"], temporary=account["password_is_temporary"])

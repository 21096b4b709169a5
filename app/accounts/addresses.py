"""E-mail addresses: proving one is yours, changing it."""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from app.accounts import email_tokens
from app.accounts.identity import normal_email, search_text
from app.accounts.people import find_by_email
from app.accounts.refusals import AddressTaken, LinkUnknown
from app.accounts.tables import User
from app.accounts.tokens import code_fingerprint, fingerprint, new_code, new_token
from app.lib.clock import now
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction
from app.settings import settings


@dataclass(frozen=True)
class Changed:
    """A change that happened: the former address is told about it."""

    former: str | None
    address: str


async def ask_confirmation(user_id: int, email: str, *, return_to: str | None = None) -> str:
    """The token of a link that proves the address, good for 3 days; it leads back to `return_to`."""
    token = new_token()
    await email_tokens.issue(
        "confirmation", user_id=user_id, email=email, secret_hash=fingerprint(token), return_to=return_to
    )
    return token


async def confirm(token: str) -> str | None:
    """The link was followed: the address is proven. Returns where to go next. Following it again is harmless.

    Raises `LinkUnknown`, also when the account has another address since.
    """
    sent = await email_tokens.find_link("confirmation", token)
    if sent is None:
        raise LinkUnknown
    whose = (User.id == sent.user_id) & (User.email == sent.email)
    if sent.used_at is not None and await User.exists().where(whose & User.email_confirmed_at.is_not_null()):
        return sent.return_to
    if not sent.is_live(now()):
        raise LinkUnknown
    async with write_transaction():
        await email_tokens.use(sent)
        rows = await User.update({User.email_confirmed_at: now()}).where(whose).returning(User.id)
    if not rows:
        raise LinkUnknown
    return sent.return_to


async def ask_change(user_id: int, email: str) -> str:
    """The code to send to the new address, good for 10 minutes. Raises `AddressTaken`."""
    owner = await find_by_email(email)
    if owner is not None and owner.id != user_id:
        raise AddressTaken
    code = new_code()
    await email_tokens.issue("change", user_id=user_id, email=email, secret_hash=_hash(code, user_id))
    return code


async def awaited_address(user_id: int) -> str | None:
    """The new address whose code is awaited, if any."""
    sent = await email_tokens.find_last("change", user_id)
    return sent.email if sent is not None and sent.is_live(now()) else None


async def change(user_id: int, code: str) -> Changed | None:
    """Give the code back: the address changes and is proven. None for a wrong code.

    Raises `LinkUnknown` when no code is awaited any more (too old, too many tries), `AddressTaken` when
    somebody took the address meanwhile. The code that was just used says what it did once more.
    """
    sent = await email_tokens.find_last("change", user_id)
    if sent is None:
        raise LinkUnknown
    right = hmac.compare_digest(sent.secret_hash, _hash(code, user_id))
    if sent.used_at is not None and right and await _has_address(user_id, sent.email):
        return Changed(former=None, address=sent.email)
    if not sent.is_live(now()) or not await email_tokens.count_attempt(sent):
        raise LinkUnknown
    return await _store(sent, user_id) if right else None


async def _store(sent: email_tokens.Sent, user_id: int) -> Changed:
    rows = await User.select(User.first_name, User.last_name, User.email, User.username).where(User.id == user_id)
    person = rows[0]
    try:
        async with write_transaction():
            if not await email_tokens.use(sent):
                raise LinkUnknown
            await User.update(
                {
                    User.email: sent.email,
                    User.email_normalised: normal_email(sent.email),
                    User.email_confirmed_at: now(),
                    User.search_name: search_text(
                        person["first_name"], person["last_name"], sent.email, person["username"]
                    ),
                }
            ).where(User.id == user_id)
            await email_tokens.kill_all(user_id)
    except Exception as failure:
        if is_unique_violation(failure):
            raise AddressTaken from failure
        raise
    return Changed(former=person["email"], address=sent.email)


async def _has_address(user_id: int, email: str) -> bool:
    return bool(await User.exists().where((User.id == user_id) & (User.email == email)))


def _hash(code: str, user_id: int) -> str:
    return code_fingerprint(code, user_id, settings().secret_key)

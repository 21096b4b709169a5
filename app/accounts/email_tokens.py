"""Links and codes sent by e-mail: issue, find, use once. The verbs that give them a meaning are beside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from app.accounts.refusals import TooManyMessages
from app.accounts.tables import EmailToken
from app.accounts.tokens import fingerprint
from app.lib.clock import now
from app.persistence.transactions import write_transaction

Purpose = Literal["password", "confirmation", "change"]

LIFE: dict[Purpose, timedelta] = {
    "password": timedelta(hours=24),
    "confirmation": timedelta(days=3),
    "change": timedelta(minutes=10),
}
MAX_ATTEMPTS = 5
"""Wrong codes before a code dies."""
MAX_PER_HOUR = 10
"""Messages of one purpose to one person: no mailbox is flooded through us, no code guessed by asking more."""


@dataclass(frozen=True)
class Sent:
    """A row of the table: what was sent, to whom, where."""

    id: int
    user_id: int
    secret_hash: str
    email: str
    return_to: str | None
    expires_at: datetime
    used_at: datetime | None
    attempts: int

    def is_live(self, at: datetime) -> bool:
        return self.used_at is None and at < self.expires_at and self.attempts < MAX_ATTEMPTS


async def issue(purpose: Purpose, *, user_id: int, email: str, secret_hash: str, return_to: str | None = None) -> None:
    """Keep what is being sent. An older one of the same purpose dies: only the last message counts.

    Raises `TooManyMessages`.
    """
    at = now()
    await _check_rate(purpose, user_id, at)
    token = EmailToken(
        purpose=purpose,
        user=user_id,
        secret_hash=secret_hash,
        email=email,
        return_to=return_to,
        created_at=at,
        expires_at=at + LIFE[purpose],
    )
    async with write_transaction():
        await _kill(purpose, user_id, at)
        await EmailToken.insert(token)


async def find_link(purpose: Purpose, token: str) -> Sent | None:
    """The link with this token, dead or alive."""
    return await _find((EmailToken.purpose == purpose) & (EmailToken.secret_hash == fingerprint(token)))


async def find_last(purpose: Purpose, user_id: int) -> Sent | None:
    """The last one sent to someone, dead or alive."""
    return await _find((EmailToken.purpose == purpose) & (EmailToken.user == user_id))


async def use(sent: Sent) -> bool:
    """Use it up, inside the caller's transaction; False when somebody else just did."""
    rows = (
        await EmailToken.update({EmailToken.used_at: now()})
        .where((EmailToken.id == sent.id) & EmailToken.used_at.is_null())
        .returning(EmailToken.id)
    )
    return bool(rows)


async def count_attempt(sent: Sent) -> bool:
    """Count one try of a code before looking at it; False when there were too many."""
    async with write_transaction():
        rows = (
            await EmailToken.update({EmailToken.attempts: EmailToken.attempts + 1})
            .where((EmailToken.id == sent.id) & (EmailToken.attempts < MAX_ATTEMPTS))
            .returning(EmailToken.id)
        )
    return bool(rows)


async def kill_all(user_id: int) -> None:
    """Make every link and code of someone useless, inside the caller's transaction."""
    await EmailToken.update({EmailToken.expires_at: now()}).where(
        (EmailToken.user == user_id) & EmailToken.used_at.is_null()
    )


async def delete_old() -> None:
    """Forget what died more than a month ago: for the daily housekeeping."""
    async with write_transaction():
        await EmailToken.delete().where(EmailToken.expires_at < now() - timedelta(days=30))


async def _check_rate(purpose: Purpose, user_id: int, at: datetime) -> None:
    recent = await EmailToken.count().where(
        (EmailToken.user == user_id)
        & (EmailToken.purpose == purpose)
        & (EmailToken.created_at > at - timedelta(hours=1))
    )
    if recent >= MAX_PER_HOUR:
        raise TooManyMessages


async def _kill(purpose: Purpose, user_id: int, at: datetime) -> None:
    await EmailToken.update({EmailToken.expires_at: at}).where(
        (EmailToken.user == user_id)
        & (EmailToken.purpose == purpose)
        & EmailToken.used_at.is_null()
        & (EmailToken.expires_at > at)
    )


async def _find(where: Any) -> Sent | None:
    rows = (
        await EmailToken.select(
            EmailToken.id,
            EmailToken.user.as_alias("user_id"),
            EmailToken.secret_hash,
            EmailToken.email,
            EmailToken.return_to,
            EmailToken.expires_at,
            EmailToken.used_at,
            EmailToken.attempts,
        )
        .where(where)
        .order_by(EmailToken.id, ascending=False)
        .limit(1)
    )
    return Sent(**rows[0]) if rows else None

"""Argon2id, off the event loop, two at a time: a class signing in must not stop everybody's questions."""

from __future__ import annotations

import asyncio
import functools
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.accounts.passwords import canonical_password
from app.settings import settings

_TWO_AT_A_TIME = ThreadPoolExecutor(max_workers=2, thread_name_prefix="argon2")
"""Each hash takes 19 MiB and a core for about 25 ms."""


@dataclass(frozen=True)
class Verdict:
    """Whether the password is right; `new_hash` when it must be stored again with today's parameters."""

    right: bool
    new_hash: str | None = None


async def hash_password(password: str) -> str:
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_TWO_AT_A_TIME, _hash, password)


async def verify_password(password: str, password_hash: str | None) -> Verdict:
    """Compare; without a hash (unknown person, account without a password) it takes as long and says no."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_TWO_AT_A_TIME, _verify, password, password_hash)


def _hash(password: str) -> str:
    return _hasher().hash(canonical_password(password))


def _verify(password: str, password_hash: str | None) -> Verdict:
    hasher = _hasher()
    try:
        hasher.verify(password_hash or _nobody(), canonical_password(password))
    except (VerificationError, InvalidHashError):
        return Verdict(right=False)
    if password_hash is None:
        return Verdict(right=False)
    return Verdict(right=True, new_hash=_hash(password) if hasher.check_needs_rehash(password_hash) else None)


@functools.cache
def _hasher() -> PasswordHasher:
    """OWASP's parameters (19 MiB, 2 passes, 1 lane); in tests the lightest ones, the code being the same."""
    if settings().environment == "test":
        return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


@functools.cache
def _nobody() -> str:
    return _hasher().hash("nobody has this password")

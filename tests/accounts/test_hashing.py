"""Argon2id: its strength in production, the time spent on people who do not exist."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.accounts import hashing
from app.settings import settings

pytestmark = pytest.mark.anyio


@pytest.fixture
def in_production(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The real parameters."""
    production = replace(settings(), environment="production")
    monkeypatch.setattr(hashing, "settings", lambda: production)
    hashing._hasher.cache_clear()
    hashing._nobody.cache_clear()
    yield
    hashing._hasher.cache_clear()
    hashing._nobody.cache_clear()


async def test_it_is_as_strong_as_owasp_asks(in_production: None) -> None:
    stored = await hashing.hash_password("Abcdefg1")
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert (await hashing.verify_password("Abcdefg1", stored)).right
    assert not (await hashing.verify_password("Abcdefg2", stored)).right
    assert await hashing.hash_password("Abcdefg1") != stored


async def test_nobody_takes_as_long_as_somebody(in_production: None) -> None:
    stored = await hashing.hash_password("Abcdefg1")
    await hashing.verify_password("x", None)  # the first time makes the hash of nobody

    async def seconds(password_hash: str | None) -> float:
        best = 1.0
        for _ in range(5):
            start = time.perf_counter()
            assert not (await hashing.verify_password("Faux1234", password_hash)).right
            best = min(best, time.perf_counter() - start)
        return best

    somebody, nobody = await seconds(stored), await seconds(None)
    assert 0.5 < nobody / somebody < 2


@pytest.mark.parametrize("stored", ["", "x", "$argon2id$", "$2b$10$abcdefghijklmnopqrstuv"])
async def test_a_broken_hash_is_a_wrong_password(stored: str) -> None:
    assert not (await hashing.verify_password("Abcdefg1", stored)).right


async def test_even_the_password_of_nobody_is_wrong() -> None:
    assert not (await hashing.verify_password("nobody has this password", None)).right

"""The room of `taking.hall`, once the test was taken, and a partner's program."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest
from litestar import Litestar

from app.certification.interfaces import limits
from tests.cast import Cast
from tests.certification.closing.sat import sat
from tests.certification.interfaces.partner import Partner, registered
from tests.certification.taking.hall import database, hall, world
from tests.conftest import HOST

__all__ = ["database", "hall", "sat", "world"]  # fixtures


@pytest.fixture
async def program(app: Litestar) -> AsyncIterator[httpx.AsyncClient]:
    """It sends neither `Origin` nor cookies."""
    limits.forget()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=HOST) as client:
        yield client


@pytest.fixture
async def partner(program: httpx.AsyncClient, cast: Cast) -> Partner:
    """A program that may read both."""
    return await registered(program, "livret-scolaire", "parcoursup", by=await cast.person("ada"))

"""Martine's campaigns, at the university of Blaison."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from app.campaigns import campaigns
from app.campaigns.campaigns import NewCampaign
from app.content.index import ContentIndex
from app.lib.clock import now
from tests.cast import Cast

NewOne = Callable[..., Awaitable[int]]


@pytest.fixture
async def new_campaign(world: ContentIndex, cast: Cast) -> NewOne:
    """`await new_campaign(code="KXMTRB742", target="5.1")`: a campaign of Martine's."""
    del world
    martine = await cast.person("martine")
    blaison = await cast.blaison()

    async def create(code: str = "KXMTRB742", **options: Any) -> int:
        values: dict[str, Any] = {"name": "UE 173 - gr. 1", "target": "decouverte", "title": "UE 173", **options}
        return await campaigns.create(NewCampaign(organisation=blaison, owner=martine, **values), now(), code=code)

    return create

"""A learner who has answered a few questions."""

from __future__ import annotations

import httpx
import pytest

from app.content.index import ContentIndex
from app.evaluation import assessments
from app.evaluation.scope import Scope
from app.lib.clock import now
from tests.cast import Cast
from tests.evaluation.learner import Learner


@pytest.fixture
async def louise(client: httpx.AsyncClient, world: ContentIndex, cast: Cast) -> Learner:
    """Signed in, in front of the first question of a journey on everything."""
    user = await cast.sign_in(client, "louise")
    scope = Scope("Un parcours", "/mon-compte", "/mon-compte", skills=tuple(world.skills))
    learner = Learner(client, world, await assessments.start(user, scope, "reference", "fr", now()))
    await learner.open()
    return learner

"""Forgetting topics: all of what was seen or nothing, and no assessment goes on with what was forgotten."""

from __future__ import annotations

import httpx
import pytest

from app.content.index import ContentIndex
from app.evaluation import assessments, knowledge_reset
from app.evaluation.queries import knowledge_of
from app.evaluation.scope import Scope
from app.evaluation.tables import Answer, Assessment
from app.lib.clock import now
from tests.cast import Cast
from tests.evaluation.learner import Learner

ALPHA_BETA = ("alpha", "beta")


async def start(user: int, skills: tuple[str, ...]) -> int:
    scope = Scope("Un parcours", "/mon-compte", "/mon-compte", skills=skills)
    return await assessments.start(user, scope, "reference", "fr", now())


@pytest.fixture
async def louise(client: httpx.AsyncClient, world: ContentIndex, cast: Cast) -> Learner:
    user = await cast.sign_in(client, "louise")
    learner = Learner(client, world, await start(user, tuple(world.skills)))
    await start(user, ("gamma-1",))
    await start(user, ("beta-2",))
    await learner.open()
    for _ in range(4):
        await learner.answer(right=True)
    return learner


async def states() -> list[str]:
    return [row["state"] for row in await Assessment.select(Assessment.state).order_by(Assessment.id)]


async def test_topics_are_forgotten_and_only_assessments_about_them_are_aborted(louise: Learner, cast: Cast) -> None:
    user = cast.ids["louise"]
    seen = await knowledge_of(user)
    assert set(seen) & set(ALPHA_BETA)
    await knowledge_reset.forget(user, seen, ALPHA_BETA)
    assert set(await knowledge_of(user)) == set(seen) - set(ALPHA_BETA)
    assert await states() == ["aborted", "started", "aborted"]
    assert await Answer.count() == 4


async def test_what_is_learnt_meanwhile_is_not_lost(louise: Learner, cast: Cast) -> None:
    user = cast.ids["louise"]
    seen = await knowledge_of(user)
    await louise.answer(right=False)
    if await knowledge_of(user) == seen:
        pytest.fail("the answer should have taught something")
    with pytest.raises(knowledge_reset.LearntMeanwhile):
        await knowledge_reset.forget(user, seen, tuple(louise.index.topics))
    assert await states() == ["started"] * 3
    assert await knowledge_of(user)


async def test_an_answer_to_an_aborted_assessment_is_not_stored(louise: Learner, cast: Cast) -> None:
    user = cast.ids["louise"]
    await knowledge_reset.forget(user, await knowledge_of(user), tuple(louise.index.topics))
    await louise.answer(right=True, htmx=False)
    assert await Answer.count() == 4
    assert await knowledge_of(user) == {}


async def test_someone_elses_knowledge_stays(louise: Learner, cast: Cast) -> None:
    stranger = await cast.person("karim")
    await knowledge_reset.forget(stranger, {}, tuple(louise.index.topics))
    assert await knowledge_of(cast.ids["louise"])
    assert await states() == ["started"] * 3

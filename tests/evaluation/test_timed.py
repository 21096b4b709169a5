"""A timed challenge: nothing runs before « Je commence », being late never loses an answer."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest

from app.content.index import ContentIndex
from app.evaluation import assessments
from app.evaluation.scope import Scope
from app.evaluation.tables import Answer, Assessment
from app.lib.clock import now
from tests.cast import Cast
from tests.evaluation.learner import Learner


@pytest.fixture
async def timed(client: httpx.AsyncClient, world: ContentIndex, cast: Cast) -> Learner:
    """Louise, in front of a challenge of 60 seconds."""
    user = await cast.sign_in(client, "louise")
    challenge = next(one.id for one in world.challenges.values() if one.body.timer)
    scope = Scope("Un parcours", "/mon-compte", "/mon-compte", method="fixed", challenges=(challenge,))
    learner = Learner(client, world, await assessments.start(user, scope, "reference", "fr", now()))
    await learner.open()
    return learner


async def results() -> list[str]:
    return [row["result"] for row in await Answer.select(Answer.result)]


async def begin(learner: Learner, seconds_ago: int) -> None:
    await learner.start_timer_if_asked()
    await Assessment.update({Assessment.timer_started_at: now() - timedelta(seconds=seconds_ago)}, force=True)


async def test_an_answer_before_the_start_is_not_taken(timed: Learner) -> None:
    assert "Je commence" in timed.html
    body = timed.index.challenges[timed.challenge].body
    response = await timed.send(next(body.right_answers()))
    assert response.status_code == 409
    assert await results() == []


@pytest.mark.parametrize(("seconds", "result"), [(0, "ok"), (59, "ok"), (64, "ok"), (90, "timed_out")])
async def test_a_right_answer_in_time_or_late(timed: Learner, seconds: int, result: str) -> None:
    await begin(timed, seconds)
    await timed.answer(right=True)
    assert await results() == [result]


async def test_a_wrong_late_answer_stays_wrong(timed: Learner) -> None:
    await begin(timed, 90)
    await timed.answer(right=False)
    assert await results() == ["ko"]


@pytest.mark.parametrize("given", [{}, {"": [""]}, {"nothing": ["known"]}])
async def test_when_time_is_over_even_an_unfinished_answer_is_taken(
    timed: Learner, given: dict[str, list[str]]
) -> None:
    await begin(timed, 90)
    response = await timed.send(given)
    assert response.status_code == 200
    assert await results() == ["ko"]


async def test_an_unfinished_answer_in_time_is_refused(timed: Learner) -> None:
    await begin(timed, 10)
    assert (await timed.send({})).status_code == 422
    assert await results() == []


async def test_starting_twice_gives_no_more_time(timed: Learner) -> None:
    await begin(timed, 90)
    await timed.client.post(f"{timed.url}/depart", data={"challenge": timed.challenge})
    await timed.answer(right=True)
    assert await results() == ["timed_out"]


async def test_skipping_needs_no_start(timed: Learner) -> None:
    await timed.send({}, action="skip")
    assert await results() == ["skipped"]

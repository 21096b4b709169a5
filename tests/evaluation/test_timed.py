"""A timed challenge: nothing runs before « Je commence », being late never loses an answer."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import httpx
import pytest

from app.accounts import declared_needs
from app.accounts.needs import ExtraTime, Needs
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


async def declare(learner: Learner, extra_time: ExtraTime) -> None:
    rows = await Assessment.select(Assessment.user)
    await declared_needs.declare(rows[0]["user"], Needs(extra_time=extra_time), now())
    await learner.open()


@pytest.mark.parametrize(
    ("extra_time", "seconds", "result"),
    [
        ("third", 84, "ok"),
        ("third", 87, "timed_out"),
        ("half", 94, "ok"),
        ("half", 97, "timed_out"),
        ("twice", 124, "ok"),
        ("twice", 127, "timed_out"),
    ],
)
async def test_the_extra_time_of_the_account_is_given_by_the_server(
    timed: Learner, extra_time: ExtraTime, seconds: int, result: str
) -> None:
    await declare(timed, extra_time)
    await begin(timed, seconds)
    await timed.answer(right=True)
    assert await results() == [result]


async def test_the_extra_time_is_told_before_and_counted_down(timed: Learner) -> None:
    assert "en plus" not in timed.html
    await declare(timed, "half")
    assert "Votre temps en plus est compté : 1 min 30 s au lieu de 1 min." in unescape(timed.html).replace(
        "\xa0", " "
    ).replace("\u202f", " ")
    await begin(timed, 20)
    await timed.open()
    assert 'data-seconds="70" data-total="90"' in timed.html


async def test_the_time_can_be_hidden_without_a_script(timed: Learner) -> None:
    await begin(timed, 0)
    await timed.open()
    assert re.search(
        r"<details[^>]* open><summary>Cacher ou montrer le temps</summary>\s*<p[^>]* role=\"timer\"", timed.html
    )

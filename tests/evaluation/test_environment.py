"""Acting in a simulated environment, and being judged on what it has become."""

from __future__ import annotations

import httpx
import pytest

from app.accounts.tables import User
from app.content.environments.mailbox import Mailbox
from app.content.index import ContentIndex
from app.content.kinds.environment import NOTHING_DONE, EnvironmentChallenge
from app.evaluation import assessments
from app.evaluation.scope import Scope
from app.evaluation.tables import Answer, Assessment, EnvironmentState
from app.lib.clock import now
from tests.cast import Cast
from tests.evaluation.learner import HTMX, Learner

TASK = "ch-a72e3rhy"
ANOTHER = "ch-c6ep34wk"


@pytest.fixture
async def louise(client: httpx.AsyncClient, cast: Cast, world: ContentIndex) -> Learner:
    """Louise, before the task."""
    user = await cast.sign_in(client, "louise")
    scope = Scope("Essai", "/accueil", "/profil", method="fixed", challenges=(TASK, ANOTHER))
    learner = Learner(client, world, await assessments.start(user, scope, "reference", "fr", now()))
    await learner.open()
    return learner


async def test_the_goal_and_the_path_never_reach_the_browser(louise: Learner) -> None:
    body = louise.index.challenges[TASK].body
    assert isinstance(body, EnvironmentChallenge)
    assert louise.challenge == TASK
    assert "Messagerie de Gamma" in louise.html
    assert all(condition.says not in louise.html for condition in body.goal)


async def test_reaching_the_goal_is_a_right_answer(louise: Learner) -> None:
    await louise.answer(right=True)
    assert [row["result"] for row in await Answer.select(Answer.result)] == ["ok"]
    assert louise.challenge == ANOTHER


async def test_leaving_something_else_is_a_wrong_one(louise: Learner) -> None:
    await louise.answer(right=False)
    assert [row["result"] for row in await Answer.select(Answer.result)] == ["ko"]


async def test_what_was_done_is_there_after_a_reload_and_on_another_device(
    louise: Learner, open_client: type[httpx.AsyncClient], cast: Cast
) -> None:
    await louise.act({"open": "m1"})
    other = open_client()
    await cast.sign_in(other, "louise")
    elsewhere = Learner(other, louise.index, louise.assessment)
    await elsewhere.open()
    assert "Un avis." in elsewhere.html
    assert elsewhere.hidden("step") == louise.hidden("step") == "1"


async def test_nothing_is_done_once_somebody_ended_it(louise: Learner) -> None:
    await assessments.end(louise.assessment, now())
    data = {"challenge": TASK, "step": "0", "open": "m1"}
    answer = await louise.client.post(f"{louise.url}/environnement", data=data)
    assert answer.headers["location"] == louise.url
    assert not await EnvironmentState.exists()


async def test_an_action_sent_twice_is_done_once(louise: Learner) -> None:
    data = {"challenge": TASK, "step": "0", "open": "m1"}
    for _ in range(2):
        answer = await louise.client.post(f"{louise.url}/environnement", data=data, headers=HTMX)
        assert answer.status_code == 200
    star = {"challenge": TASK, "step": "1", "do": "star"}
    for _ in range(2):
        await louise.client.post(f"{louise.url}/environnement", data=star, headers=HTMX)
    rows = await EnvironmentState.select(EnvironmentState.state, EnvironmentState.step)
    assert [row["step"] for row in rows] == [2]
    assert '"starred":["m1"]' in rows[0]["state"]


async def test_starting_again_forgets_what_was_done(louise: Learner) -> None:
    await louise.act({"open": "m1"}, {"do": "delete"}, {"do": "reset"})
    world = louise.index.challenges[TASK].body.environment
    assert isinstance(world, Mailbox)
    assert (await EnvironmentState.select(EnvironmentState.state))[0]["state"] == world.opened()
    answer = await louise.send({})
    assert answer.status_code == 422
    assert NOTHING_DONE.split("\u202f")[0][:20] in answer.text


async def test_the_list_of_what_to_correct_leads_to_the_window(louise: Learner) -> None:
    page = await louise.send({}, htmx=False)
    assert page.status_code == 422
    assert 'href="#environments-frame"' in page.text


async def test_a_state_sent_by_the_browser_counts_for_nothing(louise: Learner) -> None:
    body = louise.index.challenges[TASK].body
    forged = next(body.right_answers())
    await louise.act({"open": "m2"})
    await louise.send(forged)
    assert [row["result"] for row in await Answer.select(Answer.result)] == ["ko"]


async def test_the_window_can_be_swapped_alone(louise: Learner) -> None:
    answer = await louise.client.post(
        f"{louise.url}/environnement", data={"challenge": TASK, "step": "0", "open": "m1"}, headers=HTMX
    )
    assert answer.text.lstrip().startswith('<div id="environments-frame"')
    assert len(answer.content) < 8_000


async def test_a_french_challenge_keeps_a_french_window_on_an_english_page(louise: Learner) -> None:
    await User.update({User.language: "en"}, force=True)
    page = await louise.client.get(louise.url)
    alone = await louise.client.post(
        f"{louise.url}/environnement", data={"challenge": TASK, "step": "0", "open": "m1"}, headers=HTMX
    )
    for html in (page.text, alone.text):
        assert '<div id="environments-frame" class="stack tight" lang="fr">' in html
        assert "Recommencer" in html


async def test_the_level_reached_and_what_was_done_are_said_in_the_language_of_the_page(louise: Learner) -> None:
    await louise.answer(right=True)
    await User.update({User.language: "en"}, force=True)
    await Assessment.update({Assessment.notice: "1.1 2"}, force=True)
    await louise.open()
    assert f"Level 2 reached in “{louise.index.competences['1.1'].english}”" in louise.html
    [answer] = await Answer.select(Answer.id)
    correction = await louise.client.get(f"{louise.url}/reponses/{answer['id']}")
    assert "Done." in correction.text
    assert "C’est fait." not in correction.text


async def test_the_window_of_somebody_else_is_not_there(
    louise: Learner, open_client: type[httpx.AsyncClient], cast: Cast
) -> None:
    stranger = open_client()
    await cast.sign_in(stranger, "karim")
    answer = await stranger.post(f"{louise.url}/environnement", data={"challenge": TASK, "step": "0", "open": "m1"})
    assert answer.status_code == 404
    assert await EnvironmentState.count() == 0


async def test_once_answered_the_window_is_closed(louise: Learner) -> None:
    await louise.answer(right=True)
    answer = await louise.client.post(
        f"{louise.url}/environnement", data={"challenge": TASK, "step": "2", "open": "m2"}, headers=HTMX
    )
    assert answer.headers["HX-Redirect"] == louise.url
    assert [row["step"] for row in await EnvironmentState.select(EnvironmentState.step)] == [2]

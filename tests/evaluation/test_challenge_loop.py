"""The challenge loop over HTTP: from the first question to the end, whatever the browser does."""

from __future__ import annotations

import httpx
import pytest

from app.content.index import ContentIndex
from app.evaluation import assessments
from app.evaluation.scope import Scope
from app.evaluation.tables import Answer, Assessment, Knowledge
from app.lib.clock import now
from tests.cast import Cast
from tests.evaluation.learner import HTMX, Learner


@pytest.fixture
async def louise(client: httpx.AsyncClient, world: ContentIndex, cast: Cast) -> Learner:
    user = await cast.sign_in(client, "louise")
    skills = tuple(world.skills)
    scope = Scope("Un parcours", "/mon-compte", "/mon-compte", skills=skills)
    assessment = await assessments.start(user, scope, "reference", "fr", now())
    learner = Learner(client, world, assessment)
    await learner.open()
    return learner


async def test_a_learner_answers_until_nothing_is_left(louise: Learner) -> None:
    checkpoints = 0
    for _ in range(60):
        if louise.at_checkpoint:
            checkpoints += 1
            await louise.go_on()
        elif louise.challenge:
            assert (await louise.answer(right=True)).status_code == 200
        else:
            break
    assert len(louise.asked) == len(set(louise.asked))
    assert checkpoints == -(-len(louise.asked) // 5)
    row = await Assessment.select().where(Assessment.id == louise.assessment).first()
    assert row is not None
    assert (row["state"], row["answers"]) == ("completed", len(louise.asked))
    assert await Answer.count().where(Answer.result == "ok") == len(louise.asked)
    assert await Knowledge.count() == 4


async def test_a_double_click_stores_one_answer(louise: Learner) -> None:
    first = louise.challenge
    data = {"challenge": first, "client_token": louise.hidden("client_token"), "action": "skip"}
    one = await louise.client.post(f"{louise.url}/reponses", data=data, headers=HTMX)
    two = await louise.client.post(f"{louise.url}/reponses", data=data, headers=HTMX)
    assert one.status_code == two.status_code == 200
    assert (
        Learner(louise.client, louise.index, 0, one.text).challenge
        == Learner(louise.client, louise.index, 0, two.text).challenge
    )
    assert await Answer.count() == 1


async def test_an_empty_answer_is_refused_beside_its_field_and_stores_nothing(louise: Learner) -> None:
    response = await louise.send({})
    assert response.status_code == 422
    assert "vous pourrez y revenir plus tard" in response.text
    assert await Answer.count() == 0


async def test_a_field_that_the_question_does_not_have_is_refused(louise: Learner) -> None:
    await louise.start_timer_if_asked()
    answer = next(louise.index.challenges[louise.challenge].body.right_answers())
    response = await louise.send({**answer, "inconnu": ["x"]})
    assert response.status_code == 422
    assert "Ce champ n’existe pas" in response.text
    assert await Answer.count() == 0


async def test_reloading_shows_the_same_question(louise: Learner) -> None:
    first = louise.challenge
    await louise.open()
    assert louise.challenge == first


async def test_without_javascript_the_answer_is_followed_by_the_next_question(louise: Learner) -> None:
    response = await louise.answer(right=False, htmx=False)
    assert response.url.path == louise.url
    assert response.history[0].status_code == 303
    assert louise.challenge not in ("", louise.asked[0])


async def test_a_question_of_another_tab_is_not_overwritten(louise: Learner) -> None:
    stale = louise.html
    await louise.answer(right=True)
    asked = louise.challenge
    other = next(name for name in louise.index.challenges if name not in (asked, *louise.asked))
    response = await louise.client.post(
        f"{louise.url}/reponses", data={"challenge": other, "answer": "x", "client_token": "t"}, headers=HTMX
    )
    assert response.status_code == 409
    assert "une autre question vous était posée" in response.text
    assert await Answer.count() == 1
    assert stale != louise.html


async def test_someone_elses_assessment_does_not_exist(louise: Learner, open_client, cast: Cast) -> None:  # type: ignore[no-untyped-def]
    stranger = open_client()
    await cast.sign_in(stranger, "karim")
    for response in (
        await stranger.get(louise.url),
        await stranger.post(f"{louise.url}/reponses", data={"challenge": louise.challenge, "answer": "a"}),
        await stranger.post(f"{louise.url}/bilans", data={"answers": "5"}),
    ):
        assert response.status_code == 404


async def test_an_expired_session_gives_the_answer_back_after_signing_in(
    louise: Learner, open_client, cast: Cast
) -> None:  # type: ignore[no-untyped-def]
    browser = open_client()
    response = await browser.post(
        f"{louise.url}/reponses", data={"challenge": louise.challenge, "answer": "tapé avant", "client_token": "t"}
    )
    assert response.status_code == 303
    assert response.headers["location"].startswith("/connexion?suite=%2Fevaluations%2F")
    assert await Answer.count() == 0


async def test_a_question_answered_in_another_tab_keeps_its_first_answer_and_says_so(louise: Learner) -> None:
    other_tab = Learner(louise.client, louise.index, louise.assessment)
    await other_tab.open()
    await louise.answer(right=True)
    response = await other_tab.answer(right=False)
    assert response.status_code == 409
    assert "cette première réponse est gardée" in response.text
    assert other_tab.challenge == louise.challenge
    assert [row["result"] for row in await Answer.select(Answer.result)] == ["ok"]

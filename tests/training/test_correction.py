"""« Réponses et tutos »: one's answer beside the right one, for every kind of challenge."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

import httpx
import pytest

from app.evaluation.reports import recent
from app.evaluation.tables import Answer
from tests.cast import Cast
from tests.evaluation.learner import HTMX, Learner
from tests.house.swap import assert_swap_equals


async def answers(louise: Learner, *, right: bool, most: int = 60) -> list[dict[str, int | str]]:
    """Answers what is asked; the rows stored."""
    for _ in range(most):
        if louise.at_checkpoint:
            await louise.go_on()
        elif louise.challenge:
            await louise.answer(right=right)
        else:
            break
    return await Answer.select(Answer.id, Answer.challenge, Answer.skill).order_by(Answer.id)


async def correction(louise: Learner, answer: int | str) -> str:
    response = await louise.client.get(f"{louise.url}/reponses/{answer}")
    assert response.status_code == 200
    return unescape(response.text)


@pytest.mark.parametrize("right", [True, False])
async def test_every_answer_has_its_correction(louise: Learner, right: bool) -> None:
    rows = await answers(louise, right=right)
    assert rows
    for row in rows:
        page = await correction(louise, row["id"])
        assert ("Vous avez la bonne réponse" in page) is right
        assert ("Vous n’avez pas la bonne réponse" in page) is not right
        assert "Pourquoi ?" in page.replace("\u202f", " ")
        assert "Pour réussir la prochaine fois" in page
        assert "Comprendre plus" in page or "Pour en apprendre davantage" in page


async def test_a_skipped_question_shows_the_right_answer(louise: Learner) -> None:
    await louise.start_timer_if_asked()
    challenge = louise.index.challenges[louise.challenge]
    await louise.send({}, action="skip")
    (row,) = await Answer.select(Answer.id)
    page = await correction(louise, row["id"])
    assert "Vous avez passé cette question" in page
    assert "La bonne réponse" in page or "Autres réponses possibles" in page
    assert "Votre réponse</strong>" not in page or challenge.body.kind == "fields_any_order"


async def test_the_right_and_the_wrong_proposal_are_marked(louise: Learner) -> None:
    for row in await answers(louise, right=False):
        body = louise.index.challenges[str(row["challenge"])].body
        if body.kind == "single_choice":
            page = await correction(louise, row["id"])
            assert page.count('<li class="ok">') == 1
            assert page.count('<li class="ko">') == 1
            return
    pytest.skip("no single choice was asked on this path")


async def test_closing_leads_back_to_the_journey(louise: Learner) -> None:
    await answers(louise, right=True, most=5)
    assert louise.at_checkpoint
    (first, *_) = await Answer.select(Answer.id).order_by(Answer.id)
    page = await correction(louise, first["id"])
    assert f'href="{louise.url}"' in page
    await louise.open()
    assert louise.at_checkpoint


async def test_a_problem_with_the_correction_is_signalled_with_the_answer(louise: Learner) -> None:
    await louise.start_timer_if_asked()
    name = louise.challenge
    await louise.answer(right=False)
    (row,) = await Answer.select(Answer.id)
    page = await correction(louise, row["id"])
    assert "Ma réponse est juste mais n’a pas été acceptée" in page
    sent = Learner(louise.client, louise.index, 0, page).hidden("value")
    assert sent
    data = {"challenge": name, "category": "answer.not_accepted", "comment": "", "value": sent}
    assert (await louise.client.post(f"{louise.url}/signalement", data=data)).status_code == 200
    (kept,) = await recent()
    assert kept.value == sent


async def test_someone_elses_answer_does_not_exist(
    louise: Learner, open_client: Callable[[], httpx.AsyncClient], cast: Cast
) -> None:
    (row, *_) = await answers(louise, right=True, most=1)
    stranger = open_client()
    await cast.sign_in(stranger, "karim")
    assert (await stranger.get(f"{louise.url}/reponses/{row['id']}")).status_code == 404
    visitor = open_client()
    response = await visitor.get(f"{louise.url}/reponses/{row['id']}")
    assert (response.status_code, response.headers["location"]) == (
        303,
        f"/connexion?suite={louise.url}/reponses/{row['id']}",
    )


@pytest.mark.parametrize("answer", [0, 999, 2**40, 10**30])
async def test_an_answer_that_does_not_exist(louise: Learner, answer: int) -> None:
    assert (await louise.client.get(f"{louise.url}/reponses/{answer}")).status_code == 404
    assert (await louise.client.get(f"/evaluations/{answer}/reponses/1")).status_code == 404


async def test_a_swap_is_the_page(louise: Learner) -> None:
    rows = await answers(louise, right=False, most=2)
    url = f"{louise.url}/reponses/{rows[1]['id']}"
    old = await louise.client.get(f"{louise.url}/reponses/{rows[0]['id']}")
    fragment = await louise.client.get(url, headers=HTMX)
    assert_swap_equals(old.text, fragment.text, (await louise.client.get(url)).text)

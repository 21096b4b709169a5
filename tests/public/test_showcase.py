"""Challenges to try without an account: graded at once, nothing is kept."""

from __future__ import annotations

from html import unescape

import httpx
import pytest

from app.content.index import ContentIndex
from app.evaluation.tables import Answer, Assessment
from app.public.showcase import CannotSend, Graded, grade
from tests.cast import Cast
from tests.evaluation.learner import HTMX
from tests.house.swap import assert_swap_equals

PAGE, ANSWERS = "/vitrine/essai", "/vitrine/essai/reponses"


def proposals(world: ContentIndex, *, right: bool) -> list[str]:
    body = world.challenges[world.showcase["essai"].challenge].body
    answer = next(body.right_answers() if right else body.wrong_answers())
    return list(answer[""])


async def test_it_is_tried_without_an_account(client: httpx.AsyncClient, world: ContentIndex) -> None:
    page = await client.get(PAGE)
    assert page.status_code == 200
    assert f'data-challenge="{world.showcase["essai"].challenge}"' in page.text
    right = await client.post(ANSWERS, data={"answer": proposals(world, right=True), "action": "validate"})
    assert right.status_code == 200
    assert "Vous avez la bonne réponse" in right.text
    assert 'href="/inscription"' in right.text
    wrong = await client.post(ANSWERS, data={"answer": proposals(world, right=False)})
    assert "Vous n’avez pas la bonne réponse" in wrong.text
    assert "/tutos/tuto-alpha?suite=/vitrine/essai" in wrong.text
    assert "Enregistrer" not in wrong.text
    assert await Assessment.count() == await Answer.count() == 0


async def test_passing_shows_the_answer(client: httpx.AsyncClient, world: ContentIndex) -> None:
    page = await client.post(ANSWERS, data={"action": "skip"})
    assert "Vous avez passé cette question" in page.text
    assert "La bonne réponse" in page.text


async def test_an_empty_answer_is_refused_beside_its_field(client: httpx.AsyncClient, world: ContentIndex) -> None:
    page = await client.post(ANSWERS, data={"action": "validate"})
    assert page.status_code == 422
    assert 'id="answer-err"' in page.text
    assert "<title>Erreur" in page.text


@pytest.mark.parametrize(
    "body",
    [
        b"answer=%FF%FE",
        b"answer=inconnu",
        b"answer.x=1&answer=a",
        b"answer=" + b"x" * 20_000,
        b"answer=a&answer=b&answer=c",
    ],
)
async def test_odd_answers_are_answered(client: httpx.AsyncClient, world: ContentIndex, body: bytes) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert (await client.post(ANSWERS, content=body, headers=headers)).status_code in (200, 422)


async def test_one_that_does_not_exist(client: httpx.AsyncClient, world: ContentIndex) -> None:
    assert (await client.get("/vitrine/inconnu")).status_code == 404
    assert (await client.post("/vitrine/inconnu/reponses", data={"answer": "a"})).status_code == 404


async def test_a_swap_is_the_page(client: httpx.AsyncClient, world: ContentIndex) -> None:
    data = {"answer": proposals(world, right=False)}
    old = (await client.get(PAGE)).text
    fragment = await client.post(ANSWERS, data=data, headers=HTMX)
    whole = await client.post(ANSWERS, data=data)
    # The address of the page stays that of the question: the language form leads back there.
    assert_swap_equals(old, fragment.text, whole.text.replace("essai/reponses", "essai"), volatile=("suite",))


async def test_someone_with_an_account_is_led_to_the_profile(
    client: httpx.AsyncClient, world: ContentIndex, cast: Cast
) -> None:
    await cast.sign_in(client, "louise")
    page = await client.post(ANSWERS, data={"action": "skip"})
    assert 'href="/profil"' in unescape(page.text)
    assert "Créer mon compte" not in page.text


async def test_every_kind_can_be_shown_there(world: ContentIndex) -> None:
    for challenge in world.challenges.values():
        for answer in challenge.body.right_answers():
            graded = grade(challenge, answer, skipped=False)
            assert isinstance(graded, Graded)
            assert graded.result == "ok"
        passed = grade(challenge, {}, skipped=True)
        assert isinstance(passed, Graded)
        assert passed.result == "skipped"
        assert isinstance(grade(challenge, {}, skipped=False), CannotSend)

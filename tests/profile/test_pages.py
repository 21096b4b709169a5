"""The profile and the pages of its competences, over HTTP."""

from __future__ import annotations

import re
from datetime import timedelta

import httpx
import pytest

from app.accounts.own_data import erase_account
from app.accounts.personal_data import collect
from app.content.index import ContentIndex
from app.evaluation import assessments
from app.evaluation.knowledge import Element, decode, encode
from app.evaluation.queries import knowledge_of
from app.evaluation.scope import Scope
from app.evaluation.tables import Answer, Assessment, Knowledge
from app.lib.clock import now
from app.profile.tables import CompetenceTest
from tests.cast import Cast
from tests.evaluation.learner import HTMX, Learner
from tests.house.swap import assert_swap_equals

TEST = "/competences/1.1/evaluation"
RESET = "/competences/1.1/remise-a-zero"
SURE = ("presque sûr", "assez sûr", "à confirmer")


@pytest.fixture
async def louise(client: httpx.AsyncClient, world: ContentIndex, cast: Cast) -> Learner:
    """Signed in; her learner follows the test of 1.1 once it is begun."""
    await cast.sign_in(client, "louise")
    await client.post("/regles-du-jeu", data={})
    return Learner(client, world, 0)


async def begin(louise: Learner) -> str:
    """Presses the button of the competence; where it leads."""
    response = await louise.client.post(TEST)
    assert response.status_code == 303
    url = str(response.headers["location"])
    louise.assessment = int(url.rsplit("/", 1)[1])
    await louise.open()
    return url


async def finish(louise: Learner, *, right: bool) -> None:
    for _ in range(60):
        if louise.at_checkpoint:
            await louise.go_on()
        elif louise.challenge:
            await louise.answer(right=right)
        else:
            return
    pytest.fail("the test does not end")


async def age(days: float) -> None:
    """Makes everything that is known that many days older."""
    for row in await Knowledge.select():
        older = {
            level: Element(one.validated, one.direct, one.assessment, one.at - timedelta(days=days))
            for level, one in decode(row["elements"]).items()
        }
        await Knowledge.update({Knowledge.elements: encode(older)}).where(Knowledge.id == row["id"])
    for one in await Assessment.select(Assessment.id, Assessment.completed_at):
        if one["completed_at"]:
            before = one["completed_at"] - timedelta(days=days)
            await Assessment.update({Assessment.completed_at: before}).where(Assessment.id == one["id"])


async def text(louise: Learner, path: str = "/competences/1.1") -> str:
    response = await louise.client.get(path)
    assert response.status_code == 200
    return response.text.replace("\u00a0", " ").replace("\u202f", " ")


async def test_an_empty_profile_shows_every_competence(louise: Learner) -> None:
    page = await text(louise, "/profil")
    assert 'href="/competences/1.1"' in page
    assert 'href="/competences/5.1"' in page
    assert "Commencer" in page
    assert "896" in page
    assert "Le niveau 7" in page


async def test_a_test_is_begun_answered_and_told(louise: Learner) -> None:
    await begin(louise)
    await finish(louise, right=True)
    assert louise.html.count("data-finished") == 1
    assert "Pix gagnés" in louise.html
    gained = sum(skill.pix for skill in louise.index.competences["1.1"].skills)
    assert f"+{int(gained)}" in louise.html
    assert f"Vous avez atteint le niveau {int(gained) // 8}" in louise.html
    profile = await text(louise, "/profil")
    assert f"{int(gained)} pix · à" in profile
    assert f"<strong>{int(gained)}</strong>" in profile


async def test_a_test_failed_suggests_tutorials(louise: Learner) -> None:
    await begin(louise)
    await finish(louise, right=False)
    assert "Pas de pix de plus cette fois" in louise.html
    assert "Des tutos pour progresser" in louise.html
    assert "/tutos/tuto-alpha?suite=/competences/1.1" in louise.html
    assert "Dans <strong>4 jours</strong>" in louise.html


async def test_a_level_says_how_sure_it_is(louise: Learner) -> None:
    never = await text(louise)
    assert not any(words in never for words in (*SURE, "pas encore mesuré"))
    await begin(louise)
    assert "Niveau pas encore mesuré" in await text(louise)
    await finish(louise, right=True)
    page = await text(louise)
    (said,) = [words for words in SURE if f"Niveau <strong>{words}</strong>" in page]
    assert re.search(rf"Niveau \d, {said}\.", page)
    cards = (await text(louise, "/profil")).split('class="comp"')[1:]
    assert f"Niveau {said}" in cards[0]
    assert not any(words in card for card in cards[1:] for words in SURE)


async def test_a_level_is_less_sure_as_time_goes_by(louise: Learner) -> None:
    await begin(louise)
    await finish(louise, right=False)
    assert "Niveau <strong>à confirmer</strong>" not in await text(louise)
    await age(20 * 365)
    assert "Niveau <strong>à confirmer</strong>" in await text(louise)


async def test_two_presses_begin_one_test(louise: Learner) -> None:
    first, second = [(await louise.client.post(TEST)).headers["location"] for _ in range(2)]
    assert first == second
    assert await Assessment.count() == 1
    assert await CompetenceTest.count() == 1


async def test_a_test_is_resumed_where_it_stopped(louise: Learner) -> None:
    url = await begin(louise)
    await louise.answer(right=True)
    asked = louise.challenge
    assert "Reprendre" in await text(louise)
    assert await begin(louise) == url
    assert louise.challenge == asked


async def test_a_completed_test_is_not_retried_before_four_days(louise: Learner) -> None:
    url = await begin(louise)
    await finish(louise, right=False)
    response = await louise.client.post(TEST)
    assert response.status_code == 409
    assert "trop tôt" in response.text
    await age(4)
    assert "Retenter" in await text(louise)
    again = await begin(louise)
    assert again != url
    assert louise.challenge
    assert await CompetenceTest.count() == 1


async def test_nothing_is_retried_when_everything_was_passed(louise: Learner) -> None:
    await begin(louise)
    await finish(louise, right=True)
    await age(5)
    page = await text(louise)
    assert "toutes les questions qui existent" in page
    assert "Retenter</button>" not in page
    assert 'action="/competences/1.1/evaluation"' not in page
    assert (await louise.client.post(TEST)).status_code == 409


async def test_a_retry_asks_only_what_was_failed(louise: Learner) -> None:
    await begin(louise)
    for _ in range(40):
        if louise.at_checkpoint:
            await louise.go_on()
        elif louise.challenge:
            skill = louise.index.challenges[louise.challenge].skill
            await louise.answer(right=skill.topic == "alpha")
        else:
            break
    await age(5)
    louise.asked.clear()
    await begin(louise)
    await finish(louise, right=False)
    assert louise.asked
    assert {louise.index.challenges[name].skill.topic for name in louise.asked} == {"beta"}


async def test_a_reset_waits_seven_days_and_a_ticked_box(louise: Learner, cast: Cast) -> None:
    await begin(louise)
    await finish(louise, right=True)
    early = await louise.client.post(RESET, data={"sure": "yes"})
    assert early.status_code == 409
    await age(7)
    assert "Remettre à zéro" in await text(louise)
    unsure = await louise.client.post(RESET, data={})
    assert unsure.status_code == 422
    assert "Cochez cette case" in unsure.text
    assert await knowledge_of(cast.ids["louise"])
    for _ in range(2):  # sent twice
        done = await louise.client.post(RESET, data={"sure": "yes"})
        assert (done.status_code, done.headers["location"]) == (303, "/competences/1.1")
    assert await knowledge_of(cast.ids["louise"]) == {}
    assert "Commencer" in await text(louise)
    assert await Answer.count() > 0


async def test_after_a_reset_everything_is_asked_anew(louise: Learner) -> None:
    url = await begin(louise)
    await louise.answer(right=True)
    await age(8)
    await louise.client.post(RESET, data={"sure": "yes"})
    left = await louise.client.get(url)
    assert (left.status_code, left.headers["location"]) == (303, "/competences/1.1")
    assert await begin(louise) != url
    assert louise.challenge
    assert await CompetenceTest.count() == 1


async def test_a_reset_says_what_it_costs(louise: Learner, cast: Cast) -> None:
    await begin(louise)
    await finish(louise, right=True)
    scope = Scope("Un parcours", "/mon-compte", "/mon-compte", skills=("alpha-2", "gamma-1"))
    journey = await assessments.start(cast.ids["louise"], scope, "reference", "fr", now())
    await age(7)
    page = await text(louise)
    assert "Vous perdrez" in page
    assert "Un parcours en cours utilise cette compétence" in page
    await louise.client.post(RESET, data={"sure": "yes"})
    (row,) = await Assessment.select(Assessment.state).where(Assessment.id == journey)
    assert row["state"] == "aborted"


async def test_nothing_to_reset(louise: Learner) -> None:
    response = await louise.client.post(RESET, data={"sure": "yes"})
    assert response.status_code == 409
    assert "rien à remettre à zéro" in response.text


async def test_the_rules_of_the_game_come_first_once(
    client: httpx.AsyncClient, world: ContentIndex, cast: Cast
) -> None:
    await cast.sign_in(client, "karim")
    response = await client.post(TEST)
    assert response.headers["location"].startswith("/regles-du-jeu?suite=/evaluations/")


@pytest.mark.parametrize("code", ["9.9", "1.1.1", "%00", "x" * 300])
async def test_a_competence_that_does_not_exist(louise: Learner, code: str) -> None:
    assert (await louise.client.get(f"/competences/{code}")).status_code == 404
    assert (await louise.client.post(f"/competences/{code}/evaluation")).status_code == 404
    assert (await louise.client.post(f"/competences/{code}/remise-a-zero", data={"sure": "1"})).status_code == 404


@pytest.mark.parametrize("path", ["/profil", "/competences/1.1"])
async def test_one_signs_in_first(client: httpx.AsyncClient, world: ContentIndex, path: str) -> None:
    response = await client.get(path)
    assert response.status_code == 303
    assert response.headers["location"] == f"/connexion?suite={path}"


@pytest.mark.parametrize("path", ["/profil", "/competences/1.1"])
async def test_a_swap_is_the_page(louise: Learner, path: str) -> None:
    old, whole = [(await louise.client.get(url)).text for url in ("/mon-compte", path)]
    fragment = await louise.client.get(path, headers=HTMX)
    old = old.replace('<a href="/profil">', '<a href="/profil" aria-current="page">') if path == "/profil" else old
    assert_swap_equals(old, fragment.text, whole)


async def test_in_english(louise: Learner) -> None:
    await louise.client.post("/mon-compte/langue", data={"language": "en"})
    page = await text(louise)
    assert louise.index.competences["1.1"].english in page


async def test_one_takes_and_erases_ones_tests(louise: Learner, cast: Cast) -> None:
    await begin(louise)
    await louise.answer(right=True)
    user = cast.ids["louise"]
    kept = {section.keeper.name: section.rows for section in await collect(user)}
    assert [row["competence"] for row in kept["competence_tests"]] == ["1.1"]
    assert len(kept["answers"]) == 1
    assert kept["answers"][0]["result"] == "ok"
    assert kept["knowledge"]
    await erase_account(user)
    assert await CompetenceTest.count() == 0
    assert await knowledge_of(user) == {}
    (answer,) = await Answer.select(Answer.value, Answer.result)
    assert answer == {"value": "", "result": "ok"}

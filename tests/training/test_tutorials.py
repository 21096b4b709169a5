"""« Mes tutos »: recommended after failures, saved, found useful."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from app.accounts.own_data import erase_account
from app.accounts.personal_data import collect
from app.content.index import ContentIndex
from app.evaluation import assessments
from app.evaluation.scope import Scope
from app.lib.clock import now
from app.training import queries
from app.training.tables import SavedTutorial, TutorialVote
from tests.cast import Cast
from tests.evaluation.learner import HTMX, Learner
from tests.house.swap import assert_swap_equals

SAVED = "/mes-tutos?liste=enregistres"


async def fail_everything(louise: Learner) -> None:
    for _ in range(60):
        if louise.at_checkpoint:
            await louise.go_on()
        elif louise.challenge:
            await louise.answer(right=False)
        else:
            return


async def text(client: httpx.AsyncClient, path: str = "/mes-tutos") -> str:
    response = await client.get(path)
    assert response.status_code == 200
    return response.text


async def press(client: httpx.AsyncClient, verb: str, name: str = "tuto-alpha", **more: str) -> httpx.Response:
    return await client.post("/mes-tutos", data={verb: name} | more)


async def test_nothing_is_recommended_before_a_failure(louise: Learner) -> None:
    await louise.answer(right=True)
    assert "Pas encore de tuto recommandé" in await text(louise.client)


async def test_a_question_failed_recommends_its_tutorials_only(louise: Learner) -> None:
    await louise.start_timer_if_asked()
    skill = louise.index.challenges[louise.challenge].skill
    await louise.answer(right=False)
    page = await text(louise.client)
    (name,) = skill.tutorials
    assert f'id="tuto-{name}"' in page
    assert page.count('<li id="tuto-') == 1  # not those of the levels above, failed by inference


async def test_a_tutorial_is_no_longer_recommended_once_the_question_is_passed(louise: Learner, cast: Cast) -> None:
    await fail_everything(louise)
    assert 'id="tuto-tuto-alpha"' in await text(louise.client)
    alpha = tuple(skill.id for skill in louise.index.topics["alpha"].skills)
    scope = Scope("Encore", "/mon-compte", "/mon-compte", skills=alpha, retry_days=0)
    louise.assessment = await assessments.start(cast.ids["louise"], scope, "reference", "fr", now())
    await louise.open()
    for _ in range(20):
        if louise.at_checkpoint:
            await louise.go_on()
        elif louise.challenge:
            await louise.answer(right=True)
    assert 'id="tuto-tuto-alpha"' not in await text(louise.client)
    assert 'id="tuto-tuto-gamma"' in await text(louise.client)


async def test_by_competence(louise: Learner) -> None:
    await fail_everything(louise)
    page = await text(louise.client, "/mes-tutos?competence=5.1")
    assert 'id="tuto-tuto-gamma"' in page
    assert 'id="tuto-tuto-alpha"' not in page
    assert '<option value="5.1" selected>' in page
    for odd in ("9.9", "%3Cscript%3E", "%FF"):
        assert 'id="tuto-tuto-alpha"' in await text(louise.client, f"/mes-tutos?competence={odd}")


async def test_saved_tutorials_the_newest_first(louise: Learner) -> None:
    for name in ("tuto-alpha", "tuto-gamma", "tuto-plus"):
        response = await press(louise.client, "save", name)
        assert (response.status_code, response.headers["location"]) == (303, "/mes-tutos")
    page = await text(louise.client, SAVED)
    assert page.index("tuto-tuto-plus") < page.index("tuto-tuto-gamma") < page.index("tuto-tuto-alpha")
    assert "Ma liste (3)" in page


async def test_saving_twice_keeps_one_and_removing_twice_is_harmless(louise: Learner) -> None:
    for _ in range(2):
        await press(louise.client, "save")
    assert await SavedTutorial.count() == 1
    for _ in range(2):
        assert (await press(louise.client, "remove")).status_code == 303
    assert "Votre liste est vide" in await text(louise.client, SAVED)


async def test_useful_and_back(louise: Learner) -> None:
    for _ in range(2):
        await press(louise.client, "useful")
    assert await TutorialVote.count() == 1
    assert 'name="not_useful"' in await text(louise.client, "/tutos/tuto-alpha")
    await press(louise.client, "not_useful")
    assert await TutorialVote.count() == 0


async def test_a_tutorial_is_saved_for_the_skill_that_was_failed(louise: Learner) -> None:
    await fail_everything(louise)
    failed = {
        row["skill"]
        for row in await SavedTutorial.raw(
            "SELECT skill FROM answer WHERE result = {} AND skill LIKE {}", "ko", "alpha%"
        )
    }
    await press(louise.client, "save", "tuto-alpha")
    (row,) = await SavedTutorial.select(SavedTutorial.skill)
    assert row["skill"] in failed
    await press(louise.client, "save", "tuto-plus")
    assert await SavedTutorial.count() == 2


async def test_a_swap_of_one_line_is_the_page(louise: Learner) -> None:
    await fail_everything(louise)
    old = await text(louise.client)
    line = await louise.client.post("/mes-tutos", data={"useful": "tuto-alpha", "suite": "/mes-tutos"}, headers=HTMX)
    assert line.status_code == 200
    assert "<title>" not in line.text
    assert_swap_equals(old, line.text, await text(louise.client), target="#tuto-tuto-alpha", swap="outerHTML")


async def test_without_a_script_one_comes_back_to_the_page(louise: Learner) -> None:
    response = await press(louise.client, "save", suite="/tutos/tuto-alpha?suite=/profil")
    assert response.headers["location"] == "/tutos/tuto-alpha?suite=/profil"
    elsewhere = await press(louise.client, "save", suite="//ailleurs.example")
    assert elsewhere.headers["location"] == "/mes-tutos"
    assert (await louise.client.post("/mes-tutos", data={})).status_code == 303


@pytest.mark.parametrize("verb", ["save", "remove", "useful", "not_useful"])
async def test_a_tutorial_that_does_not_exist(louise: Learner, verb: str) -> None:
    assert (await press(louise.client, verb, "inconnu")).status_code == 404
    assert (await louise.client.get("/tutos/inconnu")).status_code == 404


@pytest.mark.parametrize("page", ["0", "99", "-1", "deux", "9" * 50])
async def test_a_page_that_does_not_exist(louise: Learner, page: str) -> None:
    await press(louise.client, "save")
    assert "Comprendre alpha" in await text(louise.client, f"{SAVED}&page={page}")


async def test_long_lists_are_paged(louise: Learner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "PAGE_SIZE", 2)
    for name in ("tuto-alpha", "tuto-beta", "tuto-gamma"):
        await press(louise.client, "save", name)
    first, second = await text(louise.client, SAVED), await text(louise.client, f"{SAVED}&page=2")
    assert "tuto-tuto-gamma" in first
    assert "tuto-tuto-alpha" not in first
    assert "tuto-tuto-alpha" in second
    assert "/mes-tutos?liste=enregistres&amp;page=2" in first


async def test_a_tutorial_is_read_by_anyone(client: httpx.AsyncClient, world: ContentIndex) -> None:
    page = await text(client, "/tutos/tuto-alpha?suite=/vitrine/essai")
    assert "Un texte court sur alpha." in page
    assert "<h2>Un exemple</h2>" in page
    assert 'href="/vitrine/essai"' in page
    assert "Enregistrer" not in page
    assert 'href="//' not in await text(client, "/tutos/tuto-alpha?suite=//ailleurs.example")


async def test_ones_list_is_ones_own(louise: Learner, open_client: Callable[[], httpx.AsyncClient], cast: Cast) -> None:
    await press(louise.client, "save")
    stranger = open_client()
    await cast.sign_in(stranger, "karim")
    await press(stranger, "remove")
    assert await SavedTutorial.count() == 1
    visitor = open_client()
    assert (await visitor.get("/mes-tutos")).headers["location"] == "/connexion?suite=/mes-tutos"
    assert (await press(visitor, "save")).status_code == 303
    assert await SavedTutorial.count() == 1


async def test_one_takes_and_erases_ones_tutorials(louise: Learner, cast: Cast) -> None:
    await press(louise.client, "save")
    await press(louise.client, "useful")
    user = cast.ids["louise"]
    kept = {section.keeper.name: section.rows for section in await collect(user)}
    assert [row["tutorial"] for row in kept["saved_tutorials"]] == ["tuto-alpha"]
    assert [row["tutorial"] for row in kept["useful_tutorials"]] == ["tuto-alpha"]
    await erase_account(user)
    assert await SavedTutorial.count() == await TutorialVote.count() == 0

"""The first page, and the one of people with an account."""

from __future__ import annotations

import httpx
import pytest

from app.content.index import ContentIndex
from tests.cast import Cast
from tests.evaluation.learner import HTMX, Learner
from tests.house.swap import assert_swap_equals


@pytest.fixture
async def louise(client: httpx.AsyncClient, world: ContentIndex, cast: Cast) -> Learner:
    await cast.sign_in(client, "louise")
    await client.post("/regles-du-jeu", data={})
    return Learner(client, world, 0)


async def dashboard(louise: Learner) -> str:
    response = await louise.client.get("/accueil")
    assert response.status_code == 200
    return response.text.replace("\u00a0", " ").replace("\u202f", " ")


async def begin(louise: Learner, code: str = "1.1") -> None:
    response = await louise.client.post(f"/competences/{code}/evaluation")
    louise.assessment = int(response.headers["location"].rsplit("/", 1)[1])
    await louise.open()


async def test_a_visitor_reads_what_pix_is(client: httpx.AsyncClient, world: ContentIndex) -> None:
    response = await client.get("/")
    assert response.status_code == 200
    for words in ("service public en ligne", 'name="code"', 'href="/vitrine/essai"', "Information et données"):
        assert words in response.text


async def test_people_with_an_account_go_to_their_own_page(louise: Learner) -> None:
    response = await louise.client.get("/")
    assert (response.status_code, response.headers["location"]) == (303, "/accueil")


async def test_the_dashboard_is_for_people_with_an_account(client: httpx.AsyncClient, world: ContentIndex) -> None:
    assert (await client.get("/accueil")).headers["location"] == "/connexion?suite=/accueil"


async def test_a_newcomer_is_told_where_to_begin(louise: Learner) -> None:
    page = await dashboard(louise)
    assert "Bonjour Louise" in page
    assert "Par où commencer ?" in page
    assert 'href="/competences/1.1"' in page
    assert "Vous n’avez pas terminé" not in page


async def test_what_is_begun_comes_first(louise: Learner) -> None:
    await begin(louise, "5.1")
    await louise.answer(right=True)
    page = await dashboard(louise)
    assert "Continuez vos compétences" in page
    assert "Plus que" in page
    assert page.index("/competences/5.1") < page.index("/competences/1.1")


async def test_failures_bring_tutorials(louise: Learner) -> None:
    await begin(louise)
    skill = louise.index.challenges[louise.challenge].skill
    await louise.answer(right=False)
    page = await dashboard(louise)
    assert "Des tutos pour vous" in page
    assert f'id="tuto-{skill.tutorials[0]}"' in page


async def test_a_swap_is_the_page(louise: Learner) -> None:
    old = (await louise.client.get("/mon-compte")).text.replace(
        '<a href="/accueil">Accueil', '<a href="/accueil" aria-current="page">Accueil'
    )
    fragment = await louise.client.get("/accueil", headers=HTMX)
    assert_swap_equals(old, fragment.text, (await louise.client.get("/accueil")).text)

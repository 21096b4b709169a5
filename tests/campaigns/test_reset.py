"""A competence is reset while a journey uses it: the journey goes on, with its questions asked anew."""

from __future__ import annotations

import httpx

from app.campaigns.tables import Participation
from app.content.index import ContentIndex
from app.evaluation import knowledge_reset
from app.evaluation.queries import knowledge_of
from tests.campaigns.conftest import NewOne
from tests.campaigns.test_journey import CODE, follow, play_to_the_end
from tests.cast import Cast


async def begun(client: httpx.AsyncClient, cast: Cast) -> str:
    """The journey begun by Louise; where its questions are."""
    await cast.sign_in(client, "louise")
    await client.post("/regles-du-jeu", data={})
    response = await follow(client, await client.post(f"/campagnes/{CODE}"))
    assert response.url.path.startswith("/evaluations/")
    return response.url.path


async def test_the_dashboard_offers_to_resume(client: httpx.AsyncClient, new_campaign: NewOne, cast: Cast) -> None:
    await new_campaign(CODE)
    place = await begun(client, cast)
    page = (await client.get("/accueil")).text.replace("\u00a0", " ")
    assert "Vous n’avez pas terminé le parcours « UE 173 »" in page
    assert f'<a class="btn" href="{place}">Reprendre</a>' in page


async def test_a_journey_goes_on_after_a_reset(
    client: httpx.AsyncClient, world: ContentIndex, new_campaign: NewOne, cast: Cast
) -> None:
    await new_campaign(CODE)
    place = await begun(client, cast)
    user = cast.ids["louise"]
    await knowledge_reset.forget(user, await knowledge_of(user), list(world.topics))
    closed = await client.get(place)
    assert (closed.status_code, closed.headers["location"]) == (303, "/accueil")
    home = await client.get("/accueil")
    assert f'href="/campagnes/{CODE}/depart"' in home.text
    again = await follow(client, await client.get(f"/campagnes/{CODE}/depart"))
    assert again.url.path.startswith("/evaluations/")
    assert again.url.path != place
    twice = await follow(client, await client.get(f"/campagnes/{CODE}/depart"))
    assert twice.url.path == again.url.path
    assert await Participation.count() == 1
    learner = await play_to_the_end(client, world, again.url.path)
    assert learner.asked
    assert (await client.get(f"/campagnes/{CODE}/resultats")).status_code == 200

"""A member tries her campaign as a learner: it counts for nothing, and can be begun again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import httpx
import pytest

from app.campaigns import campaigns, participations
from app.campaigns.queries import campaign_by_code
from app.campaigns.tables import Participation
from app.content.index import ContentIndex
from app.demo.classes import taker
from app.evaluation.queries import knowledge_of
from app.lib.clock import now
from app.organisations.learners.tables import Learner as OrganisationLearner
from tests.campaigns.conftest import NewOne
from tests.cast import Cast
from tests.evaluation.learner import Learner


@pytest.fixture
async def campaign(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> int:
    """A campaign that asks a number and is not open yet, and Martine in her browser."""
    number = await new_campaign(
        external_id_label="Numéro", opens_on=now().date() + timedelta(days=3), multiple_sendings=True
    )
    await cast.sign_in(client, "martine")
    await client.post("/regles-du-jeu", data={})
    return number


async def begun(client: httpx.AsyncClient, campaign: int, index: ContentIndex) -> Learner:
    """At the first question of the trial."""
    response = await client.post(f"/orga/campagnes/{campaign}/essai", follow_redirects=True)
    assert "/evaluations/" in str(response.url), response.text
    learner = Learner(client, index, int(str(response.url).rsplit("/", 1)[1]))
    await learner.open()
    return learner


async def finished(client: httpx.AsyncClient, campaign: int, index: ContentIndex) -> Learner:
    learner = await begun(client, campaign, index)
    while not (learner.at_checkpoint and "Voir mes résultats" in learner.html):
        await (learner.go_on() if learner.at_checkpoint else learner.answer(right=True))
    await learner.go_on()
    return learner


async def trials() -> list[dict[str, Any]]:
    return await Participation.select().order_by(Participation.id)


async def test_the_first_question_comes_at_once(client: httpx.AsyncClient, world: ContentIndex, campaign: int) -> None:
    """Before the opening day, without being asked for a number."""
    learner = await begun(client, campaign, world)
    assert learner.challenge
    assert "Essai – UE 173" in learner.html
    assert f'href="/orga/campagnes/{campaign}">Quitter' in learner.html
    rows = await trials()
    assert len(rows) == 1
    assert bool(rows[0]["trial"])
    page = (await client.get(f"/orga/campagnes/{campaign}")).text
    assert "Essai en cours" in page
    assert "Reprendre mon essai" in page


async def test_begun_twice_it_goes_on(client: httpx.AsyncClient, world: ContentIndex, campaign: int) -> None:
    first = await begun(client, campaign, world)
    await first.answer(right=True)
    again = await begun(client, campaign, world)
    assert again.assessment == first.assessment
    assert len(await trials()) == 1


async def test_it_is_sent_and_counts_for_nothing(
    client: httpx.AsyncClient, cast: Cast, world: ContentIndex, campaign: int
) -> None:
    await finished(client, campaign, world)
    results = (await client.get("/campagnes/KXMTRB742/resultats")).text
    assert "J’envoie mes résultats" in results
    assert ">Essai</strong>" in results
    assert "Essai à envoyer" in (await client.get(f"/orga/campagnes/{campaign}")).text
    sent = await client.post("/campagnes/KXMTRB742/envoi", follow_redirects=True)
    assert "C’est un essai" in sent.text
    page = (await client.get(f"/orga/campagnes/{campaign}")).text
    assert "Essai envoyé" in page
    assert "<dt>Participants</dt><dd>-</dd>" in page
    assert "<dt>Résultats reçus</dt><dd>-</dd>" in page
    assert '<td class="n">-</td><td>-</td>' in (await client.get("/orga/campagnes")).text
    assert await OrganisationLearner.count() == 0, "a member who tries is no learner of hers"
    assert "Essai" in (await client.get("/mes-parcours")).text


async def test_erased_it_never_was(client: httpx.AsyncClient, cast: Cast, world: ContentIndex, campaign: int) -> None:
    before = await knowledge_of(cast.ids["martine"])
    learner = await finished(client, campaign, world)
    assert await knowledge_of(cast.ids["martine"]) != before
    for _ in range(2):
        answer = await client.post(f"/orga/campagnes/{campaign}/essai/effacement")
        assert answer.headers["location"] == f"/orga/campagnes/{campaign}"
    assert await trials() == []
    assert await knowledge_of(cast.ids["martine"]) == before
    assert "Essai pas commencé" in (await client.get(f"/orga/campagnes/{campaign}")).text
    again = await begun(client, campaign, world)
    assert again.assessment != learner.assessment
    assert again.challenge, "questions are asked again"


async def test_what_was_known_before_stays(
    client: httpx.AsyncClient, cast: Cast, world: ContentIndex, campaign: int, new_campaign: NewOne
) -> None:
    """Only what the trial taught goes."""
    await new_campaign("RRRRRR222", target="5.1")
    response = await client.get("/campagnes/RRRRRR222/depart", follow_redirects=True)
    other = Learner(client, world, int(str(response.url).rsplit("/", 1)[1]))
    await other.open()
    await other.answer(right=True)
    before = await knowledge_of(cast.ids["martine"])
    assert before
    learner = await begun(client, campaign, world)
    await learner.answer(right=True)
    await client.post(f"/orga/campagnes/{campaign}/essai/effacement")
    after = await knowledge_of(cast.ids["martine"])
    assert all(
        element == after[topic][level]
        for topic, elements in before.items()
        for level, element in elements.items()
        if topic in after
    )
    assert {one.assessment for elements in after.values() for one in elements.values()} == {other.assessment}


async def test_erased_one_may_take_part_for_real(
    client: httpx.AsyncClient, cast: Cast, world: ContentIndex, new_campaign: NewOne
) -> None:
    number = await new_campaign("BBBBBB222")
    await cast.sign_in(client, "martine")
    await client.post("/regles-du-jeu", data={})
    await begun(client, number, world)
    await client.post(f"/orga/campagnes/{number}/essai/effacement")
    await client.get("/campagnes/BBBBBB222/depart", follow_redirects=True)
    rows = await trials()
    assert [bool(row["trial"]) for row in rows] == [False]
    page = (await client.get(f"/orga/campagnes/{number}")).text
    assert "Vous y participez" in page
    assert "<dt>Participants</dt><dd>1</dd>" in page


async def test_who_takes_part_for_real_has_nothing_to_try_nor_to_erase(
    client: httpx.AsyncClient, cast: Cast, world: ContentIndex, new_campaign: NewOne
) -> None:
    number = await new_campaign("BBBBBB222")
    await cast.sign_in(client, "martine")
    await participations.begin(await campaign_by_code("BBBBBB222"), taker(cast.ids["martine"]), "", now())
    await client.post(f"/orga/campagnes/{number}/essai")
    await client.post(f"/orga/campagnes/{number}/essai/effacement")
    assert [bool(row["trial"]) for row in await trials()] == [False]


async def test_a_request_for_profiles_is_tried_too(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> None:
    number = await new_campaign("BBBBBB222", kind="profiles", target="", title="")
    await cast.sign_in(client, "martine")
    answer = await client.post(f"/orga/campagnes/{number}/essai", follow_redirects=True)
    assert ">Essai</strong>" in answer.text
    sent = await client.post("/campagnes/BBBBBB222/envoi", follow_redirects=True)
    assert "C’est un essai" in sent.text


async def test_a_colleague_has_a_trial_of_his_own(
    client: httpx.AsyncClient, open_client: Any, cast: Cast, world: ContentIndex, campaign: int
) -> None:
    paul = open_client()
    await cast.sign_in(paul, "paul")
    await paul.post("/regles-du-jeu", data={})
    await begun(paul, campaign, world)
    await begun(client, campaign, world)
    await paul.post(f"/orga/campagnes/{campaign}/essai/effacement")
    assert [row["user"] for row in await trials()] == [cast.ids["martine"]]


async def test_an_archived_campaign_is_not_tried(client: httpx.AsyncClient, cast: Cast, campaign: int) -> None:
    await campaigns.archive(campaign, cast.ids["martine"], now())
    assert (await client.post(f"/orga/campagnes/{campaign}/essai")).status_code == 410
    assert await trials() == []


@pytest.mark.parametrize(("who", "status"), [("nadia", 404), ("louise", 303)])
@pytest.mark.parametrize("path", ["essai", "essai/effacement"])
async def test_nobody_else_tries(
    client: httpx.AsyncClient, cast: Cast, campaign: int, who: str, status: int, path: str
) -> None:
    await cast.elsewhere()
    await cast.sign_in(client, who)
    assert (await client.post(f"/orga/campagnes/{campaign}/{path}")).status_code == status
    assert await trials() == []

"""From the teacher's link to the results sent."""

from __future__ import annotations

import re
from datetime import timedelta

import httpx
import pytest

from app.campaigns import campaigns, participations
from app.campaigns.participations import read_snapshot
from app.campaigns.tables import Campaign, Participation
from app.content.index import ContentIndex
from app.evaluation.tables import Knowledge
from app.lib.clock import now
from tests.campaigns.classroom import Classroom
from tests.campaigns.conftest import NewOne
from tests.cast import Cast
from tests.evaluation.learner import Learner

CODE = "KXMTRB742"
SURE = re.compile("Niveau (presque sûr|assez sûr|à confirmer)</small>")
SIGN_UP = {
    "first_name": "Inès",
    "last_name": "Moreau",
    "email": "ines@exemple.fr",
    "password": "Demo2026!",
    "terms": "yes",
}


async def follow(client: httpx.AsyncClient, response: httpx.Response) -> httpx.Response:
    """Where redirections lead."""
    while response.has_redirect_location:
        response = await client.get(response.headers["location"])
    return response


async def play_to_the_end(client: httpx.AsyncClient, index: ContentIndex, start: str, right: bool = True) -> Learner:
    learner = Learner(client, index, int(start.rsplit("/", 1)[1]))
    await learner.open()
    for _ in range(80):
        if learner.at_checkpoint:
            await learner.go_on()
        elif learner.challenge:
            await learner.answer(right)
        else:
            return learner
    raise AssertionError("the assessment never ends")


async def test_a_new_learner_signs_up_on_the_way_and_sends_her_results(
    client: httpx.AsyncClient, world: ContentIndex, new_campaign: NewOne
) -> None:
    await new_campaign(CODE, landing_text="Bonjour,\n\n* item **gras**\n    * dedans")
    landing = await client.get(f"/campagnes/{CODE}")
    assert "Le mot de l’organisateur" in landing.text
    assert "<strong>gras</strong>" in landing.text
    assert "qu’avec votre consentement" in landing.text

    sign_up = await follow(client, await client.post(f"/campagnes/{CODE}"))
    assert sign_up.url.path == "/inscription"
    suite = sign_up.url.params["suite"]
    card = await follow(client, await client.post("/inscription", data={**SIGN_UP, "suite": suite}))
    assert "Règle du jeu" in card.text
    question = await follow(client, await client.post("/regles-du-jeu", data={"suite": suite}))
    assert 'data-challenge="ch-' in question.text

    learner = await play_to_the_end(client, world, str(question.url))
    assert "Vous maîtrisez" in learner.html
    assert "100" in learner.html
    assert (await Participation.select().first())["shared_at"] is None

    sent = await follow(client, await client.post(f"/campagnes/{CODE}/envoi"))
    assert "C’est envoyé. Martine Antony" in sent.text
    row = await Participation.select().first()
    assert row is not None
    assert row["validated"] == 6
    assert set(read_snapshot(row["snapshot"])) == {"alpha", "gamma"}


async def test_sending_twice_keeps_the_first_picture(
    client: httpx.AsyncClient, world: ContentIndex, new_campaign: NewOne, cast: Cast
) -> None:
    await new_campaign(CODE)
    await cast.sign_in(client, "louise")
    await client.post("/regles-du-jeu", data={})
    question = await follow(client, await client.post(f"/campagnes/{CODE}"))
    await play_to_the_end(client, world, str(question.url), right=False)
    await client.post(f"/campagnes/{CODE}/envoi")
    before = await Participation.select().first()
    await Knowledge.update({Knowledge.elements: "{}"}, force=True)
    again = await client.post(f"/campagnes/{CODE}/envoi")
    assert again.status_code == 303
    assert await Participation.select().first() == before
    assert "0" in (await client.get(f"/campagnes/{CODE}/resultats")).text


async def test_known_skills_are_not_asked_again_yet_count(
    client: httpx.AsyncClient, world: ContentIndex, new_campaign: NewOne, cast: Cast
) -> None:
    await new_campaign(CODE)
    await new_campaign("BCDFGH234", title="Encore")
    await cast.sign_in(client, "louise")
    await client.post("/regles-du-jeu", data={})
    question = await follow(client, await client.post(f"/campagnes/{CODE}"))
    await play_to_the_end(client, world, str(question.url))
    end = await follow(client, await client.post("/campagnes/BCDFGH234"))
    assert end.url.path == "/campagnes/BCDFGH234/resultats"
    assert "ne vous ont pas été posées de nouveau" in end.text


async def test_a_fixed_list_asks_its_questions_in_order(
    client: httpx.AsyncClient, world: ContentIndex, new_campaign: NewOne, cast: Cast
) -> None:
    await new_campaign(CODE, target="liste")
    await cast.sign_in(client, "louise")
    await client.post("/regles-du-jeu", data={})
    question = await follow(client, await client.post(f"/campagnes/{CODE}"))
    learner = await play_to_the_end(client, world, str(question.url))
    assert tuple(learner.asked) == world.target_profiles["liste"].challenges


async def test_the_identifier_is_asked_first_and_kept(
    client: httpx.AsyncClient, new_campaign: NewOne, cast: Cast
) -> None:
    await new_campaign(CODE, external_id_label="Numéro de l’étudiant")
    await cast.sign_in(client, "louise")
    page = await follow(client, await client.post(f"/campagnes/{CODE}"))
    assert "Numéro de l’étudiant" in page.text
    empty = await client.post(f"/campagnes/{CODE}/identifiant", data={"external_id": " "})
    assert empty.status_code == 422
    assert 'aria-invalid="true"' in empty.text
    assert await Participation.count() == 0
    for _ in range(2):
        await client.post(f"/campagnes/{CODE}/identifiant", data={"external_id": "HUGYFT678976"})
    assert [row["external_id"] for row in await Participation.select()] == ["HUGYFT678976"]


@pytest.mark.parametrize("typed", ["kxmtrb742", "KXM TRB 742", " kxmtrb-742 "])
async def test_a_code_is_understood_however_it_is_typed(
    client: httpx.AsyncClient, new_campaign: NewOne, typed: str
) -> None:
    await new_campaign(CODE)
    response = await client.post("/campagnes", data={"code": typed})
    assert response.headers["location"] == f"/campagnes/{CODE}"


@pytest.mark.parametrize("typed", ["", "KXMTRB743", "bonjour", "<script>", "K" * 500])
async def test_a_wrong_code_is_told_beside_its_field(
    client: httpx.AsyncClient, new_campaign: NewOne, typed: str
) -> None:
    await new_campaign(CODE)
    response = await client.post("/campagnes", data={"code": typed})
    assert response.status_code == 422
    assert 'id="code-err"' in response.text


async def test_an_archived_campaign_says_so_and_starts_nothing(
    client: httpx.AsyncClient, new_campaign: NewOne, cast: Cast
) -> None:
    campaign = await new_campaign(CODE)
    await campaigns.archive(campaign, await cast.person("martine"), now())
    await cast.sign_in(client, "louise")
    landing = await client.get(f"/campagnes/{CODE}")
    assert landing.status_code == 410
    assert "Ce parcours est terminé" in landing.text
    assert "Je commence" not in landing.text
    await follow(client, await client.post(f"/campagnes/{CODE}"))
    assert await Participation.count() == 0


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ({"opens_on": now().date() + timedelta(days=3)}, "pas encore ouvert"),
        ({"closes_on": now().date() - timedelta(days=3)}, "est fermé"),
    ],
)
async def test_outside_its_dates_nothing_starts(  # type: ignore[no-untyped-def]
    client: httpx.AsyncClient, new_campaign: NewOne, dates, words: str
) -> None:
    await new_campaign(CODE, **dates)
    landing = await client.get(f"/campagnes/{CODE}")
    assert words in landing.text


async def test_after_closing_one_cannot_send(
    client: httpx.AsyncClient, world: ContentIndex, new_campaign: NewOne, cast: Cast
) -> None:
    campaign = await new_campaign(CODE)
    await cast.sign_in(client, "louise")
    await client.post("/regles-du-jeu", data={})
    question = await follow(client, await client.post(f"/campagnes/{CODE}"))
    await play_to_the_end(client, world, str(question.url))
    await Campaign.update({Campaign.closes_on: now().date() - timedelta(days=2)}).where(Campaign.id == campaign)
    response = await client.post(f"/campagnes/{CODE}/envoi")
    assert response.status_code == 410
    assert (await Participation.select().first())["shared_at"] is None


async def test_profiles_are_shown_then_sent(client: httpx.AsyncClient, new_campaign: NewOne, cast: Cast) -> None:
    await new_campaign(CODE, kind="profiles", target="", title="")
    await cast.sign_in(client, "louise")
    page = await follow(client, await client.post(f"/campagnes/{CODE}"))
    assert "Votre profil de compétences" in page.text
    assert "à confirmer" not in page.text
    sent = await follow(client, await client.post(f"/campagnes/{CODE}/envoi"))
    assert "C’est envoyé" in sent.text


async def test_a_profile_says_how_sure_its_levels_are_as_they_were_sent(
    client: httpx.AsyncClient, world: ContentIndex, new_campaign: NewOne, cast: Cast
) -> None:
    await new_campaign("BBBBBB222", target="1.1")
    await new_campaign(CODE, kind="profiles", target="", title="")
    louise = await cast.sign_in(client, "louise")
    await Classroom("BBBBBB222").takes("", "", user=louise)
    page = await follow(client, await client.post(f"/campagnes/{CODE}"))
    assert len(SURE.findall(page.text)) == 1
    sent = await follow(client, await client.post(f"/campagnes/{CODE}/envoi"))
    before = SURE.findall(sent.text)
    await Knowledge.delete().where(Knowledge.user == louise)
    assert SURE.findall((await client.get(f"/campagnes/{CODE}/resultats")).text) == before != []


async def test_my_journeys_say_what_is_left_to_do(client: httpx.AsyncClient, new_campaign: NewOne, cast: Cast) -> None:
    await new_campaign(CODE)
    await cast.sign_in(client, "louise")
    assert "Aucun parcours" in (await client.get("/mes-parcours")).text
    await client.post("/regles-du-jeu", data={})
    await follow(client, await client.post(f"/campagnes/{CODE}"))
    assert "Reprendre" in (await client.get("/mes-parcours")).text


async def test_two_clicks_begin_one_participation(client: httpx.AsyncClient, new_campaign: NewOne, cast: Cast) -> None:
    await new_campaign(CODE)
    await cast.sign_in(client, "louise")
    await client.post("/regles-du-jeu", data={})
    for _ in range(2):
        await client.get(f"/campagnes/{CODE}/depart")
    assert await Participation.count() == 1


async def test_a_link_from_another_site_begins_nothing(
    client: httpx.AsyncClient, new_campaign: NewOne, cast: Cast
) -> None:
    await new_campaign(CODE)
    await cast.sign_in(client, "louise")
    response = await client.get(f"/campagnes/{CODE}/depart", headers={"Sec-Fetch-Site": "cross-site"})
    assert response.headers["location"] == f"/campagnes/{CODE}"
    assert await Participation.count() == 0


def test_the_snapshot_of_nothing_is_empty() -> None:
    assert read_snapshot("") == {}
    assert participations.LONGEST_EXTERNAL_ID == 255

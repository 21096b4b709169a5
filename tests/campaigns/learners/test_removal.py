"""Taking learners off the list, with what they took part in."""

from __future__ import annotations

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.campaigns import participations, queries
from app.campaigns.refusals import ParticipationDeleted
from app.campaigns.tables import Participation
from app.demo.classes import taker
from app.lib.clock import now
from app.organisations.learners.tables import Learner
from tests.campaigns.classroom import Classroom
from tests.campaigns.conftest import NewOne
from tests.campaigns.learners.conftest import TEST, University
from tests.cast import Cast
from tests.evaluation.learner import HTMX
from tests.house.swap import assert_swap_equals

REMOVAL = "/orga/eleves/suppression"


@pytest.fixture
async def helene(client: httpx.AsyncClient, cast: Cast, university: University) -> httpx.AsyncClient:
    assert university
    await cast.sign_in(client, "helene")
    return client


async def left() -> set[str]:
    """Who has a participation that counts."""
    rows = await Participation.raw(
        "SELECT DISTINCT l.first_name FROM participation p JOIN learner l ON l.id = p.learner"
        " WHERE p.deleted_at IS NULL AND l.deleted_at IS NULL"
    )
    return {row["first_name"] for row in rows}


def both(university: University) -> dict[str, list[int]]:
    return {"learner": [university.learner("ines"), university.learner("tom")]}


async def test_an_administrator_is_told_then_removes(helene: httpx.AsyncClient, university: University) -> None:
    asked = await helene.get(REMOVAL, params=both(university))
    assert "Supprimer 2 personnes de la liste" in asked.text
    assert "Inès Moreau\u202f: 2 parcours" in asked.text
    done = await helene.post(REMOVAL, data=both(university), follow_redirects=True)
    assert done.url.path == "/orga/eleves"
    assert "Étudiants (2)" in done.text
    assert await left() == {"Élise", "Zoé"}
    [event] = await AuditEvent.select().where(AuditEvent.action == "learner.removed")
    assert event["details"] == '{"count":2}'


async def test_twice_is_once(helene: httpx.AsyncClient, university: University) -> None:
    await helene.post(REMOVAL, data=both(university))
    before = await Participation.select(Participation.deleted_at).order_by(Participation.id)
    again = await helene.post(REMOVAL, data=both(university))
    assert again.status_code == 303
    assert await Participation.select(Participation.deleted_at).order_by(Participation.id) == before
    assert await AuditEvent.count().where(AuditEvent.action == "learner.removed") == 1


async def test_the_campaign_counts_them_no_more(helene: httpx.AsyncClient, university: University) -> None:
    campaign = (await queries.campaign_by_code(TEST)).id
    before = (await helene.get(f"/orga/campagnes/{campaign}/participants")).text
    assert "<dt>Participants</dt><dd>3</dd>" in before
    await helene.post(REMOVAL, data=both(university))
    after = (await helene.get(f"/orga/campagnes/{campaign}/participants")).text
    assert "<dt>Participants</dt><dd>1</dd>" in after
    assert "<dt>Résultats reçus</dt><dd>-</dd>" in after


async def test_they_may_join_new_campaigns_and_not_those_again(
    helene: httpx.AsyncClient, university: University, new_campaign: NewOne
) -> None:
    await helene.post(REMOVAL, data=both(university))
    ines = university.takers["ines"]
    with pytest.raises(ParticipationDeleted):
        await participations.begin(await queries.campaign_by_code(TEST), taker(ines.user), "", now())
    await new_campaign("NNNNNN222", name="Nouvelle")
    again = await Classroom("NNNNNN222").takes("", "", user=ines.user, answers=0)
    assert again.learner == ines.learner
    page = await helene.get("/orga/eleves")
    assert "Étudiants (3)" in page.text
    assert "Nouvelle" in page.text


async def test_swapped_it_is_the_list(helene: httpx.AsyncClient, university: University) -> None:
    before = await helene.get(REMOVAL, params=both(university))
    answer = await helene.post(REMOVAL, data=both(university), headers=HTMX, follow_redirects=True)
    after = await helene.get("/orga/eleves")
    assert_swap_equals(before.text, answer.text, after.text)


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_nobody_ticked(helene: httpx.AsyncClient, method: str) -> None:
    answer = await helene.request(method, REMOVAL)
    assert answer.status_code == 422
    assert "Cochez au moins une personne" in answer.text
    assert len(await left()) == 4


async def test_a_member_may_not(client: httpx.AsyncClient, cast: Cast, university: University) -> None:
    await cast.sign_in(client, "martine")
    assert "Supprimer" not in (await client.get("/orga/eleves")).text
    assert (await client.get(REMOVAL, params=both(university))).status_code == 403
    assert (await client.post(REMOVAL, data=both(university))).status_code == 403
    assert len(await left()) == 4


async def test_learners_of_others_do_not_exist(client: httpx.AsyncClient, cast: Cast, university: University) -> None:
    await cast.elsewhere()
    await cast.sign_in(client, "nadia")
    assert (await client.get(REMOVAL, params=both(university))).status_code == 404
    assert (await client.post(REMOVAL, data=both(university))).status_code == 404
    assert len(await left()) == 4
    assert await Learner.count().where(Learner.deleted_at.is_not_null()) == 0


async def test_nobody_without_signing_in(client: httpx.AsyncClient, university: University) -> None:
    answer = await client.post(REMOVAL, data=both(university))
    assert answer.headers["location"].startswith("/connexion")
    assert len(await left()) == 4

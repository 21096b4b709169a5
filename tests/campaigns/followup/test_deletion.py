"""Taking a participant out of a campaign."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from random import Random

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.campaigns import participations, queries
from app.campaigns.refusals import ParticipationDeleted
from app.campaigns.tables import Participation
from app.demo.classes import taker
from app.demo.playing import play
from app.demo.simulated_learner import Ability
from app.lib.clock import now
from tests.campaigns.classroom import Classroom, Taker
from tests.campaigns.conftest import NewOne
from tests.cast import Cast
from tests.evaluation.learner import HTMX
from tests.house.swap import assert_swap_equals

CODE = "KXMTRB742"


@pytest.fixture
async def campaign(new_campaign: NewOne) -> int:
    return await new_campaign(CODE, multiple_sendings=True, external_id_label="Numéro", target="1.1")


@pytest.fixture
async def ines(campaign: int) -> Taker:
    """She sent once, and is taking it again."""
    assert campaign
    room = Classroom(CODE)
    first = await room.takes("Inès", "Moreau", external_id="12", send=True, level=1.0, at=now() - timedelta(days=9))
    return await room.takes("", "", user=first.user, answers=1)


def address(campaign: int, one: Taker) -> str:
    return f"/orga/campagnes/{campaign}/participants/{one.participation}/suppression"


async def rows_of(one: Taker) -> list[dict[str, object]]:
    return await Participation.select(
        Participation.deleted_at, Participation.deleted_by, Participation.external_id
    ).where(Participation.user == one.user)


@pytest.mark.parametrize("name", ["martine", "helene"])
async def test_the_owner_and_administrators_delete_every_attempt(
    client: httpx.AsyncClient, cast: Cast, campaign: int, ines: Taker, name: str
) -> None:
    tom = await Classroom(CODE).takes("Tom", "Gauthier", external_id="13")
    who = await cast.sign_in(client, name)
    asked = await client.get(address(campaign, ines))
    assert "Supprimer la participation de Inès Moreau" in asked.text
    assert "<dt>Tentatives</dt><dd>2</dd>" in asked.text
    done = await client.post(address(campaign, ines), follow_redirects=True)
    assert done.url.path == f"/orga/campagnes/{campaign}/participants"
    assert "Moreau" not in done.text
    assert "Gauthier" in done.text
    assert "<dt>Participants</dt><dd>1</dd>" in done.text
    assert "<dt>Résultats reçus</dt><dd>-</dd>" in done.text
    hers = await rows_of(ines)
    assert len(hers) == 2
    assert all(row["deleted_at"] and row["deleted_by"] == who and row["external_id"] == "" for row in hers)
    assert [row["deleted_at"] for row in await rows_of(tom)] == [None]


async def test_it_is_written_in_the_log(client: httpx.AsyncClient, cast: Cast, campaign: int, ines: Taker) -> None:
    who = await cast.sign_in(client, "martine")
    await client.post(address(campaign, ines))
    await client.post(address(campaign, ines))
    events = await AuditEvent.select().where(AuditEvent.action == "participation.deleted")
    assert [(one["actor"], one["subject"]) for one in events] == [(who, str(ines.participation))]


async def test_twice_is_once(client: httpx.AsyncClient, cast: Cast, campaign: int, ines: Taker) -> None:
    await cast.sign_in(client, "martine")
    await client.post(address(campaign, ines))
    before = await rows_of(ines)
    again = await client.post(address(campaign, ines))
    assert again.status_code == 303
    assert await rows_of(ines) == before
    assert (await client.get(address(campaign, ines))).status_code == 404


async def test_the_test_under_way_may_end_but_not_be_sent_nor_begun_again(
    client: httpx.AsyncClient, cast: Cast, campaign: int, ines: Taker
) -> None:
    await cast.sign_in(client, "martine")
    await client.post(address(campaign, ines))
    assert (await play(ines.assessment, ines.user, Ability(5, {}), Random(1), now())).finished
    facts = await queries.campaign_by_code(CODE)
    with pytest.raises(ParticipationDeleted):
        await participations.share(facts, taker(ines.user), now())
    with pytest.raises(ParticipationDeleted):
        await participations.begin(facts, taker(ines.user), "", now())


async def test_the_learner_is_told(
    client: httpx.AsyncClient, open_client: Callable[[], httpx.AsyncClient], cast: Cast, campaign: int
) -> None:
    browser = open_client()
    louise = await Classroom(CODE).takes("", "", user=await cast.sign_in(browser, "louise"), external_id="7")
    await cast.sign_in(client, "martine")
    await client.post(address(campaign, louise))
    answer = await browser.get(f"/campagnes/{CODE}/resultats")
    assert answer.status_code == 403
    assert "Votre participation a été supprimée par l’organisateur" in answer.text
    assert (await browser.post(f"/campagnes/{CODE}/envoi")).status_code == 403


async def test_swapped_it_is_the_list(client: httpx.AsyncClient, cast: Cast, campaign: int, ines: Taker) -> None:
    await cast.sign_in(client, "martine")
    before = await client.get(address(campaign, ines))
    answer = await client.post(address(campaign, ines), headers=HTMX, follow_redirects=True)
    after = await client.get(f"/orga/campagnes/{campaign}/participants")
    assert_swap_equals(before.text, answer.text, after.text)


async def test_a_colleague_may_not(client: httpx.AsyncClient, cast: Cast, campaign: int, ines: Taker) -> None:
    await cast.sign_in(client, "paul")
    for method in ("GET", "POST"):
        assert (await client.request(method, address(campaign, ines))).status_code == 403
    assert all(row["deleted_at"] is None for row in await rows_of(ines))


async def test_a_stranger_finds_nothing(client: httpx.AsyncClient, cast: Cast, campaign: int, ines: Taker) -> None:
    await cast.elsewhere()
    await cast.sign_in(client, "nadia")
    for method in ("GET", "POST"):
        assert (await client.request(method, address(campaign, ines))).status_code == 404
    assert all(row["deleted_at"] is None for row in await rows_of(ines))


async def test_nobody_without_signing_in(client: httpx.AsyncClient, campaign: int, ines: Taker) -> None:
    response = await client.post(address(campaign, ines))
    assert response.headers["location"].startswith("/connexion")
    assert all(row["deleted_at"] is None for row in await rows_of(ines))


async def test_a_participation_of_another_campaign_is_not_there(
    client: httpx.AsyncClient, cast: Cast, campaign: int, ines: Taker, new_campaign: NewOne
) -> None:
    other = await new_campaign("BBBBBB222")
    await cast.sign_in(client, "martine")
    for number in (ines.participation, 999_999, 2**40):
        for method in ("GET", "POST"):
            response = await client.request(method, f"/orga/campagnes/{other}/participants/{number}/suppression")
            assert response.status_code == 404
    assert campaign
    assert all(row["deleted_at"] is None for row in await rows_of(ines))

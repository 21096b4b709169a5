"""Archiving, taking out of the archives, deleting one or several."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.campaigns import campaigns, participations
from app.campaigns.campaigns import NewCampaign
from app.campaigns.queries import campaign_by_code, journeys
from app.campaigns.tables import Campaign, Participation
from app.demo.classes import taker
from app.lib.clock import now
from tests.campaigns.conftest import NewOne
from tests.cast import Cast

SEVERAL = "/orga/campagnes/suppression"

Mine = Callable[[str, str], Awaitable[int]]


@pytest.fixture
async def campaign(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> int:
    """Martine's campaign, Louise who takes part, and Martine in her browser."""
    number = await new_campaign()
    await participations.begin(await campaign_by_code("KXMTRB742"), taker(await cast.person("louise")), "", now())
    await cast.sign_in(client, "martine")
    return number


@pytest.fixture
def made(cast: Cast) -> Mine:
    """`await made("paul", "UE 174")`: another campaign of Blaison."""

    async def create(owner: str, name: str) -> int:
        new = NewCampaign(await cast.blaison(), await cast.person(owner), name, target="decouverte")
        return await campaigns.create(new, now())

    return create


async def left() -> set[int]:
    rows = await Campaign.select(Campaign.id).where(Campaign.deleted_at.is_null())
    return {row["id"] for row in rows}


async def noted(action: str) -> list[dict[str, Any]]:
    return await AuditEvent.select().where(AuditEvent.action == action)


async def test_archived_then_back(client: httpx.AsyncClient, open_client: Any, cast: Cast, campaign: int) -> None:
    for _ in range(2):
        answer = await client.post(f"/orga/campagnes/{campaign}/archivage")
        assert answer.headers["location"] == f"/orga/campagnes/{campaign}"
    page = (await client.get(f"/orga/campagnes/{campaign}")).text
    assert "Campagne archivée le" in page
    assert "Désarchiver" in page
    assert 'class="spell"' not in page
    assert (await open_client().get("/campagnes/KXMTRB742")).status_code == 410
    for _ in range(2):
        await client.post(f"/orga/campagnes/{campaign}/desarchivage")
    assert "Campagne archivée" not in (await client.get(f"/orga/campagnes/{campaign}")).text
    assert (await open_client().get("/campagnes/KXMTRB742")).status_code == 200
    events = await noted("campaign.archived") + await noted("campaign.unarchived")
    assert [one["actor"] for one in events] == [cast.ids["martine"]] * 2
    assert events[0]["organisation"] == cast.organisations["Université Blaison"]


async def test_what_disappears_is_said_first(client: httpx.AsyncClient, campaign: int) -> None:
    page = (await client.get(f"/orga/campagnes/{campaign}/suppression")).text
    assert "UE 173 - gr. 1" in page
    assert "1 participant, 0 résultat reçu" in page.replace("\u00a0", " ")
    assert 'name="sure"' in page
    assert await left() == {campaign}


async def test_the_box_must_be_ticked(client: httpx.AsyncClient, campaign: int) -> None:
    answer = await client.post(f"/orga/campagnes/{campaign}/suppression")
    assert answer.status_code == 422
    assert 'id="sure-err"' in answer.text
    assert await left() == {campaign}


async def test_deleted_it_is_nowhere(client: httpx.AsyncClient, open_client: Any, cast: Cast, campaign: int) -> None:
    answer = await client.post(f"/orga/campagnes/{campaign}/suppression", data={"sure": "yes"})
    assert answer.status_code == 303
    page = (await client.get(answer.headers["location"])).text
    assert "1 campagne est supprimée" in page.replace("\u00a0", " ")
    assert "UE 173 - gr. 1" not in page
    assert (await client.get(f"/orga/campagnes/{campaign}")).status_code == 404
    assert (await open_client().get("/campagnes/KXMTRB742")).status_code == 404
    rows = await Participation.select(Participation.deleted_at, Participation.deleted_by)
    assert [row["deleted_by"] for row in rows] == [cast.ids["martine"]]
    assert rows[0]["deleted_at"] is not None
    assert await journeys(cast.ids["louise"], now()) == []
    assert len(await noted("campaign.deleted")) == 1
    again = await client.post(f"/orga/campagnes/{campaign}/suppression", data={"sure": "yes"})
    assert again.status_code == 404
    assert len(await noted("campaign.deleted")) == 1


async def test_a_form_sent_again_after_the_deletion_creates_anew(
    client: httpx.AsyncClient, cast: Cast, campaign: int
) -> None:
    sent = {"name": "UE", "kind": "assessment", "target": "decouverte", "client_token": "abcdefgh"}
    first = await client.post("/orga/campagnes/creation", data=sent)
    number = first.headers["location"].rsplit("/", 1)[1]
    await campaigns.delete([int(number)], cast.ids["martine"], now())
    again = await client.post("/orga/campagnes/creation", data=sent)
    assert again.headers["location"] != first.headers["location"]
    assert (await client.get(again.headers["location"])).status_code == 200


async def test_several_are_deleted_at_once(client: httpx.AsyncClient, campaign: int, made: Mine) -> None:
    second, kept = await made("martine", "UE 174"), await made("martine", "UE 175")
    page = (await client.get(f"{SEVERAL}?campaign={campaign}&campaign={second}")).text
    assert "Supprimer ces 2 campagnes" in page.replace("\u00a0", " ")
    assert "UE 174" in page
    assert "UE 175" not in page
    sent = {"campaign": [str(campaign), str(second)], "sure": "yes"}
    for _ in range(2):
        answer = await client.post(SEVERAL, data=sent)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/orga/campagnes")
    assert await left() == {kept}
    assert len(await noted("campaign.deleted")) == 2


async def test_several_need_the_box_too(client: httpx.AsyncClient, campaign: int, made: Mine) -> None:
    second = await made("martine", "UE 174")
    answer = await client.post(SEVERAL, data={"campaign": [str(campaign), str(second)]})
    assert answer.status_code == 422
    assert answer.text.count('type="hidden" name="campaign"') == 2
    assert await left() == {campaign, second}


async def test_nothing_chosen_leads_back_to_the_list(client: httpx.AsyncClient, campaign: int) -> None:
    assert (await client.get(SEVERAL)).headers["location"] == "/orga/campagnes"
    assert (await client.post(SEVERAL, data={"sure": "yes"})).headers["location"] == "/orga/campagnes"
    assert await left() == {campaign}


async def test_only_ones_own_unless_administrator(
    client: httpx.AsyncClient, cast: Cast, campaign: int, made: Mine
) -> None:
    pauls = await made("paul", "UE 174")
    page = (await client.get("/orga/campagnes")).text
    assert f'name="campaign" value="{campaign}"' in page
    assert f'name="campaign" value="{pauls}"' not in page
    sent = {"campaign": [str(campaign), str(pauls)], "sure": "yes"}
    assert (await client.post(SEVERAL, data=sent)).status_code == 403
    assert (await client.get(f"{SEVERAL}?campaign={pauls}")).status_code == 403
    assert await left() == {campaign, pauls}
    await cast.sign_in(client, "helene")
    assert (await client.post(SEVERAL, data=sent)).status_code == 303
    assert await left() == set()


@pytest.mark.parametrize("foreign", ["0", "-1", "abc", "9" * 30, str(2**31), "999", "²"])
async def test_what_is_not_there_is_not_found(client: httpx.AsyncClient, campaign: int, foreign: str) -> None:
    sent = {"campaign": [str(campaign), foreign], "sure": "yes"}
    assert (await client.post(SEVERAL, data=sent)).status_code == 404
    assert await left() == {campaign}


async def test_those_of_another_organisation_are_not_found(
    client: httpx.AsyncClient, cast: Cast, campaign: int
) -> None:
    await cast.elsewhere()
    await cast.sign_in(client, "nadia")
    sent = {"campaign": [str(campaign)], "sure": "yes"}
    assert (await client.post(SEVERAL, data=sent)).status_code == 404
    assert await left() == {campaign}

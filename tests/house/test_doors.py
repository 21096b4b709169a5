"""Pix Orga and the administration: every address, tried by each of the cast."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from app.campaigns.queries import campaign_by_code
from app.campaigns.tables import Participation
from app.demo.classes import Class, take
from app.evaluation.tables import Answer
from app.lib.clock import now
from app.organisations.learners.tables import Learner
from tests.campaigns.conftest import NewOne, new_campaign
from tests.cast import Cast
from tests.evaluation.learner import HTMX
from tests.house.routes import Address, addresses

__all__ = ["new_campaign"]  # a fixture

ORGA = [one for one in addresses() if one.path.startswith("/orga/") and not one.is_public]
OF_A_CAMPAIGN = [one for one in ORGA if "{campaign}" in one.path]
ADMIN = [one for one in addresses() if one.path == "/admin" or one.path.startswith("/admin/")]
CLOSED = (403, 404)

OpenClient = Callable[..., httpx.AsyncClient]


@pytest.fixture
async def ids(new_campaign: NewOne, cast: Cast) -> dict[str, str]:
    """A campaign of Blaison that three people took, and what its addresses are made of."""
    await cast.elsewhere()
    campaign = await new_campaign("KXMTRB742")
    await take(Class("KXMTRB742", 3, ("TD 1",), unfinished=0, unsent=0), now())
    assert (await campaign_by_code("KXMTRB742")).id == campaign
    participation = (
        await Participation.select(Participation.id, Participation.assessment).order_by(Participation.id).first()
    )
    learner = await Learner.select(Learner.id).order_by(Learner.id).first()
    assert participation is not None
    assert learner is not None
    answer = await Answer.select().where(Answer.assessment == participation["assessment"]).order_by(Answer.id).first()
    assert answer is not None
    return {
        "campaign": str(campaign),
        "participation": str(participation["id"]),
        "learner": str(learner["id"]),
        "answer": str(answer["id"]),
        "challenge": answer["challenge"],
    }


@pytest.mark.usefixtures("app")
async def test_a_visitor_signs_in_first(client: httpx.AsyncClient, ids: dict[str, str]) -> None:
    wrong = []
    for one in ORGA + ADMIN:
        answer = await client.request(one.method, one.with_values(**ids))
        if answer.status_code != 303 or not answer.headers["location"].startswith("/connexion"):
            wrong.append(f"{one}: {answer.status_code}")
    assert wrong == []


async def test_a_learner_is_told_that_orga_is_for_members(
    client: httpx.AsyncClient, cast: Cast, ids: dict[str, str]
) -> None:
    await cast.sign_in(client, "louise")
    wrong = []
    for one in ORGA:
        answer = await client.request(one.method, one.with_values(**ids))
        if answer.status_code != 303 or answer.headers["location"].split("?")[0] != "/orga":
            wrong.append(f"{one}: {answer.status_code}")
    assert wrong == []
    assert (await client.get("/orga")).status_code == 403


async def test_a_member_of_another_organisation_finds_nothing(
    client: httpx.AsyncClient, cast: Cast, ids: dict[str, str]
) -> None:
    await cast.sign_in(client, "nadia")
    of_others = [one for one in ORGA if any("{" + name + "}" in one.path for name in ids)]
    assert len(of_others) >= len(OF_A_CAMPAIGN) > 15
    statuses = {str(one): (await client.request(one.method, one.with_values(**ids))).status_code for one in of_others}
    assert {name: status for name, status in statuses.items() if status != 404} == {}


async def test_a_colleague_sees_and_does_not_change(client: httpx.AsyncClient, cast: Cast, ids: dict[str, str]) -> None:
    await cast.sign_in(client, "paul")
    for one in OF_A_CAMPAIGN:
        if one.guard == "campaign_edited":
            answer = await client.request(one.method, one.with_values(**ids))
            assert answer.status_code == 403, str(one)
        elif one.method == "GET":
            answer = await client.get(one.with_values(**ids), follow_redirects=True)
            assert answer.status_code == 200, str(one)


async def test_the_owner_opens_every_page_of_her_campaign(
    client: httpx.AsyncClient, cast: Cast, ids: dict[str, str]
) -> None:
    await cast.sign_in(client, "martine")
    for one in OF_A_CAMPAIGN:
        if one.method == "GET":
            answer = await client.get(one.with_values(**ids), follow_redirects=True)
            assert answer.status_code == 200, str(one)


@pytest.mark.parametrize("who", ["louise", "martine", "helene"])
async def test_the_administration_does_not_exist_for_others(
    who: str, client: httpx.AsyncClient, cast: Cast, ids: dict[str, str]
) -> None:
    await cast.blaison()
    await cast.sign_in(client, who)
    statuses = {str(one): await _status(client, one, ids) for one in ADMIN}
    assert len(statuses) > 20
    assert {name: status for name, status in statuses.items() if status not in CLOSED} == {}


async def _status(client: httpx.AsyncClient, one: Address, ids: dict[str, str]) -> int:
    return (await client.request(one.method, one.with_values(**ids), headers=HTMX)).status_code

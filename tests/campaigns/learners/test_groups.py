"""Putting learners in a group, taking them out."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.organisations.learners.tables import Learner
from tests.campaigns.learners.conftest import University
from tests.cast import Cast

GROUP, OUT = "/orga/eleves/groupe", "/orga/eleves/sans-groupe"
SUITE = "/orga/eleves?groupe=%2A&tri=-nom"


@pytest.fixture
async def martine(client: httpx.AsyncClient, cast: Cast, university: University) -> httpx.AsyncClient:
    assert university
    await cast.sign_in(client, "martine")
    return client


async def groups(university: University) -> dict[str, str]:
    rows = {row["id"]: row["group_name"] for row in await Learner.select(Learner.id, Learner.group)}
    return {name: rows[one.learner] for name, one in university.takers.items()}


async def events() -> list[dict[str, Any]]:
    return await AuditEvent.select().where(AuditEvent.action == "learner.grouped")


async def test_the_ticked_ones_are_in_the_group(martine: httpx.AsyncClient, university: University) -> None:
    chosen = [university.learner("tom"), university.learner("ines")]
    done = await martine.post(GROUP, data={"learner": chosen, "group": "  L1   TD 3 ", "suite": SUITE})
    assert (done.status_code, done.headers["location"]) == (303, SUITE)
    assert await groups(university) == {"ines": "L1 TD 3", "tom": "L1 TD 3", "elise": "TD 10", "zoe": "TD 10"}
    [event] = await events()
    assert json.loads(event["details"]) == {"group": "L1 TD 3", "count": 2}


async def test_sent_twice_it_is_once(martine: httpx.AsyncClient, university: University) -> None:
    for _ in range(2):
        await martine.post(GROUP, data={"learner": university.learner("tom"), "group": "TD 3"})
    assert (await groups(university))["tom"] == "TD 3"
    assert len(await events()) == 1


async def test_out_of_their_group(martine: httpx.AsyncClient, university: University) -> None:
    done = await martine.post(OUT, data={"learner": [university.learner("ines")], "group": "ignoré", "suite": SUITE})
    assert done.status_code == 303
    assert (await groups(university))["ines"] == ""


async def test_the_page_proposes_the_groups_there_are(martine: httpx.AsyncClient) -> None:
    html = (await martine.get("/orga/eleves")).text
    assert '<option value="TD 2"></option>\n<option value="TD 10"></option>' in html


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"group": "TD 3"}, "Cochez au moins une personne"),
        ({"learner": "tom", "group": ""}, "Écrivez le nom du groupe"),
        ({"learner": "tom", "group": "x" * 61}, "60 caractères au plus"),
        ({"learner": "tom", "group": "*"}, "au moins une lettre ou un chiffre"),
    ],
)
async def test_what_is_missing_is_told_and_what_was_typed_is_kept(
    martine: httpx.AsyncClient, university: University, data: dict[str, Any], message: str
) -> None:
    before = await groups(university)
    if "learner" in data:
        data = {**data, "learner": university.learner(data["learner"])}
    answer = await martine.post(GROUP, data={**data, "suite": "/orga/eleves?tri=-nom"})
    assert answer.status_code == 422
    assert message in answer.text
    assert '"descending"' in answer.text, "the list is the one she was in"
    if "learner" in data:
        assert f'value="{data["learner"]}"' in answer.text
        assert " checked>" in answer.text
    assert f'name="group" type="text" value="{data["group"]}"' in answer.text
    assert await groups(university) == before


@pytest.mark.parametrize("address", [GROUP, OUT])
async def test_learners_of_others_do_not_exist(
    client: httpx.AsyncClient, cast: Cast, university: University, address: str
) -> None:
    before = await groups(university)
    await cast.elsewhere()
    await cast.sign_in(client, "nadia")
    for one in (university.learner("tom"), 999_999, "rien", 2**40):
        answer = await client.post(address, data={"learner": one, "group": "TD 3"})
        assert answer.status_code == 404
    assert await groups(university) == before
    assert await events() == []


async def test_one_foreign_id_moves_nobody(martine: httpx.AsyncClient, university: University, cast: Cast) -> None:
    await Learner.update({Learner.organisation: await cast.elsewhere()}).where(Learner.id == university.learner("zoe"))
    before = await groups(university)
    chosen = [university.learner("tom"), university.learner("zoe")]
    assert (await martine.post(GROUP, data={"learner": chosen, "group": "TD 3"})).status_code == 404
    assert await groups(university) == before


@pytest.mark.parametrize("suite", ["//ailleurs.example", "/orga/campagnes", "/orga/elevesdrop", ""])
async def test_it_comes_back_to_the_list_and_nowhere_else(
    martine: httpx.AsyncClient, university: University, suite: str
) -> None:
    done = await martine.post(GROUP, data={"learner": university.learner("tom"), "group": "TD 3", "suite": suite})
    assert done.headers["location"] == "/orga/eleves"


async def test_nobody_without_signing_in(client: httpx.AsyncClient, university: University) -> None:
    before = await groups(university)
    answer = await client.post(GROUP, data={"learner": university.learner("tom"), "group": "TD 3"})
    assert answer.headers["location"].startswith("/connexion")
    assert await groups(university) == before

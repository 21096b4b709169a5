"""Whatever an administrator's browser sends or asks for: no defect, and nothing wrong is stored."""

from __future__ import annotations

import httpx
import pytest

from app.campaigns.tables import Participation
from app.organisations.learners.tables import Learner
from tests.campaigns.learners.conftest import University
from tests.cast import Cast
from tests.house.test_bad_input import BODIES

QUERIES = (
    "page=" + "9" * 400,
    "taille=7&page=-1",
    "tri=%00&q=%00",
    "q=%ff%fe&groupe=%ff&certifiable=%ff&statut=%ff",
    "q=" + "x" * 5000,
    "q='%22;--&groupe='&tri=-nom'",
    "&".join(f"groupe=g{number}" for number in range(300)),
    "learner=" + "9" * 5000,
    "learner=%C2%B2&learner=-1",
)


@pytest.fixture
async def helene(client: httpx.AsyncClient, cast: Cast, university: University) -> httpx.AsyncClient:
    assert university
    await cast.sign_in(client, "helene")
    return client


async def facts() -> list[object]:
    """Who is there with which results; a name is any text with letters."""
    names = Learner.select(Learner.id, Learner.deleted_at).order_by(Learner.id)
    sent = Participation.select(Participation.deleted_at, Participation.external_id).order_by(Participation.id)
    return [await names, await sent]


@pytest.mark.parametrize("name", BODIES)
async def test_bad_bodies(helene: httpx.AsyncClient, university: University, name: str) -> None:
    body, headers = BODIES[name]
    before = await facts()
    hers = f"/orga/eleves/{university.learner('ines')}"
    for path in ("/orga/eleves/groupe", "/orga/eleves/sans-groupe", "/orga/eleves/suppression", hers):
        response = await helene.post(path, content=body, headers=headers)
        assert response.status_code in (303, 400, 404, 413, 422), path
    assert await facts() == before
    rows = await Learner.select(Learner.first_name, Learner.last_name, Learner.group)
    assert all(0 < len(row["first_name"]) <= 255 and len(row["group_name"]) <= 60 for row in rows)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query[:30])
async def test_strange_queries(helene: httpx.AsyncClient, university: University, query: str) -> None:
    campaign = await Participation.select(Participation.campaign).where(
        Participation.id == university.takers["ines"].participation
    )
    number = campaign[0]["campaign"]
    for path in ("/orga/eleves", "/orga/eleves/suppression", f"/orga/campagnes/{number}/participants"):
        response = await helene.get(f"{path}?{query}")
        assert response.status_code in (200, 404, 422), path
